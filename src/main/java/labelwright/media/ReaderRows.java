package labelwright.media;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

import org.jspecify.annotations.Nullable;

/// Rows of a JPEG, PNG or BMP through the JDK's readers.
record ReaderRows(ImageFormat format) implements RowSource {
    private static final String JDK = "com.sun.imageio.";

    @Override
    public void read(Path file, BandSink sink) throws IOException {
        ImageReader reader = reader(format);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new NoSuchFileException(file.toString());
            }
            reader.setInput(in, true, true);
            if (format == ImageFormat.BMP) {
                readStrips(reader, sink);
            } else {
                readOnce(reader, sink);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            reader.dispose();
        }
    }

    private static void readOnce(ImageReader reader, BandSink sink) throws IOException {
        ImageTypeSpecifier type = reader.getImageTypes(0).next();
        RowRaster rows = new RowRaster(type.getColorModel(), reader.getWidth(0), reader.getHeight(0), sink);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(rows.image());
        reader.read(0, param);
        rows.flush();
    }

    /// Rows of a BMP all have the same length, so that the reader can go to any of them.
    private static void readStrips(ImageReader reader, BandSink sink) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        for (int y = 0; y < height; y += BAND) {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(0, y, width, Math.min(BAND, height - y)));
            BufferedImage strip = reader.read(0, param);
            sink.band(y, RasterPixels.picture(strip.getRaster(), strip.getColorModel()));
        }
    }

    /// What the samples are when they are deep; null for usual pictures.
    static DeepImage.@Nullable Channels channels(Path file, ImageFormat format) throws IOException {
        ImageReader reader = reader(format);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new NoSuchFileException(file.toString());
            }
            reader.setInput(in, true, true);
            ColorModel colours = reader.getImageTypes(0).next().getColorModel();
            return RasterPixels.isDeep(colours) ? RasterPixels.channels(colours) : null;
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(ImageFormat format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(JDK)) {
                return reader;
            }
            reader.dispose();
        }
        throw new IOException("no reader for " + format.displayName() + " is installed");
    }
}
