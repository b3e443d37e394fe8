/// The text surface: a text with its spans, relations and suggestions, looked at and edited with pointer and keys.
///
/// [TextSurface] is the node. It knows no screen around it: what it shows is handed in, what a person does comes out as
/// [labelwright.edit.EditRequest]. Below it lie `flow` (blocks, heights, spans by place, lanes) and `gesture` (caret and
/// gestures), both without a toolkit; this package joins them to JavaFX. Knows texts, geometry, model and edit.
///
/// A [RowWindow] holds the rows that are on the screen and nothing else. Rows are broken by ourselves from measured widths
/// ([TextMetrics], [RowBreaker]) and cut into runs of one direction ([Runs]); each [Run] is one `Text` node without wrapping, which JavaFX
/// shapes, and which knows where its characters are. Everything coloured is drawn on one canvas behind the rows by [SurfacePainter] and [ArcPainter].
///
/// Decision: our own virtual flow, chosen by trying, with a megabyte of text and 20,000 marked stretches, in paragraphs and on one line.
/// `CodeArea` of jfx-incubator-richtext 26.0.2 with a decorator: first frame after 0.6 s in paragraphs and 2.9 s on one line, keys well
/// below 16 ms. RichTextFX 0.11.7: 0.6 s in paragraphs with single keys of 27 ms, and no frame within a minute on one line. Both are
/// virtual by paragraph only, and neither has room of its own under and over each row, which lanes and arcs need.
/// Rejected: one wrapping `Text` for each paragraph. `Text` of JavaFX 26.0.2 throws an ArrayIndexOutOfBoundsException
/// (`PrismTextLayout.computeTrailingSpaceWidth`) when Arabic wraps, laying out 1,500 Chinese characters at once takes 30 ms, and the space
/// between its rows is the same everywhere.
@NullMarked
package labelwright.textview;

import org.jspecify.annotations.NullMarked;
