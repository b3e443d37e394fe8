package labelwright.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;

/// WebP (RFC 9649): simple lossy, simple lossless, and extended files with their animation frames and Exif chunk.
final class WebpHeader implements HeaderFormat {

    private static final int RIFF_HEADER = 8;
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int SIDE_BITS = 0x3fff;

    @Override
    public Header read(HeaderBytes in) throws IOException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        in.seek(FIRST_CHUNK);
        String type = in.text(4);
        in.skip(4);
        return switch (type) {
            case "VP8 " -> {
                in.skip(6);
                yield HeaderFormat.header(ImageFormat.WEBP, in.u16() & SIDE_BITS, in.u16() & SIDE_BITS);
            }
            case "VP8L" -> {
                in.skip(1);
                long bits = in.u32();
                yield HeaderFormat.header(ImageFormat.WEBP, (bits & SIDE_BITS) + 1, (bits >> 14 & SIDE_BITS) + 1);
            }
            case "VP8X" -> extended(in);
            default -> throw new BadHeader("it begins with an unknown part");
        };
    }

    private static Header extended(HeaderBytes in) throws IOException {
        in.skip(4);
        int width = in.u24() + 1;
        int height = in.u24() + 1;
        Orientation orientation = Orientation.UPRIGHT;
        int frames = 0;
        try {
            long at = FIRST_CHUNK;
            while (true) {
                in.order(ByteOrder.LITTLE_ENDIAN);
                in.seek(at);
                String type = in.text(4);
                long size = in.u32();
                if (type.equals("ANMF")) {
                    frames++;
                } else if (type.equals("EXIF")) {
                    long base = in.position();
                    orientation = ExifOrientation.read(in, in.text(4).equals("Exif") ? base + 6 : base);
                }
                at += CHUNK_HEADER + size + (size & 1);
            }
        } catch (EOFException e) {
            return new Header(ImageFormat.WEBP, width, height, orientation, Math.max(1, frames));
        }
    }

    @Override
    public boolean isComplete(HeaderBytes in) throws IOException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        in.seek(4);
        // the padding byte of the last chunk is often left out
        return RIFF_HEADER + in.u32() - 1 <= in.length();
    }
}
