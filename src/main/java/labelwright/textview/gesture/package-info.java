/// What a pointer and the keys do on a text, without a toolkit: places come in as code points, and one [labelwright.edit.EditRequest] at most comes out.
///
/// [TextStation] is the small machine: it holds the [Caret], runs the gesture in hand (selecting, moving an end, drawing a relation), and
/// says in a [TextOutcome] what should happen. [SpanEdits] makes the edits. The world is seen through [TextScene].
///
/// Decision: as on pictures, gestures give back edits as data and never change the document while they go on; Esc leaves no trace.
/// Decision: the keys move the caret as in every editor (character, with Ctrl word, sentence, line), and the granularity switch is for the
/// pointer and for moving the ends of a span. Rejected: arrow keys that follow the switch, for then no key moves by one character.
@NullMarked
package labelwright.textview.gesture;

import org.jspecify.annotations.NullMarked;
