package labelwright.exchange;

import java.util.Map;

/// Builds XML text, indented, one element a line.
public final class XmlText {
    private final StringBuilder text;

    public XmlText(StringBuilder text) {
        this.text = text;
    }

    public void open(int depth, String name, Map<String, String> attributes) {
        start(depth, name, attributes);
        text.append(">\n");
    }

    public void close(int depth, String name) {
        text.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    public void element(int depth, String name, String value) {
        element(depth, name, Map.of(), value);
    }

    public void element(int depth, String name, Map<String, String> attributes, String value) {
        start(depth, name, attributes);
        text.append('>').append(escaped(value)).append("</").append(name).append(">\n");
    }

    private void start(int depth, String name, Map<String, String> attributes) {
        text.append("  ".repeat(depth)).append('<').append(name);
        attributes.forEach((key, value) -> text.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
    }

    /// Characters that XML cannot hold become a question mark.
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length());
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
