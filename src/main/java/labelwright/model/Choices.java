package labelwright.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// How the value of a [AttributeKind#MULTI_SELECT] attribute is written: a JSON array of texts without spaces between them, such as
/// `["red","light blue"]`; the empty text when nothing is chosen. The order is that of the options.
///
/// Our own few lines, because this floor knows no JSON library and the form is fixed.
public final class Choices {
    private Choices() {}

    /// The empty text for no choices.
    public static String encode(Collection<String> choices) {
        if (choices.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("[");
        for (String choice : choices) {
            text.append(text.length() == 1 ? "" : ",").append('"');
            for (int i = 0; i < choice.length(); i++) {
                char c = choice.charAt(i);
                switch (c) {
                    case '"', '\\' -> text.append('\\').append(c);
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    case '\t' -> text.append("\\t");
                    default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
                }
            }
            text.append('"');
        }
        return text.append(']').toString();
    }

    /// Reads what [#encode] wrote, and any other JSON array of texts. A text that is not such an array is one choice, as other programs
    /// write it; the empty text is none.
    public static List<String> decode(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> choices = new ArrayList<>();
        int at = skipSpace(text, 0);
        if (at >= text.length() || text.charAt(at) != '[') {
            return List.of(text);
        }
        at = skipSpace(text, at + 1);
        while (at < text.length() && text.charAt(at) == '"') {
            StringBuilder choice = new StringBuilder();
            at = readText(text, at + 1, choice);
            if (at < 0) {
                return List.of(text);
            }
            choices.add(choice.toString());
            at = skipSpace(text, at);
            if (at < text.length() && text.charAt(at) == ',') {
                at = skipSpace(text, at + 1);
            }
        }
        return at < text.length() && text.charAt(at) == ']' && skipSpace(text, at + 1) == text.length() ? choices : List.of(text);
    }

    /// Reads up to the closing quote.
    /// @return the place after the quote; -1 when the text is broken
    private static int readText(String text, int from, StringBuilder choice) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return at;
            }
            if (c != '\\') {
                choice.append(c);
                continue;
            }
            if (at >= text.length()) {
                return -1;
            }
            char escaped = text.charAt(at++);
            switch (escaped) {
                case 'n' -> choice.append('\n');
                case 'r' -> choice.append('\r');
                case 't' -> choice.append('\t');
                case 'b' -> choice.append('\b');
                case 'f' -> choice.append('\f');
                case 'u' -> {
                    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                        return -1;
                    }
                    choice.append((char) Integer.parseInt(text, at, at + 4, 16));
                    at += 4;
                }
                default -> choice.append(escaped);
            }
        }
        return -1;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
