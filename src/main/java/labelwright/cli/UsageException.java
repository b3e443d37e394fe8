package labelwright.cli;

/// An option has a value that makes no sense. The message is one plain sentence.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    UsageException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
