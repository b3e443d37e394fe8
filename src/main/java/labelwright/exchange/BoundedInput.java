package labelwright.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends the reading of a part of a file that is larger than memory should hold; the file itself may be of any length.
final class BoundedInput extends FilterInputStream {
    private final long most;
    private long read;

    /// @param most bytes of one part
    BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /// A part has more bytes than may be.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long most) {
            super("one part of it is larger than %,d bytes".formatted(most));
        }
    }

    /// Counting begins anew.
    void nextPart() {
        read = 0;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int number = super.read(bytes, offset, length);
        count(Math.max(0, number));
        return number;
    }

    private void count(int number) throws TooLarge {
        read += number;
        if (read > most) {
            throw new TooLarge(most);
        }
    }
}
