/// Plain text files without labels: each file, line or paragraph is an item.
///
/// Decision: a file's bytes are kept as they are, with byte order mark and line ends; a line or paragraph keeps its own bytes without the
/// line end behind it. Which one is an item is said with `by`; without a word it is the file.
@NullMarked
package labelwright.exchange.plaintext;

import org.jspecify.annotations.NullMarked;
