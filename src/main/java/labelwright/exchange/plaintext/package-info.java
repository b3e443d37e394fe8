/// Plain text files without labels: each file, line or paragraph is an item.
///
/// Decision: a file's bytes are kept as they are, with byte order mark and line ends; a line or paragraph keeps its own bytes without the
/// line end behind it. Which one is an item is said with `by`; without a word it is the file.
/// Decision: an encoding is only assumed where the bytes leave no doubt (a mark, valid UTF-8, the zeros of UTF-16). Anything else is refused by
/// the name of the encoding that it looks like, and read when that name is given. Rejected: reading it as what it looks like, because
/// Latin-1 accepts everything and a wrong guess is found after the labelling.
@NullMarked
package labelwright.exchange.plaintext;

import org.jspecify.annotations.NullMarked;
