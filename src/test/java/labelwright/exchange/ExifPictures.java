package labelwright.exchange;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

import labelwright.exchange.PictureSizes.Size;
import labelwright.media.ImageDecoder;
import labelwright.media.ImageInfo;
import labelwright.media.MediaException;

/// JPEG files with an EXIF orientation, and their sizes as the app itself reads them.
public final class ExifPictures implements PictureSizes {
    private static final int ORIENTATION_TAG = 0x0112;

    private final ImageDecoder decoder = new ImageDecoder();

    /// @param width of the stored pixels
    /// @param height of the stored pixels
    public static Path write(Path file, int width, int height, int orientation) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", plain);
        byte[] jpeg = plain.toByteArray();
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36);
        out.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        out.putShort((short) 1).putShort((short) ORIENTATION_TAG).putShort((short) 3).putInt(1).putShort((short) orientation)
                .putShort((short) 0).putInt(0);
        out.put(jpeg, 2, jpeg.length - 2);
        Files.createDirectories(file.getParent());
        return Files.write(file, out.array());
    }

    @Override
    public Optional<Size> of(Path file) {
        return Optional.of(new Size(info(file).width(), info(file).height()));
    }

    @Override
    public int orientation(Path file) {
        return info(file).orientation();
    }

    private ImageInfo info(Path file) {
        try {
            return decoder.probe(file);
        } catch (MediaException e) {
            throw new IllegalStateException(e);
        }
    }
}
