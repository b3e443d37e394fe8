package labelwright.media.tiff;

import java.io.IOException;
import java.io.InputStream;

/// TIFF's LZW (specification 6.0, section 13): codes of 9 to 12 bits, highest bit first, that grow one code early. The old, reversed bit
/// order of some writers before 1990 is not read.
final class LzwStream extends InputStream {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int CODES = 4096;
    private static final int NONE = -1;

    private final InputStream in;
    private final int[] prefix = new int[CODES];
    private final byte[] suffix = new byte[CODES];
    private final int[] length = new int[CODES];
    private byte[] pending = new byte[CODES];
    private int pendingAt;
    private int pendingEnd;
    private int bits;
    private int bitCount;
    private int width = 9;
    private int next = FIRST;
    private int previous = NONE;
    private boolean ended;

    LzwStream(InputStream in) {
        this.in = in;
        for (int i = 0; i < CLEAR; i++) {
            suffix[i] = (byte) i;
            length[i] = 1;
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? pending[pendingAt++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int count) throws IOException {
        int done = 0;
        while (done < count && fill()) {
            int piece = Math.min(count - done, pendingEnd - pendingAt);
            System.arraycopy(pending, pendingAt, to, offset + done, piece);
            pendingAt += piece;
            done += piece;
        }
        return done == 0 && count > 0 ? -1 : done;
    }

    private boolean fill() throws IOException {
        while (pendingAt == pendingEnd) {
            if (ended || !decode()) {
                ended = true;
                return false;
            }
        }
        return true;
    }

    /// One code; false at the end.
    private boolean decode() throws IOException {
        int code = code();
        if (code == END || code == NONE) {
            return false;
        }
        if (code == CLEAR) {
            width = 9;
            next = FIRST;
            previous = NONE;
            return true;
        }
        if (code > next || (code == next && previous == NONE)) {
            throw new IOException("an LZW code that was never defined");
        }
        int known = code < next ? code : previous;
        int size = length[known] + (code < next ? 0 : 1);
        if (pending.length < size) {
            pending = new byte[size];
        }
        int at = length[known];
        for (int walk = known; at > 0; walk = prefix[walk]) {
            pending[--at] = suffix[walk];
        }
        if (code == next) {
            pending[size - 1] = pending[0];
        }
        pendingAt = 0;
        pendingEnd = size;
        if (previous != NONE && next < CODES) {
            prefix[next] = previous;
            suffix[next] = pending[0];
            length[next] = length[previous] + 1;
            next++;
            if (next + 1 >= 1 << width && width < 12) {
                width++;
            }
        }
        previous = code;
        return true;
    }

    private int code() throws IOException {
        while (bitCount < width) {
            int b = in.read();
            if (b < 0) {
                return NONE;
            }
            bits = bits << 8 | b;
            bitCount += 8;
        }
        bitCount -= width;
        return bits >>> bitCount & (1 << width) - 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
