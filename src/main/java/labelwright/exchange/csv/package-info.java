/// Tables of texts and their classes: CSV, TSV and what spreadsheets write. One row is one text.
///
/// Which column is what is told by its header ([CsvColumns]) or said by a person with [labelwright.exchange.ReadOption#COLUMNS]. The class is the
/// answer to the question [labelwright.exchange.Questions#LABEL]; every other column with a name is a question of its own.
///
/// Decision: a parser of our own ([CsvRows]). Rejected: Commons CSV, which cannot go on behind a quote that is never closed, keeps the rest of
/// the file in memory then, and does not tell a quote that opens a field from one that belongs to the text (`"Great" phone`).
/// Decision: several classes in one cell are written as a JSON array of texts, which is read back without knowing a separator; other
/// programs' separators are named with `separator=|` among the columns.
/// Decision: no byte order mark is written: programs that do not know it take it for a part of the first column's name.
/// Rejected: guessing the column of texts by its contents. A wrong guess labels the wrong texts; the question costs one line.
@NullMarked
package labelwright.exchange.csv;

import org.jspecify.annotations.NullMarked;
