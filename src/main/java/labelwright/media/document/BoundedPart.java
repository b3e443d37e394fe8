package labelwright.media.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;

/// A part of a zip file that may not unpack to more than a bound, nor to a hundred times its packed size once it is large.
final class BoundedPart extends FilterInputStream {
    private static final long MOST_BYTES = 256L << 20;
    private static final long HARMLESS = 16L << 20;
    private static final long MOST_TIMES = 100;

    private final long packed;
    private long bytes;

    /// @param packed size in the zip file, in bytes
    BoundedPart(InputStream in, long packed) {
        super(in);
        this.packed = Math.max(1, packed);
    }

    /// The message is the beginning of a sentence.
    static final class Bomb extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        Bomb(long bytes) {
            super("A part of the file unpacks to more than %,d MB".formatted(bytes >> 20));
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        bytes += read;
        if (bytes > MOST_BYTES || (bytes > HARMLESS && bytes / MOST_TIMES > packed)) {
            throw new Bomb(bytes - read);
        }
    }
}
