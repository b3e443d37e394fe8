package labelwright.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;

/// PNG (ISO/IEC 15948): the IHDR chunk, and the orientation from an eXIf chunk when it stands before the pixels.
final class PngHeader implements HeaderFormat {

    private static final int SIGNATURE = 8;
    private static final int LENGTH_AND_TYPE = 8;
    private static final int CHECKSUM = 4;
    private static final int DEPTH = 24;

    @Override
    public Header read(HeaderBytes in) throws IOException {
        in.order(ByteOrder.BIG_ENDIAN);
        in.seek(SIGNATURE + 4L);
        if (!in.text(4).equals("IHDR")) {
            throw new BadHeader("it does not begin with a header");
        }
        Header sides = HeaderFormat.header(ImageFormat.PNG, in.u32(), in.u32());
        return new Header(ImageFormat.PNG, sides.width(), sides.height(), orientation(in), 1);
    }

    /// Whether the samples have 16 bits.
    static boolean isDeep(Path file) throws IOException {
        try (HeaderBytes in = HeaderBytes.open(file)) {
            in.seek(DEPTH);
            return in.u8() == 16;
        }
    }

    private static Orientation orientation(HeaderBytes in) throws IOException {
        long at = SIGNATURE;
        try {
            while (true) {
                in.order(ByteOrder.BIG_ENDIAN);
                in.seek(at);
                long length = in.u32();
                String type = in.text(4);
                switch (type) {
                    case "eXIf" -> {
                        return ExifOrientation.read(in, in.position());
                    }
                    case "IDAT", "IEND" -> {
                        return Orientation.UPRIGHT;
                    }
                    default -> at += LENGTH_AND_TYPE + length + CHECKSUM;
                }
            }
        } catch (EOFException e) {
            return Orientation.UPRIGHT;
        }
    }

    @Override
    public boolean isComplete(HeaderBytes in) throws IOException {
        in.order(ByteOrder.BIG_ENDIAN);
        in.seek(Math.max(0, in.length() - CHECKSUM - LENGTH_AND_TYPE));
        if (in.u32() == 0 && in.text(4).equals("IEND")) {
            return true;
        }
        long at = SIGNATURE;
        try {
            while (true) {
                in.seek(at);
                long length = in.u32();
                if (in.text(4).equals("IEND")) {
                    return true;
                }
                at += LENGTH_AND_TYPE + length + CHECKSUM;
            }
        } catch (EOFException e) {
            return false;
        }
    }
}
