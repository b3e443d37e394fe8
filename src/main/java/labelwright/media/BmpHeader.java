package labelwright.media;

import java.io.IOException;
import java.nio.ByteOrder;

/// BMP: the OS/2 and Windows information headers.
final class BmpHeader implements HeaderFormat {

    private static final int OFFSET_FIELD = 10;
    private static final int INFO = 14;
    private static final int OS2_SIZE = 12;

    private record Layout(long width, long height, int bitsPerPixel, long compression, long pixelsAt) {}

    @Override
    public Header read(HeaderBytes in) throws IOException {
        Layout layout = layout(in);
        return HeaderFormat.header(ImageFormat.BMP, layout.width, layout.height);
    }

    /// Uncompressed pictures have a known length, give or take the padding of the last row.
    @Override
    public boolean isComplete(HeaderBytes in) throws IOException {
        Layout layout = layout(in);
        if (layout.compression != 0) {
            return true;
        }
        long bitsPerRow = layout.width * layout.bitsPerPixel;
        long row = (bitsPerRow + 31) / 32 * 4;
        long lastRow = (bitsPerRow + 7) / 8;
        return layout.pixelsAt + row * (layout.height - 1) + lastRow <= in.length();
    }

    private static Layout layout(HeaderBytes in) throws IOException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        in.seek(OFFSET_FIELD);
        long pixelsAt = in.u32();
        in.seek(INFO);
        long size = in.u32();
        if (size == OS2_SIZE) {
            long width = in.u16();
            long height = in.u16();
            in.skip(2);
            return new Layout(width, height, in.u16(), 0, pixelsAt);
        }
        long width = in.s32();
        // a negative height means that the rows go from the top down
        long height = Math.abs((long) in.s32());
        in.skip(2);
        return new Layout(width, height, in.u16(), in.u32(), pixelsAt);
    }
}
