/// CoNLL columns: a token on each line with its tag, an empty line between sentences. CoNLL-2000, 2002, 2003, WNUT-17 and their like.
///
/// The token is in the first column and the tag in the last one unless [labelwright.exchange.ReadOption#COLUMNS] says otherwise (`token=1,tag=4`).
/// Tags are read in every usual scheme, see [labelwright.exchange.TagRuns]. A document begins at `-DOCSTART-`; a file with such lines gives one
/// text a document, another one a text a sentence, unless [labelwright.exchange.ReadOption#BY] says `sentence` or `document`.
///
/// Decision: the files do not hold the texts. One is made: tokens joined by one space, sentences by a line break.
/// Decision: the writer takes lines for sentences, spaces for the ends of tokens, and cuts signs off words as the data sets of the shared tasks
/// do; a token is also cut where a span begins or ends, so that no span is lost for it. What changes by that is named beforehand.
/// Decision: of spans that overlap, the longest is written, the first of equals; spans in pieces are left out. Tags cannot say either.
/// Rejected: comments with the names and texts of items, as CoNLL-U has them: readers of these older files take them for tokens.
/// Decision: trees (CoNLL-2006, CoNLL-U) are told by the numbers in their first column and refused: they hold no spans.
@NullMarked
package labelwright.exchange.conll;

import org.jspecify.annotations.NullMarked;
