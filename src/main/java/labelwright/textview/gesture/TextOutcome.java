package labelwright.textview.gesture;

import java.util.Optional;

import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.model.AnnotationId;
import labelwright.model.RelationId;

/// What the station says after each event.
public sealed interface TextOutcome {

    /// Only the caret, what is marked or the preview may have changed.
    record Going() implements TextOutcome {}

    /// The event meant nothing here.
    record Ignored() implements TextOutcome {}

    /// This change should be made.
    record Edited(EditRequest request) implements TextOutcome {}

    /// These spans should be selected.
    record Selected(Selection selection) implements TextOutcome {}

    /// This relation was pointed at, or none any more.
    record Related(Optional<RelationId> relation) implements TextOutcome {}

    /// This suggestion was pointed at.
    record Pointed(AnnotationId suggestion) implements TextOutcome {}

    /// What was asked for is not possible.
    record Refused(Refusal why) implements TextOutcome {}

    /// Why nothing was done.
    enum Refusal {
        /// No text is marked and no span is selected.
        NOTHING_MARKED,
        /// A span with this label is there already, over the same text.
        THERE_ALREADY,
        /// This asks for one selected span.
        NO_ONE_SPAN,
        /// No type of relation is chosen.
        NO_RELATION_TYPE,
        /// Nothing of the span would be left.
        NOTHING_LEFT,
        /// The label may not be given to text.
        LABEL_FORBIDS_SPANS
    }

    TextOutcome GOING = new Going();
    TextOutcome IGNORED = new Ignored();
}
