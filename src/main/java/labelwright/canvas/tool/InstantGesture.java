package labelwright.canvas.tool;

/// A press that is its own end: the outcome is known at once and told when the button goes up or the pointer moves.
record InstantGesture(Outcome outcome) implements Gesture {
    @Override
    public Preview preview() {
        return Preview.NOTHING;
    }

    @Override
    public Outcome move(Pointer pointer) {
        return outcome;
    }

    @Override
    public Outcome release(Pointer pointer) {
        return outcome;
    }
}
