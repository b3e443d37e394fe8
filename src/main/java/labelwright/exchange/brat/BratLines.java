package labelwright.exchange.brat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.SafeName;
import labelwright.exchange.SpanPlacer.Stretch;
import labelwright.exchange.brat.BratLine.Argument;

/// Takes a file of annotations apart, line by line. What is no sound line is reported with its number and what was expected.
final class BratLines {
    static final String NOTES = "AnnotatorNotes";
    static final String NOTE = "note";
    static final String REFERENCE = "Reference";
    private static final Pattern LINE_END = Pattern.compile("\r?\n|\r");
    private static final Pattern START = Pattern.compile("(?:[TREAMN#][^\\s\\t]*|\\*)\\t.*", Pattern.DOTALL);
    private static final Pattern STRETCH = Pattern.compile("(\\d{1,9}) (\\d{1,9})");
    private static final Pattern ARGUMENT = Pattern.compile("([^\\s:]+):(\\S+)");

    private final String file;
    private final ReadProblems problems;
    private final List<BratLine> found = new ArrayList<>();

    private BratLines(String file, RecordSink sink) {
        this.file = file;
        this.problems = new ReadProblems(sink);
    }

    /// @param file named in problems
    static List<BratLine> parse(String file, String content, RecordSink sink) {
        BratLines lines = new BratLines(file, sink);
        lines.parse(LINE_END.split(content, -1));
        return lines.found;
    }

    private void parse(String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            int number = i + 1;
            if (line.isBlank()) {
                continue;
            }
            while (i + 1 < lines.length && isBrokenOff(line, lines[i + 1])) {
                line += " " + lines[++i];
                problems.repaired(where(number),
                        "A line break cut the text of the span in two; line %d was taken as its end.".formatted(i + 1));
            }
            parse(number, line);
        }
    }

    /// Whether the next line is the rest of a span's text.
    private static boolean isBrokenOff(String line, String next) {
        if (!line.startsWith("T") || next.isBlank() || START.matcher(next).matches()) {
            return false;
        }
        String[] parts = line.split("\t", 3);
        if (parts.length < 3) {
            return false;
        }
        Matcher stretches = STRETCH.matcher(parts[1]);
        long length = -1;
        while (stretches.find()) {
            length += Integer.parseInt(stretches.group(2)) - Integer.parseInt(stretches.group(1)) + 1L;
        }
        return parts[2].codePointCount(0, parts[2].length()) < length;
    }

    private void parse(int number, String line) {
        String[] parts = line.split("\t", 3);
        if (!START.matcher(line).matches() || parts.length < 2) {
            expected(number, "an id such as T1, R1, E1, A1, N1 or #1 and a tab", line);
            return;
        }
        String[] words = parts[1].strip().split(" +");
        String rest = parts.length > 2 ? parts[2] : "";
        Optional<BratLine> parsed = switch (line.charAt(0)) {
            case 'T' -> span(number, parts[0], parts[1].strip(), rest, parts.length > 2);
            case 'R' -> link(number, parts[0], words);
            case 'E' -> event(number, parts[0], words);
            case 'A', 'M' -> words.length == 2 || words.length == 3
                    ? Optional.of(new BratLine.Attribute(number, words[0], words[1], words.length == 3 ? words[2] : "1"))
                    : expected(number, "the name of the attribute, an id and a value at most", line);
            case 'N' -> words.length == 3
                    ? Optional.of(new BratLine.Attribute(number, REFERENCE, words[1], (words[2] + " " + rest).strip()))
                    : expected(number, "Reference, an id and a database with an entry, such as Wikipedia:534366", line);
            case '#' -> note(number, words, rest, line);
            default -> words.length > 2
                    ? Optional.of(new BratLine.Equivalence(number, words[0], List.of(words).subList(1, words.length)))
                    : expected(number, "Equiv and two ids or more", line);
        };
        parsed.ifPresent(found::add);
    }

    private Optional<BratLine> span(int number, String id, String place, String covered, boolean hasText) {
        int blank = place.indexOf(' ');
        List<Stretch> stretches = new ArrayList<>();
        for (String part : place.substring(blank + 1).split(";")) {
            Matcher stretch = STRETCH.matcher(part.strip());
            if (blank < 0 || !stretch.matches()) {
                return expected(number, "a type and offsets, such as \"Person 0 5\" or \"Person 0 5;12 17\"", place);
            }
            stretches.add(new Stretch(Integer.parseInt(stretch.group(1)), Integer.parseInt(stretch.group(2))));
        }
        return hasText
                ? Optional.of(new BratLine.Span(number, id, place.substring(0, blank), stretches, covered))
                : expected(number, "a second tab and the text of the span behind the offsets", place);
    }

    private Optional<BratLine> link(int number, String id, String[] words) {
        Optional<List<Argument>> arguments = arguments(words, 1);
        return arguments.isPresent() && arguments.get().size() == 2
                ? Optional.of(new BratLine.Link(number, id, words[0], arguments.get()))
                : expected(number, "a type and two arguments, such as \"Located Arg1:T1 Arg2:T2\"", String.join(" ", words));
    }

    private Optional<BratLine> event(int number, String id, String[] words) {
        Optional<List<Argument>> arguments = arguments(words, 0);
        return arguments.isPresent() && !arguments.get().isEmpty()
                ? Optional.of(new BratLine.Event(number, id, arguments.get().getFirst().role(), arguments.get().getFirst().id(),
                        arguments.get().subList(1, arguments.get().size())))
                : expected(number, "a type with its trigger and arguments, such as \"Attack:T1 Target:T2\"", String.join(" ", words));
    }

    private static Optional<List<Argument>> arguments(String[] words, int from) {
        List<Argument> arguments = new ArrayList<>();
        for (int i = from; i < words.length; i++) {
            Matcher argument = ARGUMENT.matcher(words[i]);
            if (!argument.matches()) {
                return Optional.empty();
            }
            arguments.add(new Argument(argument.group(1), argument.group(2)));
        }
        return Optional.of(arguments);
    }

    private Optional<BratLine> note(int number, String[] words, String rest, String line) {
        if (words.length != 2) {
            return expected(number, "the type of the note and an id", line);
        }
        if (words[0].equals(BratEscapes.OWN)) {
            int tab = rest.indexOf('\t');
            return tab < 0
                    ? expected(number, "a name, a tab and a value", line)
                    : Optional.of(new BratLine.Attribute(number, BratEscapes.unescape(rest.substring(0, tab)), words[1],
                            BratEscapes.unescape(rest.substring(tab + 1))));
        }
        return Optional.of(new BratLine.Attribute(number, words[0].equals(NOTES) ? NOTE : words[0], words[1], rest.strip()));
    }

    private Optional<BratLine> expected(int number, String what, String found) {
        problems.refused(where(number), "Expected %s, but found %s.".formatted(what, SafeName.shown(found)));
        return Optional.empty();
    }

    private String where(int number) {
        return "%s, line %d".formatted(file, number);
    }
}
