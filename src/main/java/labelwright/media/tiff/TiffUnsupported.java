package labelwright.media.tiff;

import java.io.IOException;
import java.io.Serial;

/// A sound file of a kind that this reader does not know. The message is the end of a sentence in brackets.
public final class TiffUnsupported extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    TiffUnsupported(String message) {
        super(message);
    }
}
