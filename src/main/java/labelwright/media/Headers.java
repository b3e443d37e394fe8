package labelwright.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Tells the format of a file from its first bytes and reads its header. Stateless, any thread.
final class Headers {

    private static final int SIGNATURE_BYTES = 12;

    /// How much of a file must be looked at.
    enum Depth {
        HEADER, HEADER_AND_END
    }

    private Headers() {}

    static Header read(Path file, Depth depth) throws MediaException {
        try (HeaderBytes in = HeaderBytes.open(file)) {
            if (in.length() == 0) {
                throw MediaException.empty(file);
            }
            ImageFormat format = format(file, in);
            return read(file, in, format, depth);
        } catch (MediaException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw MediaException.missing(file, e);
        } catch (AccessDeniedException e) {
            throw MediaException.notAllowed(file, e);
        } catch (IOException e) {
            throw Files.isDirectory(file) ? MediaException.notAnImage(file) : MediaException.damaged(file, "the disk could not read it", e);
        }
    }

    private static Header read(Path file, HeaderBytes in, ImageFormat format, Depth depth) throws IOException {
        HeaderFormat reader = reader(format);
        try {
            Header header = reader.read(in);
            if (depth == Depth.HEADER_AND_END && !reader.isComplete(in)) {
                throw MediaException.truncated(file, format);
            }
            return header;
        } catch (EOFException e) {
            throw MediaException.truncated(file, format);
        } catch (HeaderFormat.BadHeader e) {
            throw MediaException.damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static HeaderFormat reader(ImageFormat format) {
        return switch (format) {
            case JPEG -> new JpegHeader();
            case PNG -> new PngHeader();
            case GIF -> new GifHeader();
            case BMP -> new BmpHeader();
            case TIFF -> new TiffHeader();
            case WEBP -> new WebpHeader();
        };
    }

    private static ImageFormat format(Path file, HeaderBytes in) throws IOException {
        String start = in.text((int) Math.min(SIGNATURE_BYTES, in.length()));
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return ImageFormat.JPEG;
        } else if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return ImageFormat.PNG;
        } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return ImageFormat.GIF;
        } else if (start.startsWith("II*\0") || start.startsWith("MM\0*") || start.startsWith("II+\0") || start.startsWith("MM\0+")) {
            return ImageFormat.TIFF;
        } else if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
            return ImageFormat.WEBP;
        } else if (start.startsWith("BM") && isBmp(in)) {
            return ImageFormat.BMP;
        }
        throw MediaException.notAnImage(file);
    }

    /// Two letters are a weak signature: the size of the information header must be one of those that exist.
    private static boolean isBmp(HeaderBytes in) throws IOException {
        if (in.length() < 18) {
            return false;
        }
        in.order(ByteOrder.LITTLE_ENDIAN);
        in.seek(14);
        long size = in.u32();
        return size == 12 || size == 40 || size == 52 || size == 56 || size == 64 || size == 108 || size == 124 || size == 16;
    }
}
