package labelwright.model.canary;

/// Breaks the rule against static state.
public final class HoldsStaticState {
    static int count;

    private HoldsStaticState() {}
}
