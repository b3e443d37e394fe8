package labelwright.canvas.tool;

import java.util.Optional;

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

    /// The person turns to something else, such as another tool: what is drawn so far is kept if that makes sense.
    default Outcome leave() {
        return Outcome.CANCELLED;
    }

    /// What should stand beside the pointer.
    default Optional<Note> note() {
        return Optional.empty();
    }

    /// What the pointer is drawn to at the moment.
    default Optional<Snap> snap() {
        return Optional.empty();
    }

    /// A key went down. Esc does not arrive here: it cancels every gesture.
    default Outcome key(ToolKey key) {
        return Outcome.GOING;
    }

    /// Whether a key means something to the gesture. The others go on to the shortcuts of the screen, and the gesture goes on.
    default boolean wants(ToolKey key) {
        return key != ToolKey.SKIP && key != ToolKey.OCCLUDED;
    }

    /// Whether a click sets a further point of it. Of others Enter is the end wherever the pointer is.
    default boolean takesPoints() {
        return true;
    }

    /// A key went up.
    default Outcome keyReleased(ToolKey key) {
        return Outcome.GOING;
    }

    /// Work that the gesture had given to the background is done.
    default Outcome settled() {
        return Outcome.GOING;
    }

    /// The gesture was cancelled from outside; work in the background should end.
    default void abandoned() {}
}
