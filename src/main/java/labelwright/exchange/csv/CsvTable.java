package labelwright.exchange.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.TextLines;
import labelwright.exchange.TextLines.Line;

/// How the rows of one file are written.
///
/// @param separator between fields
/// @param isSaid whether the first line says so (`sep=;`), and is no row
record CsvTable(char separator, boolean isSaid) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int LINES = 5;

    static CsvTable of(Path file, ReadRequest request, RecordSink sink) throws IOException {
        StringBuilder head = new StringBuilder();
        try (TextLines lines = TextLines.open(file, request, sink)) {
            Line line = lines.next();
            for (int i = 0; i < LINES && line != null; i++) {
                head.append(line.text()).append('\n');
                line = lines.next();
            }
        }
        return of(head.toString());
    }

    /// @param head the first lines
    static CsvTable of(String head) {
        String first = head.lines().findFirst().orElse("");
        if (first.matches("(?i)\"?sep=.\"?")) {
            return new CsvTable(first.replace("\"", "").charAt(4), true);
        }
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = count(first, separator);
            if (count > most) {
                most = count;
                best = separator;
            }
        }
        return new CsvTable(best, false);
    }

    /// Outside of quotes.
    private static long count(String line, char separator) {
        long count = 0;
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            isQuoted ^= line.charAt(i) == '"';
            count += !isQuoted && line.charAt(i) == separator ? 1 : 0;
        }
        return count;
    }
}
