/// Texts as code points: where code points, UTF-16 units, bytes and lines lie, where characters, words and sentences begin, where a
/// text occurs, and whether a span still says what it said.
///
/// [CodePoints] is the index of one immutable text. [Segmentation] cuts it, [Search] finds in it, [SpanText] checks spans against it.
/// Pure Java; knows geometry for [labelwright.geometry.TextRange] and nothing else. Everything here is immutable and may be used by any
/// thread.
///
/// Offsets everywhere are Unicode code points from 0. Formats that count UTF-16 units or bytes are converted at their border with
/// [CodePoints#toUtf16] and [CodePoints#toUtf8].
///
/// Decision: words and sentences are cut by our own scanners. `java.text.BreakIterator` was tried: its word iterator takes a run of
/// Chinese as one word, its sentence iterator ends a sentence behind "Dr.", and its character iterator cuts the whole text before it
/// answers once, 30 to 250 ms for a megabyte, where a key press may cost 16. It is used for characters inside a small window.
/// Rejected: ICU4J, 14 MB for dictionaries that still cut names wrongly. A person who labels Chinese wants single characters. Thai, Lao,
/// Khmer and Burmese have no spaces either; there a run of letters is one word, and the caret goes by characters.
@NullMarked
package labelwright.text;

import org.jspecify.annotations.NullMarked;
