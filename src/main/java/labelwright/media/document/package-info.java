/// The text of PDF and DOCX files, page by page, for text projects; where its letters stand on the pages of a PDF; and pictures of them.
///
/// Floor 4, a part of media. Files of people are only opened for reading; nothing in them is run and nothing that they point to is opened.
///
/// Decision: what a file is, is told from its first bytes, never from its name.
/// Decision: a page of a PDF is read in the order of the places of its letters, because the order in the file is that of the program that wrote
/// it. [labelwright.media.document.ReadingOrder] finds the columns; within each PDFBox makes lines, from top to bottom. Rejected: the threads
/// (beads) that a file may bring, which few programs write. Streams are kept in temporary files, not in memory.
/// Decision: places of letters are not stored. They are read from the file again by the code that read the text, and only count when the text is
/// the same; a page of some thousand letters costs some milliseconds. Rejected: storing them, which would add more bytes than the text has
/// to every workspace, for a picture that needs the file anyway.
/// Decision: a page is drawn in the part and size that is seen, on white, by PDFBox; see [labelwright.media.document.PdfFile]. Fonts that the file
/// does not bring along are drawn in one font, and letters that it lacks are not drawn.
/// Decision: PDFBox is given one font for those that a file does not bring along, see [labelwright.media.document.OneFont]. Rejected: letting it
/// look through the fonts of the system, which takes seconds and leaves a file in the home folder; no letter of the text depends on it.
/// Decision: what PDFBox writes to the log about a file is turned off (logback.xml): a file may bring thousands of such lines, and what matters to a
/// person is in the report.
/// Decision: a PDF that has lost its end is refused, although PDFBox could show what is left: pages would be missing without a word.
/// Decision: a DOCX is read as the zip file of XML parts that it is, by the StAX reader of the JDK without DTDs, with bounds on every part. Rejected:
/// XWPF of POI, which builds a tree about twenty times the size of the XML, and whose bounds are settings of the whole process.
/// Decision: macros, external pictures, templates and links are counted and told. Deleted words of tracked changes are left out.
@NullMarked
package labelwright.media.document;

import org.jspecify.annotations.NullMarked;
