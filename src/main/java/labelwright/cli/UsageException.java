package labelwright.cli;

import org.jspecify.annotations.Nullable;

/// An option has a value that makes no sense. The message is one plain sentence.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    UsageException(String sentence) {
        this(sentence, null);
    }

    UsageException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
