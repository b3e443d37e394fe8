package labelwright.engine;

/// Why a run ended.
public enum StopReason {
    COMPLETED, EARLY_STOPPED, CANCELLED, OUT_OF_TIME
}
