package labelwright.task;

/// Thrown at a safe point by work whose cancel token was set; never an error.
public class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("Cancelled");
    }
}
