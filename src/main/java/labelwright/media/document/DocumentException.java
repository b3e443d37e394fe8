package labelwright.media.document;

import java.io.IOException;
import java.io.Serial;

import org.jspecify.annotations.Nullable;

/// A document could not be read. The message is a plain sentence for people about "the file", without its name.
public final class DocumentException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    DocumentException(String sentence) {
        super(sentence);
    }

    DocumentException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    static DocumentException damaged(String what, @Nullable Throwable cause) {
        return new DocumentException(
                "The file is damaged and cannot be read (%s). Copy it again, or save it anew in another program.".formatted(what), cause);
    }

    static DocumentException tooMuch(String what) {
        return new DocumentException(
                "%s, far more than a document needs; it may be made to fill the memory and was not read.".formatted(what));
    }

    static DocumentException memory(Throwable cause) {
        return new DocumentException("There is not enough memory to read the file. Split it, or give the app more memory.", cause);
    }
}
