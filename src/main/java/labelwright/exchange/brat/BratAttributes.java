package labelwright.exchange.brat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Writes the attributes of one file as attributes, normalisations and notes.
final class BratAttributes {
    private static final int MOST_VALUES = 200;
    private static final Pattern VALUE = Pattern.compile("[^\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern NOTE = Pattern.compile("[^\\p{Cc}\\u2028\\u2029\\uFEFF]+");
    private static final Pattern ENTRY = Pattern.compile("([^\\s\\p{Z}]+:[^\\s\\p{Z}]+)( [^\\p{Cc}\\u2028\\u2029\\uFEFF]+)?");

    private final Map<String, Set<String>> values;
    private final List<String> lines = new ArrayList<>();
    private int attributes;
    private int notes;
    private int references;

    /// @param values of the attributes by name, kept for `annotation.conf`
    BratAttributes(Map<String, Set<String>> values) {
        this.values = values;
    }

    static Map<String, Set<String>> noValues() {
        return new LinkedHashMap<>();
    }

    /// Whether brat shows the attribute as what it is.
    static boolean isPlain(String name, String value) {
        return new BratAttributes(noValues()).addPlain("T1", name, value);
    }

    void add(String target, Map<String, String> said) {
        new TreeMap<>(said).forEach((name, value) -> {
            if (!value.isEmpty() && !addPlain(target, name, value)) {
                lines.add("#%d\t%s %s\t%s\t%s".formatted(++notes, BratEscapes.OWN, target, BratEscapes.escape(name),
                        BratEscapes.escape(value)));
            }
        });
    }

    private boolean addPlain(String target, String name, String value) {
        List<String> parts = List.of(value.split("\n", -1));
        if (name.equals(BratLines.NOTE)) {
            return parts.stream().allMatch(BratAttributes::isNote) && addNotes(target, BratLines.NOTES, parts);
        }
        if (name.equals(BratLines.REFERENCE)) {
            return parts.stream().allMatch(part -> part.equals(part.strip()) && ENTRY.matcher(part).matches())
                    && addReferences(target, parts);
        }
        if (!BratTypes.isType(name) || name.equals(BratLines.NOTES) || name.equals(BratEscapes.OWN)) {
            return false;
        }
        if (VALUE.matcher(value).matches()) {
            Set<String> known = values.computeIfAbsent(name, _ -> new TreeSet<>());
            if (known.size() < MOST_VALUES) {
                known.add(value);
            }
            lines.add("A%d\t%s %s%s".formatted(++attributes, name, target, value.equals("1") ? "" : " " + value));
            return true;
        }
        return isNote(value) && addNotes(target, name, List.of(value));
    }

    private static boolean isNote(String text) {
        return NOTE.matcher(text).matches() && text.equals(text.strip());
    }

    private boolean addNotes(String target, String type, List<String> texts) {
        texts.forEach(text -> lines.add("#%d\t%s %s\t%s".formatted(++notes, type, target, text)));
        return true;
    }

    private boolean addReferences(String target, List<String> entries) {
        for (String entry : entries) {
            int blank = entry.indexOf(' ');
            lines.add(
                    "N%d\t%s %s %s\t%s".formatted(++references, BratLines.REFERENCE, target, blank < 0 ? entry : entry.substring(0, blank),
                            blank < 0 ? "" : entry.substring(blank + 1)));
        }
        return true;
    }

    List<String> lines() {
        return lines;
    }
}
