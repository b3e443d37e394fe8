/// Documents without labels: a page of a PDF is an item, a DOCX is an item.
///
/// Decision: pages are called as those of pictures are: the first like the file, the others with `#2`, `#3` behind it.
/// Decision: the documents themselves are opened by whoever reads, see [labelwright.exchange.DocumentTexts]; a document that cannot be read is
/// one problem, and the others are read.
@NullMarked
package labelwright.exchange.documents;

import org.jspecify.annotations.NullMarked;
