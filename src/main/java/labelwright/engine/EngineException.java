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
}
