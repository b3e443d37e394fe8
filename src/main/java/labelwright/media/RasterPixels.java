package labelwright.media;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

import labelwright.media.tiff.Samples;

/// Makes pictures of the rasters of ImageIO readers, with all 16 bits where they have them.
final class RasterPixels {
    private static final int SIXTEEN_BITS = 65535;

    private RasterPixels() {}

    /// Whether the samples are wider than 8 bits.
    static boolean isDeep(ColorModel colours) {
        int count = colours.getNumColorComponents();
        return colours instanceof ComponentColorModel && colours.getTransferType() == DataBuffer.TYPE_USHORT
                && colours.getComponentSize(0) > 8 && (count == 1 || count == 3);
    }

    static Picture picture(WritableRaster raster, ColorModel colours) {
        if (isDeep(colours)) {
            return new DeepImage(samples(raster), channels(colours));
        }
        return new PixelImage(raster.getWidth(), raster.getHeight(), Pixels.toArgb(new BufferedImage(colours, raster, false, null)));
    }

    static DeepImage.Channels channels(ColorModel colours) {
        return new DeepImage.Channels(colours.getNumColorComponents(), false, colours.hasAlpha() ? SIXTEEN_BITS : 0);
    }

    static Samples samples(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        short[] values = new short[width * height * bands];
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                values[y * row.length + i] = (short) row[i];
            }
        }
        return new Samples.Shorts(width, height, bands, values);
    }
}
