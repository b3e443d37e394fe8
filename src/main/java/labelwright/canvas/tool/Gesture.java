package labelwright.canvas.tool;

/// Something a person is doing: from a press until it is done or cancelled. Holds its own state only; never changes the document.
public interface Gesture {

    /// What to show at the moment.
    Preview preview();

    /// The pointer moved, with or without a button down.
    Outcome move(Pointer pointer);

    /// The button went up.
    Outcome release(Pointer pointer);

    /// The button went down again; only gestures that outlive the first release see this.
    default Outcome press(Pointer pointer) {
        return move(pointer);
    }

    /// A key went down. Esc does not arrive here: it cancels every gesture.
    default Outcome key(ToolKey key) {
        return Outcome.GOING;
    }

    /// A key went up.
    default Outcome keyReleased(ToolKey key) {
        return Outcome.GOING;
    }
}
