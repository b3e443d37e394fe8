/// WebAnno TSV 3, the tab-separated files of WebAnno and INCEpTION: one file a text, tokens in rows, layers of annotations in columns.
///
/// | file | here |
/// |---|---|
/// | `#Text=` | the text, which alone counts: the column of tokens is only compared |
/// | `1-2`, `1-2.1` with offsets | tokens and parts of tokens; offsets are UTF-16 units and become code points |
/// | span layer `#T_SP` | a region over all rows that carry its number `[n]`, or one row; its label is the feature `label`, `value` or the first, else the layer's name; other features are attributes |
/// | slot `ROLE_` | relations from the region, called like the role |
/// | relation layer `#T_RL` | a relation from the region that the last column names to the region of the row |
/// | chain layer `#T_CH` | its links are regions, with relations from each to the next |
///
/// Decision: lemmas, stems and morphology are attributes of regions called like their layer: a label for every lemma is no label.
/// Decision: spans of no length are refused with their line: a region here holds at least one character.
/// Decision: what is written has one span layer and one relation layer. Sentences abut, so that every character of the text is in a `#Text` line and comes back.
/// Rejected: TSV 1 and 2, which nothing has written since 2016; they are refused with a sentence.
@NullMarked
package labelwright.exchange.webanno;

import org.jspecify.annotations.NullMarked;
