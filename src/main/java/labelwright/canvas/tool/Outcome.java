package labelwright.canvas.tool;

import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.model.AnnotationId;

/// What a gesture says after each event.
public sealed interface Outcome {

    /// The gesture goes on; its preview may have changed.
    record Going() implements Outcome {}

    /// The gesture is over and nothing happens.
    record Cancelled() implements Outcome {}

    /// The gesture is over and this change should be made.
    record Edited(EditRequest request) implements Outcome {}

    /// The gesture is over and this should be selected.
    record Selected(Selection selection) implements Outcome {}

    /// The gesture is over and this suggestion was pointed at.
    record Pointed(AnnotationId suggestion) implements Outcome {}

    /// The gesture is over because what was asked for is not possible.
    record Refused(Refusal why) implements Outcome {}

    /// Why nothing was drawn.
    enum Refusal {
        /// The project has no label yet, or none is chosen.
        NO_LABEL,
        /// The chosen label may not be drawn with this shape.
        LABEL_FORBIDS_SHAPE,
        /// The label has no template for skeletons.
        NO_SKELETON,
        /// The line goes right through no shape.
        NOTHING_CUT,
        /// Of the shape nothing would be left.
        NOTHING_LEFT,
        /// There is no mask to erase from.
        NO_MASK_HERE,
        /// Nothing is selected from which could be taken.
        NO_MASK_SELECTED,
        /// The colours of the picture cannot be read.
        NO_PIXELS,
        /// The mask would be of more pieces than can be kept.
        TOO_MANY_PIECES,
        /// Nothing was found.
        NOTHING_FOUND
    }

    Outcome GOING = new Going();
    Outcome CANCELLED = new Cancelled();
}
