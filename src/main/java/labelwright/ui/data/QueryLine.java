package labelwright.ui.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Edits a query line by its `field:value,value` terms and leaves everything else in it as it was typed.
final class QueryLine {
    private QueryLine() {}

    /// The values that the line asks for with `field:`; empty when it does not.
    static Set<String> values(String query, String field) {
        Set<String> values = new LinkedHashSet<>();
        for (String term : terms(query)) {
            if (term.startsWith(field + ":")) {
                values.addAll(split(term.substring(field.length() + 1)));
            }
        }
        return values;
    }

    /// Adds the value to the field's term, or takes it out when it is there; a term without values goes.
    static String toggle(String query, String field, String value) {
        Set<String> values = new LinkedHashSet<>(values(query, field));
        if (!values.remove(value)) {
            values.add(value);
        }
        List<String> kept = new ArrayList<>();
        boolean placed = values.isEmpty();
        for (String term : terms(query)) {
            if (!term.startsWith(field + ":")) {
                kept.add(term);
            } else if (!placed) {
                kept.add(term(field, values));
                placed = true;
            }
        }
        if (!placed) {
            kept.add(term(field, values));
        }
        return String.join(" ", kept);
    }

    private static String term(String field, Set<String> values) {
        return field + ":" + String.join(",", values.stream().map(QueryLine::quote).toList());
    }

    private static String quote(String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> Character.isWhitespace(c) || c == ',' || c == '"' || c == '\\');
        return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Parts the line at spaces outside quotes.
    private static List<String> terms(String query) {
        return part(query, ' ').stream().filter(term -> !term.isEmpty()).toList();
    }

    private static List<String> split(String values) {
        return part(values, ',').stream().map(QueryLine::unquote).toList();
    }

    private static List<String> part(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                current.append(c).append(text.charAt(++i));
            } else if (!quoted && (separator == ' ' ? Character.isWhitespace(c) : c == separator)) {
                parts.add(current.toString());
                current.setLength(0);
            } else {
                quoted ^= c == '"';
                current.append(c);
            }
        }
        parts.add(current.toString());
        return parts;
    }

    private static String unquote(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
