/// What a pointer and the keys do on a picture: tools, and the gestures they begin.
///
/// A [Tool] is asked at every press; it may begin a [Gesture], which lives until it is done or cancelled. While it lives it only offers
/// a [Preview]; the document is never touched. When it is done it says in an [Outcome] what should happen: an [labelwright.edit.EditRequest], a new
/// selection, or nothing. One gesture is at most one edit, and Esc always leaves no trace.
///
/// Everything is in picture pixels, and nothing here knows a toolkit: a test feeds points and asserts the edit. The world is seen
/// through [ToolContext]. One file per tool and per gesture; [ToolStation] is the small machine that runs them.
///
/// Decision: gestures give back edits as data. Rejected: tools that change the document while dragging and mend it on cancel.
@NullMarked
package labelwright.canvas.tool;

import org.jspecify.annotations.NullMarked;
