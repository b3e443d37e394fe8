package labelwright.media;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Makes the picture files that the tests of this package read.
final class TestPictures {

    static final int RED = 0xffc02020;
    static final int GREEN = 0xff20a040;
    static final int BLUE = 0xff2040c0;
    static final int YELLOW = 0xffe0c020;
    private static final int ORIENTATION_TAG = 0x0112;

    private TestPictures() {}

    /// Four fields of different colours: red and green above, blue and yellow below.
    static PixelImage fourFields(int width, int height) {
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean left = x < width / 2;
                argb[y * width + x] = y < height / 2 ? left ? RED : GREEN : left ? BLUE : YELLOW;
            }
        }
        return new PixelImage(width, height, argb);
    }

    static PixelImage plain(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new PixelImage(width, height, pixels);
    }

    static BufferedImage buffered(PixelImage image, int type) {
        BufferedImage copy = new BufferedImage(image.width(), image.height(), type);
        copy.setRGB(0, 0, image.width(), image.height(), image.argb(), 0, image.width());
        return copy;
    }

    static byte[] encoded(PixelImage image, String format) {
        return encoded(buffered(image, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB), format);
    }

    static byte[] encoded(RenderedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Path write(Path file, byte[] bytes) throws IOException {
        return Files.write(file, bytes);
    }

    /// The pixels as a camera with this orientation would store them, after the table of the Exif specification: which side of the scene
    /// the first row and the first column of the file are.
    static PixelImage stored(PixelImage upright, int orientation) {
        String rowSide = "TTBBLRRL".substring(orientation - 1, orientation);
        String columnSide = "LRRLTTBB".substring(orientation - 1, orientation);
        boolean swap = orientation > 4;
        int width = swap ? upright.height() : upright.width();
        int height = swap ? upright.width() : upright.height();
        int[] argb = new int[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int[] xy = new int[2];
                away(rowSide, row, upright, xy);
                away(columnSide, column, upright, xy);
                argb[row * width + column] = upright.argb(xy[0], xy[1]);
            }
        }
        return new PixelImage(width, height, argb);
    }

    private static void away(String side, int distance, PixelImage upright, int[] xy) {
        switch (side) {
            case "T" -> xy[1] = distance;
            case "B" -> xy[1] = upright.height() - 1 - distance;
            case "L" -> xy[0] = distance;
            case "R" -> xy[0] = upright.width() - 1 - distance;
            default -> throw new IllegalArgumentException(side);
        }
    }

    /// A TIFF structure with the orientation as its only entry.
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) ORIENTATION_TAG).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.array();
    }

    /// The JPEG with an Exif segment put in front of everything else.
    static byte[] jpegWithExif(byte[] jpeg, byte[] tiff) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 10 + tiff.length);
        out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + tiff.length));
        out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    /// The JPEG with the segment that says its channels are inks, inverted.
    static byte[] jpegWithAdobeMark(byte[] jpeg) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 16);
        out.put(jpeg, 0, 2).putShort((short) 0xffee).putShort((short) 14).put("Adobe".getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) 100).putShort((short) 0).putShort((short) 0).put((byte) 0).put(jpeg, 2, jpeg.length - 2);
        return out.array();
    }

    /// The PNG with a chunk put behind its header chunk.
    static byte[] pngWithChunk(byte[] png, String type, byte[] content) {
        int afterHeader = 8 + 8 + 13 + 4;
        ByteBuffer out = ByteBuffer.allocate(png.length + 12 + content.length);
        out.put(png, 0, afterHeader).putInt(content.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        return out.putInt((int) sum.getValue()).put(png, afterHeader, png.length - afterHeader).array();
    }

    /// A small PNG whose header claims another size.
    static byte[] pngClaiming(int width, int height) {
        byte[] png = encoded(plain(4, 4, RED), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        return png;
    }

    /// A small run-length coded BMP whose header claims another size.
    static byte[] bmpClaiming(int width, int height) {
        byte[] bmp = encoded(plain(4, 4, RED), "bmp");
        int compression = 30;
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width).putInt(22, height).putInt(compression, 1);
        return bmp;
    }

    /// How far two colours are apart in their most different channel.
    static int distance(int a, int b) {
        int most = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
        }
        return most;
    }
}
