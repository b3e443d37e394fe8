package labelwright.exchange.webanno;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import labelwright.exchange.ReadProblems;
import labelwright.exchange.SafeName;
import labelwright.model.Problem.Action;

/// Puts the text of a file together from its sentences, and keeps the rows.
final class TsvSentences {
    static final String TEXT = "#Text=";
    private static final Pattern ADDRESS = Pattern.compile("\\d+-\\d+(\\.\\d+)?");
    private static final Pattern OFFSETS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final String file;
    private final ReadProblems problems;
    private final StringBuilder text = new StringBuilder();
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> waiting = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    /// @param cells those of the layers
    record Row(int line, String address, int begin, int end, String token, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean isToken() {
            return address.indexOf('.') < 0;
        }
    }

    /// @param columns number of cells behind the token
    TsvSentences(String file, int columns, ReadProblems problems) {
        this.file = file;
        this.columns = columns;
        this.problems = problems;
    }

    /// @param number of the line, from 1
    void take(int number, String line) {
        if (line.startsWith(TEXT)) {
            if (!waiting.isEmpty()) {
                finish();
            }
            lines.add(TsvText.plain(line.substring(TEXT.length())));
        } else if (line.isBlank()) {
            finish();
        } else if (!line.startsWith("#")) {
            row(number, line);
        }
    }

    private void row(int number, String line) {
        List<String> parts = List.of(line.split("\t", -1));
        String where = "%s, line %d".formatted(file, number);
        Matcher offsets = OFFSETS.matcher(parts.size() > 1 ? parts.get(1) : "");
        if (!ADDRESS.matcher(parts.getFirst()).matches() || !offsets.matches()) {
            problems.refused(where,
                    "Expected a number such as 1-2, a tab and offsets such as 5-7, but found %s.".formatted(SafeName.shown(line)));
            return;
        }
        if (parts.size() < columns + 3) {
            problems.refused(where, "Expected %d columns as the head of the file says, but found %d.".formatted(columns + 3, parts.size()));
            return;
        }
        waiting.add(new Row(number, parts.getFirst(), Integer.parseInt(offsets.group(1)), Integer.parseInt(offsets.group(2)),
                TsvText.plain(parts.get(2)), parts.subList(3, 3 + columns)));
    }

    /// Ends a sentence: its text goes where its first token says, with blanks where no sentence is.
    void finish() {
        if (lines.isEmpty() && waiting.isEmpty()) {
            return;
        }
        String sentence = String.join("\n", lines);
        Row first = waiting.stream().filter(Row::isToken).findFirst().orElse(null);
        int indent = first == null ? -1 : sentence.indexOf(first.token());
        int start = first == null || indent < 0 ? text.length() : first.begin() - indent;
        boolean isFar = start < text.length() || start > text.length() + 100_000;
        if (isFar) {
            problems.repaired("%s, line %d".formatted(file, first == null ? 1 : first.line()),
                    "The offsets of the sentence do not follow the sentence before it; its regions may be missing.");
            start = text.length();
        }
        if (start > text.length()) {
            text.append(text.isEmpty() ? " " : "\n").append(" ".repeat(start - text.length()));
            text.setLength(start);
        }
        text.append(sentence);
        rows.addAll(waiting);
        waiting.clear();
        lines.clear();
    }

    String text() {
        return text.toString();
    }

    /// Those whose offsets lie in the text, in order.
    List<Row> rows() {
        String all = text();
        List<Row> sound = new ArrayList<>();
        Action worst = null;
        for (Row row : rows) {
            String where = "%s, line %d".formatted(file, row.line());
            if (row.end() < row.begin() || row.end() > all.length()) {
                problems.refused(where,
                        "The offsets %d-%d lie beyond the text, which has %d characters.".formatted(row.begin(), row.end(), all.length()));
                continue;
            }
            sound.add(row);
            if (row.isToken() && !all.substring(row.begin(), row.end()).equals(row.token()) && worst == null) {
                worst = Action.REPAIRED;
                problems.repaired(where, "The token is %s, but the text at %d-%d is %s; the text counts, here and in the rest of the file."
                        .formatted(SafeName.shown(row.token()), row.begin(), row.end(),
                                SafeName.shown(all.substring(row.begin(), row.end()))));
            }
        }
        return sound;
    }
}
