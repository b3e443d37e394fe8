package labelwright.exchange;

import java.io.Serial;

/// The pixels of a mask cannot be read. The message is a plain sentence that begins with `The mask`.
public final class DamagedMask extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public DamagedMask(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
