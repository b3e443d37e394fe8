/// How a text is cut and arranged for the screen, without a toolkit: [Blocks] of it, their [Heights] on the way down, the [SpanIndex]
/// that says which spans lie in a stretch, the [Lanes] that keep what overlaps apart, and [DisplayText], which can be drawn whatever is in
/// the text.
///
/// Decision: a line of the text that is longer than a screenful is cut into several blocks, at ends of sentences where there are any.
/// So a megabyte on one line costs what a megabyte in paragraphs costs; such a line has a short row here and there, which a mark at its end
/// explains.
@NullMarked
package labelwright.textview.flow;

import org.jspecify.annotations.NullMarked;
