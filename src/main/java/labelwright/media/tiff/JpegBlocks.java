package labelwright.media.tiff;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;

/// Decodes the JPEG streams of tiles (TIFF Technical Note 2). Keeps a reader for each thread that decodes at the same time, because
/// making one costs more than a small tile. Thread-safe.
final class JpegBlocks implements Closeable {
    private static final int MARKER = 2;

    private final Queue<ImageReader> idle = new ConcurrentLinkedQueue<>();

    /// The samples of the block as RGB or as they are, at the size that the stream itself has.
    Samples decode(byte[] stored, TiffImage.Coding coding) throws IOException {
        ImageReader reader = take();
        try (ByteArrayImageInputStream in = new ByteArrayImageInputStream(whole(stored, coding.jpegTables()))) {
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            if (raster.getNumBands() != coding.inBlock()) {
                throw new IOException("a tile with " + raster.getNumBands() + " channels instead of " + coding.inBlock());
            }
            byte[] bytes = bytes(raster);
            if (coding.luma() && raster.getNumBands() == 3) {
                toRgb(bytes);
            }
            return new Samples.Bytes(raster.getWidth(), raster.getHeight(), raster.getNumBands(), bytes);
        } catch (RuntimeException e) {
            throw new IOException("a tile that is no JPEG picture", e);
        } finally {
            reader.reset();
            idle.add(reader);
        }
    }

    private static byte[] bytes(Raster raster) {
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        int size = raster.getWidth() * raster.getHeight() * raster.getNumBands();
        if (data.length == size) {
            return data;
        }
        byte[] copy = new byte[size];
        int[] pixels = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        for (int i = 0; i < size; i++) {
            copy[i] = (byte) pixels[i];
        }
        return copy;
    }

    /// The tables without their end, then the tile without its start.
    private static byte[] whole(byte[] stored, byte[] tables) {
        if (tables.length <= 2 * MARKER) {
            return stored;
        }
        byte[] joined = new byte[tables.length + stored.length - 2 * MARKER];
        System.arraycopy(tables, 0, joined, 0, tables.length - MARKER);
        System.arraycopy(stored, MARKER, joined, tables.length - MARKER, stored.length - MARKER);
        return joined;
    }

    /// ITU-R BT.601 over the full range, as JFIF has it, in 16-bit fixed point.
    private static void toRgb(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i += 3) {
            int y = ((bytes[i] & 0xff) << 16) + (1 << 15);
            int cb = (bytes[i + 1] & 0xff) - 128;
            int cr = (bytes[i + 2] & 0xff) - 128;
            bytes[i] = clamp(y + 91881 * cr);
            bytes[i + 1] = clamp(y - 22554 * cb - 46802 * cr);
            bytes[i + 2] = clamp(y + 116130 * cb);
        }
    }

    private static byte clamp(int fixed) {
        return (byte) Math.clamp(fixed >> 16, 0, 255);
    }

    private ImageReader take() throws IOException {
        ImageReader known = idle.poll();
        if (known != null) {
            return known;
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            // the JDK's own: raw channels without a guess at what they mean
            if (reader.getClass().getName().startsWith("com.sun.")) {
                return reader;
            }
            reader.dispose();
        }
        throw new TiffUnsupported("no JPEG reader is installed");
    }

    @Override
    public void close() {
        for (ImageReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.dispose();
        }
    }
}
