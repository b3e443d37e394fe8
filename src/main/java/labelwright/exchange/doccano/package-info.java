/// doccano: JSONL or JSON with spans, classes and relations, in the dialects of its versions and kinds of project.
///
/// | project | keys |
/// |---|---|
/// | sequence labelling | `label` or `labels`: `[start, end, label]` |
/// | classification | `label`: names of classes |
/// | spans and classes ("intent detection") | `entities`: `[start, end, label]`, `cats`: names |
/// | relations | `entities`: objects with `id`, `start_offset`, `end_offset`, `label`; `relations`: objects with `from_id`, `to_id`, `type` |
/// | version 1.0 | `annotations`: objects with `label` (a number, named by the file of labels), `start_offset`, `end_offset` |
///
/// Offsets: scripts that make such files count code points, the browser in which people label counts UTF-16 units unless the project counts
/// graphemes (doccano/doccano issue 2290), and the files do not say which. Decision: what an entity says that it covers decides; without it,
/// code points, unless UTF-16 units put more spans and nearly all of them between words. That is reported for each text, and
/// [labelwright.exchange.ReadOption#OFFSETS] settles it.
///
/// Decision: what doccano has no key for (name and split of the text, attributes, further fragments of a span) is in an object `labelwright`,
/// which doccano keeps among the metadata; all other scalars of a record and its `meta` are answers to questions of their names.
/// Decision: a file of label definitions (`text`, `background_color`) gives labels and no texts.
@NullMarked
package labelwright.exchange.doccano;

import org.jspecify.annotations.NullMarked;
