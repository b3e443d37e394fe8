package labelwright.exchange.csv;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.TextLines;
import labelwright.exchange.TextLines.Line;

/// Puts lines together to rows: fields in quotes may go over several lines and hold separators; two quotes in them mean one.
///
/// A quote that does not open a whole field, or is never closed, is a sign like any other, and the row ends with its line.
final class CsvRows {
    private static final int MOST_LINES = 100_000;
    private static final int MOST_CHARACTERS = 16 * 1024 * 1024;

    private final TextLines lines;
    private final char separator;
    private final Deque<Line> waiting = new ArrayDeque<>();

    CsvRows(TextLines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /// One row.
    ///
    /// @param line its first line, from 1
    /// @param fault what is wrong with it, a plain sentence; empty for a sound row
    /// @param isRepaired whether a quote that is never closed was taken as a sign of the text
    record Row(long line, List<String> fields, String fault, boolean isRepaired) {}

    /// Null behind the last row.
    @Nullable
    Row next() throws IOException {
        Line first = line();
        if (first == null) {
            return null;
        }
        if (!first.isSound()) {
            return new Row(first.number(), List.of(), first.fault(), false);
        }
        List<Line> taken = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        String ending = first.ending();
        Fields fields = split(text, false);
        long quotes = quotes(first.text());
        while (fields.isOpen() && taken.size() < MOST_LINES && text.length() < MOST_CHARACTERS) {
            Line more = line();
            if (more == null) {
                break;
            }
            taken.add(more);
            if (!more.isSound()) {
                break;
            }
            text.append(ending).append(more.text());
            ending = more.ending();
            long added = quotes(more.text());
            quotes += added;
            if (added > 0 && quotes % 2 == 0) {
                fields = split(text, false);
            }
        }
        if (!fields.isOpen()) {
            return new Row(first.number(), fields.values(), "", false);
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            waiting.addFirst(taken.get(i));
        }
        return new Row(first.number(), split(first.text(), true).values(), "", true);
    }

    /// In a sound row their number is even.
    private static long quotes(String text) {
        return text.chars().filter(c -> c == '"').count();
    }

    private @Nullable Line line() throws IOException {
        Line line = waiting.pollFirst();
        return line == null ? lines.next() : line;
    }

    /// @param isOpen whether the last field has an opening quote and no closing one
    private record Fields(List<String> values, boolean isOpen) {}

    /// @param isPlain whether a quote that is not closed is a sign of the text
    private Fields split(CharSequence text, boolean isPlain) {
        List<String> values = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder value = new StringBuilder();
            int next = quoted(text, at, value);
            if (next == OPEN && !isPlain) {
                return new Fields(values, true);
            }
            if (next < 0) {
                value.setLength(0);
                next = plainEnd(text, at);
                value.append(text, at, next);
            }
            values.add(value.toString());
            if (next >= text.length()) {
                return new Fields(values, false);
            }
            at = next + 1;
        }
    }

    private static final int OPEN = -1;
    private static final int NOT_QUOTED = -2;

    /// Reads a field in quotes; blanks around the quotes are allowed.
    ///
    /// @return the place of the separator behind it or the end of the text, [#OPEN] or [#NOT_QUOTED]
    private int quoted(CharSequence text, int from, StringBuilder value) {
        int at = skipBlanks(text, from);
        if (at >= text.length() || text.charAt(at) != '"') {
            return NOT_QUOTED;
        }
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '"') {
                value.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append(c);
                at++;
            } else {
                int behind = skipBlanks(text, at + 1);
                return behind == text.length() || text.charAt(behind) == separator ? behind : NOT_QUOTED;
            }
        }
        return OPEN;
    }

    private int skipBlanks(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ' && separator != ' ') {
            at++;
        }
        return at;
    }

    private int plainEnd(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != separator) {
            at++;
        }
        return at;
    }
}
