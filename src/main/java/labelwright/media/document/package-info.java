/// The text of PDF and DOCX files, page by page, for text projects.
///
/// Floor 4, a part of media. Files of people are only opened for reading; nothing in them is run and nothing that they point to is opened.
///
/// Decision: what a file is, is told from its first bytes, never from its name.
/// Decision: a page of a PDF is read by PDFBox in the order of the places of its letters (lines from top to bottom, left to right in each), because
/// the order in the file is that of the program that wrote it. Text in columns is therefore read across the columns. Streams are kept in
/// temporary files, not in memory.
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
