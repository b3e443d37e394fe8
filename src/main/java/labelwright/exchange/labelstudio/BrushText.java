package labelwright.exchange.labelstudio;

import java.io.ByteArrayOutputStream;

import labelwright.exchange.DamagedMask;
import labelwright.exchange.PictureSizes.Size;
import labelwright.geometry.Spans;

/// Brush masks as Label Studio stores them: the bit stream of thi.ng/rle-pack over the RGBA values of all pixels, row by row; the mask is what is
/// not transparent.
///
/// 32 bits number of values, 5 bits word size less 1, four times 4 bits run size less 1; then runs: 1 bit (whether one word repeats), 2 bits
/// (which run size), the length less 1, the word or words. Highest bit first.
final class BrushText {
    private static final int CHANNELS = 4;
    private static final int WORD = 8;
    private static final int[] SIZES = {3, 4, 8, 16};
    private static final int OPAQUE = 255;
    private static final long MOST_PIXELS = 400_000_000L;

    private BrushText() {}

    static Spans decode(int[] bytes, Size size) throws DamagedMask {
        Bits bits = new Bits(bytes);
        long count = bits.read(16) << 16 | bits.read(16);
        if (count != (long) CHANNELS * size.width() * size.height() || count > CHANNELS * MOST_PIXELS) {
            throw new DamagedMask("The brush mask has %,d values, but a picture of %s has %,d.".formatted(count, size,
                    (long) CHANNELS * size.width() * size.height()));
        }
        int word = (int) bits.read(5) + 1;
        int[] sizes = new int[SIZES.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (int) bits.read(4) + 1;
        }
        Pixels pixels = new Pixels(size.width());
        long at = 0;
        while (at < count) {
            boolean repeats = bits.read(1) == 1;
            long length = bits.read(sizes[(int) bits.read(2)]) + 1;
            if (length > count - at) {
                throw new DamagedMask("The brush mask holds more values than it says.");
            }
            if (repeats) {
                pixels.add(at, at + length, bits.read(word) != 0);
            } else {
                for (long i = 0; i < length; i++) {
                    pixels.add(at + i, at + i + 1, bits.read(word) != 0);
                }
            }
            at += length;
        }
        return pixels.build();
    }

    /// Gathers the values of the alpha channel.
    private static final class Pixels {
        private final int width;
        private final Spans.Builder spans = new Spans.Builder();

        Pixels(int width) {
            this.width = width;
        }

        /// The values `from <= i < to`, all the same.
        void add(long from, long to, boolean isOn) {
            if (!isOn) {
                return;
            }
            long pixel = from / CHANNELS;
            long end = to / CHANNELS;
            while (pixel < end) {
                int x = (int) (pixel % width);
                int right = (int) Math.min(width, x + end - pixel);
                spans.add((int) (pixel / width), x, right);
                pixel += right - x;
            }
        }

        Spans build() {
            return spans.build();
        }
    }

    private static final class Bits {
        private final int[] bytes;
        private long at;

        Bits(int[] bytes) {
            this.bytes = bytes;
        }

        long read(int count) throws DamagedMask {
            long value = 0;
            for (int i = 0; i < count; i++) {
                int place = (int) (at / 8);
                if (place >= bytes.length) {
                    throw new DamagedMask("The brush mask ends in the middle.");
                }
                value = value << 1 | (bytes[place] >> (7 - at % 8) & 1);
                at++;
            }
            return value;
        }
    }

    /// One number from 0 to 255 for each byte.
    static byte[] encode(Spans spans, int width, int height) {
        Writer out = new Writer();
        long count = (long) CHANNELS * width * height;
        out.write(count >>> 16, 16);
        out.write(count & 0xFFFF, 16);
        out.write(WORD - 1, 5);
        for (int size : SIZES) {
            out.write(size - 1, 4);
        }
        long[] end = {0};
        spans.forEach((y, from, to) -> {
            long start = (long) y * width + from;
            out.run(CHANNELS * (start - end[0]), 0);
            out.run((long) CHANNELS * (to - from), OPAQUE);
            end[0] = start + to - from;
        });
        out.run(count - CHANNELS * end[0], 0);
        return out.finish();
    }

    private static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int pending;
        private int used;

        void write(long value, int count) {
            for (int i = count - 1; i >= 0; i--) {
                pending = pending << 1 | (int) (value >>> i & 1);
                if (++used == 8) {
                    bytes.write(pending);
                    pending = 0;
                    used = 0;
                }
            }
        }

        void run(long length, int word) {
            long left = length;
            while (left > 0) {
                int choice = 0;
                while (choice < SIZES.length - 1 && left > 1L << SIZES[choice]) {
                    choice++;
                }
                long part = Math.min(left, 1L << SIZES[choice]);
                write(1, 1);
                write(choice, 2);
                write(part - 1, SIZES[choice]);
                write(word, WORD);
                left -= part;
            }
        }

        byte[] finish() {
            if (used > 0) {
                write(0, 8 - used);
            }
            return bytes.toByteArray();
        }
    }
}
