package labelwright.exchange;

import java.io.IOException;
import java.io.Serial;

/// A file is no text in an encoding that is known. The message is a plain sentence for people.
public final class UnreadableText extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableText(String sentence) {
        super(sentence);
    }
}
