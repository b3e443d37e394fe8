package labelwright.media.tiff;

import java.io.IOException;
import java.io.InputStream;

/// PackBits (TIFF 6.0, section 9): runs of a byte, and bytes as they are.
final class PackBitsStream extends InputStream {
    private static final int NOTHING = 128;

    private final InputStream in;
    private int left;
    private int repeated = -1;

    PackBitsStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        while (left == 0) {
            int head = in.read();
            if (head < 0) {
                return -1;
            }
            if (head < NOTHING) {
                left = head + 1;
                repeated = -1;
            } else if (head > NOTHING) {
                left = 257 - head;
                repeated = in.read();
                if (repeated < 0) {
                    return -1;
                }
            }
        }
        left--;
        return repeated >= 0 ? repeated : in.read();
    }

    @Override
    public int read(byte[] to, int offset, int count) throws IOException {
        int done = 0;
        for (int next = count == 0 ? -1 : read(); next >= 0; next = read()) {
            to[offset + done++] = (byte) next;
            if (done == count) {
                break;
            }
        }
        return done == 0 && count > 0 ? -1 : done;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
