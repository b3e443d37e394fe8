package labelwright.engine;

/// Something the engine cannot do, said in one plain sentence that can be shown to a person as it is.
public class EngineException extends Exception {

    private static final long serialVersionUID = 1L;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Why something failed, in the words of its innermost cause that has any; without a full stop.
    public static String reason(Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String message = at.getMessage();
            reason = message == null || message.isBlank() ? at.getClass().getSimpleName() : message.strip();
        }
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
