/// Prodigy: JSONL with spans, tokens, relations and decisions. Also reads the JSON that spaCy was trained with: version 2 (paragraphs of tokens
/// with tags) and lists of pairs of a text and its entities.
///
/// | Prodigy | here |
/// |---|---|
/// | `spans`: objects with `start`, `end`, `label` | spans, counted in code points |
/// | `relations`: objects with `head_span`, `child_span`, `label`, or numbers of tokens | relations from head to child |
/// | `accept`: ids of `options` | classes of the text |
/// | `label` and `answer`: accept or reject | the question called like the label, yes or no |
/// | `answer`: reject or ignore, of spans and choices | the text without them, reported |
///
/// Decision: what Prodigy has no key for is in `meta` (name, split, answers), which it shows below the text, and in further keys of a span
/// (attributes, fragments), which it keeps. Each record is a text of its own, also when several decide about the same text one after another:
/// the file is a stream, and texts that are the same can be found in the project.
/// Decision: the text of spaCy's tokens without `raw` is made with one space between tokens and a line break between sentences; the file does
/// not say more. Rejected: writing that JSON, which spaCy itself gave up in version 3; it reads Prodigy's.
@NullMarked
package labelwright.exchange.prodigy;

import org.jspecify.annotations.NullMarked;
