package labelwright.media;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

/// A raster as large as the picture that keeps only the rows last written: what an ImageIO reader decodes goes on in bands, and a picture
/// of any height is read in the memory of a band. Readers that fill a raster row by row or pixel by pixel, as those of the JDK for JPEG
/// and PNG do, write into it without noticing.
final class RowRaster extends WritableRaster {
    private final ColorModel colours;
    private final RowSource.BandSink sink;
    private @Nullable WritableRaster band;
    private int bandTop;
    private int rows;

    /// @param colours of the rows that will come
    RowRaster(ColorModel colours, int width, int height, RowSource.BandSink sink) {
        super(colours.createCompatibleSampleModel(width, height), new DataBufferByte(1), new Point(0, 0));
        this.colours = colours;
        this.sink = sink;
    }

    BufferedImage image() {
        return new BufferedImage(colours, this, false, null);
    }

    @Override
    public void setRect(int dx, int dy, Raster from) {
        open(dy, from.getHeight()).setRect(dx, dy - bandTop, from);
    }

    @Override
    public void setPixel(int x, int y, int[] samples) {
        open(y, 1).setPixel(x, y - bandTop, samples);
    }

    /// The band that these rows lie in; the one before is handed over.
    private WritableRaster open(int y, int height) {
        if (y >= bandTop + RowSource.BAND) {
            flush();
            bandTop = y;
        }
        WritableRaster open = band == null
                ? colours.createCompatibleWritableRaster(width, Math.min(RowSource.BAND, this.height - bandTop))
                : band;
        band = open;
        rows = Math.max(rows, y - bandTop + height);
        return open;
    }

    /// Hands over what is left.
    void flush() {
        WritableRaster full = band;
        band = null;
        if (full == null) {
            return;
        }
        WritableRaster part = rows == full.getHeight() ? full : full.createWritableChild(0, 0, width, rows, 0, 0, null);
        rows = 0;
        try {
            sink.band(bandTop, RasterPixels.picture(part, colours));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
