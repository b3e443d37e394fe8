package labelwright.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;

/// GIF 87a and 89a: the logical screen, and a walk over the blocks to count the frames.
final class GifHeader implements HeaderFormat {

    private static final int SIGNATURE = 6;
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;

    private record Walk(int frames, boolean ended) {}

    @Override
    public Header read(HeaderBytes in) throws IOException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        in.seek(SIGNATURE);
        Header sides = HeaderFormat.header(ImageFormat.GIF, in.u16(), in.u16());
        return new Header(ImageFormat.GIF, sides.width(), sides.height(), Orientation.UPRIGHT, Math.max(1, walk(in).frames));
    }

    /// Many writers forget the trailer, so at least one whole frame is enough.
    @Override
    public boolean isComplete(HeaderBytes in) throws IOException {
        Walk walk = walk(in);
        return walk.ended || walk.frames > 0;
    }

    private static Walk walk(HeaderBytes in) throws IOException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        int frames = 0;
        try {
            in.seek(SIGNATURE + 4L);
            int flags = in.u8();
            in.skip(2L + colourTable(flags));
            while (true) {
                switch (in.u8()) {
                    case IMAGE -> {
                        in.skip(8);
                        in.skip(colourTable(in.u8()) + 1L);
                        skipSubBlocks(in);
                        frames++;
                    }
                    case EXTENSION -> {
                        in.skip(1);
                        skipSubBlocks(in);
                    }
                    case TRAILER -> {
                        return new Walk(frames, true);
                    }
                    default -> {
                        return new Walk(frames, false);
                    }
                }
            }
        } catch (EOFException e) {
            return new Walk(frames, false);
        }
    }

    private static long colourTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
    }

    private static void skipSubBlocks(HeaderBytes in) throws IOException {
        for (int size = in.u8(); size != 0; size = in.u8()) {
            in.skip(size);
        }
    }
}
