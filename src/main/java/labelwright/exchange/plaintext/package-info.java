/// Plain text files without labels, read and written: each file, line or paragraph is an item.
///
/// Decision: a file's bytes are kept as they are, with byte order mark and line ends; a line or paragraph keeps its own bytes without the
/// line end behind it. Which one is an item is said with `by`; without a word it is the file.
/// Decision: what is written has no labels, which the losses say. By file it is byte for byte what the project holds; one text a line is a format of
/// its own, since nothing in a file shows that its lines are texts.
@NullMarked
package labelwright.exchange.plaintext;

import org.jspecify.annotations.NullMarked;
