package labelwright.ui.control;

/// Where failures are told to the person. May be called from any thread.
@FunctionalInterface
public interface Faults {
    /// @param doing what was being done, in the person's words: "Import cells"
    void report(String doing, Throwable fault);
}
