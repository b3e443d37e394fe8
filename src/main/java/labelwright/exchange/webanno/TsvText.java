package labelwright.exchange.webanno;

import java.util.ArrayList;
import java.util.List;

/// The escapes of cells and text lines.
final class TsvText {
    private TsvText() {}

    /// For a cell: everything that has a meaning there.
    static String cell(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\[]|_*;".indexOf(c) >= 0 || text.startsWith("->", i)) {
                escaped.append('\\').append(c);
            } else {
                escaped.append(blank(c));
            }
        }
        return escaped.toString();
    }

    /// For a line of text.
    static String line(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(c == '\\' ? "\\\\" : blank(c));
        }
        return escaped.toString();
    }

    private static String blank(char c) {
        return switch (c) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> String.valueOf(c);
        };
    }

    static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c != '\\' || i + 1 == escaped.length()) {
                text.append(c);
                continue;
            }
            char next = escaped.charAt(++i);
            text.append(switch (next) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                default -> next;
            });
        }
        return text.toString();
    }

    /// Parts between separators that are not escaped, with their escapes.
    static List<String> split(String cell, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == '\\') {
                i++;
            } else if (cell.charAt(i) == separator) {
                parts.add(cell.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(cell.substring(start));
        return parts;
    }
}
