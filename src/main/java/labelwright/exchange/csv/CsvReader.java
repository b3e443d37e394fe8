package labelwright.exchange.csv;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.ColumnChoice;
import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.Questions;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordFiles;
import labelwright.exchange.RecordSink;
import labelwright.exchange.TextItems;
import labelwright.exchange.TextItems.Placed;
import labelwright.exchange.TextItems.Source;
import labelwright.exchange.TextLines;
import labelwright.exchange.csv.CsvColumns.Unclear;
import labelwright.exchange.csv.CsvRows.Row;
import labelwright.model.Choices;

/// Reads one table after the other.
final class CsvReader implements DatasetReader {
    static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "tab");

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        ColumnChoice wish = ColumnChoice.of(request, CsvColumns.WORDS);
        List<RecordFiles.Entry> files = RecordFiles.of(request, sink, EXTENSIONS);
        Reading reading = new Reading(request, sink, wish, files.size() == 1);
        files.forEach(reading::file);
    }

    private static final class Reading {
        private final ReadRequest request;
        private final RecordSink sink;
        private final ColumnChoice wish;
        private final boolean isOnly;
        private final ReadProblems problems;
        private final TextItems items;
        private final Questions questions;

        Reading(ReadRequest request, RecordSink sink, ColumnChoice wish, boolean isOnly) {
            this.request = request;
            this.sink = sink;
            this.wish = wish;
            this.isOnly = isOnly;
            this.problems = new ReadProblems(sink);
            this.items = new TextItems(sink);
            this.questions = new Questions(sink);
        }

        void file(RecordFiles.Entry entry) {
            try {
                CsvTable table = CsvTable.of(entry.file(), request, sink);
                try (TextLines lines = TextLines.open(entry.file(), request, sink)) {
                    if (table.isSaid()) {
                        lines.next();
                    }
                    rows(entry.path(), new CsvRows(lines, table.separator()));
                }
            } catch (IOException e) {
                problems.unreadable(entry.path(), e);
            } catch (Unclear e) {
                if (isOnly) {
                    throw new ExchangeException("%s is no table that explains itself. %s".formatted(entry.path(), e.getMessage()), e);
                }
                problems.skipped(entry.path(), "%s".formatted(e.getMessage()));
            }
        }

        private void rows(String path, CsvRows rows) throws IOException, Unclear {
            Row first = rows.next();
            while (first != null && first.fault().isEmpty() && isBlank(first)) {
                first = rows.next();
            }
            if (first == null) {
                problems.skipped(path, "The file is empty.");
                return;
            }
            if (!first.fault().isEmpty()) {
                problems.refused(path, first.fault());
                return;
            }
            List<String> header = wish.hasHeader()
                    ? first.fields()
                    : IntStream.rangeClosed(1, first.fields().size()).mapToObj(i -> "column " + i).toList();
            CsvColumns columns = CsvColumns.find(header, wish);
            long number = 0;
            Row row = wish.hasHeader() ? rows.next() : first;
            for (; row != null; row = rows.next()) {
                if (row.fault().isEmpty() && isBlank(row)) {
                    continue;
                }
                row(path, ++number, row, columns);
            }
        }

        private static boolean isBlank(Row row) {
            return row.fields().size() == 1 && row.fields().getFirst().isBlank();
        }

        private void row(String path, long number, Row row, CsvColumns columns) {
            String place = "%s, line %d".formatted(path, row.line());
            if (!row.fault().isEmpty()) {
                problems.refused(place, row.fault());
                return;
            }
            List<String> fields = row.fields();
            if (fields.size() <= columns.text()) {
                problems.refused(place,
                        "The row has %d columns; the text should be in column %d.".formatted(fields.size(), columns.text() + 1));
                return;
            }
            if (row.isRepaired()) {
                problems.repaired(place, "A quote at the beginning of a field is never closed; it was taken as a part of the text.");
            }
            if (fields.size() > columns.others().size()) {
                problems.repaired(place, "The row has %d columns, %d more than the first line names; those were left out."
                        .formatted(fields.size(), fields.size() - columns.others().size()));
            }
            Source source = new Source(path, number, field(fields, columns.name()), field(fields, columns.id()),
                    field(fields, columns.split()));
            @Nullable
            Placed item = items.add(source, place, fields.get(columns.text())).orElse(null);
            if (item == null) {
                return;
            }
            Map<String, String> answers = new LinkedHashMap<>();
            questions.classes(answers, classes(field(fields, columns.label())));
            for (int i = 0; i < Math.min(fields.size(), columns.others().size()); i++) {
                if (!columns.others().get(i).isEmpty() && !fields.get(i).isEmpty()) {
                    answers.putIfAbsent(columns.others().get(i), fields.get(i));
                }
            }
            if (!answers.isEmpty()) {
                sink.answers(item.key(), answers);
            }
        }

        private List<String> classes(String cell) {
            if (cell.isBlank()) {
                return List.of();
            }
            if (!wish.separator().isEmpty()) {
                return Stream.of(cell.split(Pattern.quote(wish.separator()))).map(String::strip).toList();
            }
            return cell.startsWith("[") ? Choices.decode(cell) : List.of(cell.strip());
        }

        private static String field(List<String> fields, int place) {
            return place >= 0 && place < fields.size() ? fields.get(place) : "";
        }
    }
}
