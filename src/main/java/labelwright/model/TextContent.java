package labelwright.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The text of an item: what its file says, and the bytes that say it.
///
/// The text is what the bytes decode to, without the byte order mark that they may start with; line ends are as they are.
public final class TextContent {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final byte[] bytes;
    private final Charset charset;
    private final String text;

    private TextContent(byte[] bytes, Charset charset, String text) {
        this.bytes = bytes;
        this.charset = charset;
        this.text = text;
    }

    /// @param bytes handed over: not to be changed any more
    /// @param charset one that has a fixed byte order, such as UTF-8 or UTF-16LE
    public static TextContent of(byte[] bytes, Charset charset) {
        String decoded = new String(bytes, charset);
        return new TextContent(bytes, charset, decoded.isEmpty() || decoded.charAt(0) != BYTE_ORDER_MARK ? decoded : decoded.substring(1));
    }

    /// A text that has no file of its own, as UTF-8.
    public static TextContent of(String text) {
        return new TextContent(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, text);
    }

    public String text() {
        return text;
    }

    public Charset charset() {
        return charset;
    }

    /// Whether the bytes begin with a byte order mark, which the text does not hold.
    public boolean hasMark() {
        return bytes.length > 1 && new String(bytes, 0, Math.min(4, bytes.length), charset).charAt(0) == BYTE_ORDER_MARK;
    }

    /// A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    public int byteCount() {
        return bytes.length;
    }

    /// Number of code points, which is the `width` of a text item.
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /// Number of lines, which is the `height` of a text item; CR LF, CR and LF end a line, and what follows the last of them is one too.
    public int lines() {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n' || (unit == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                lines++;
            }
        }
        return lines;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextContent content && charset.equals(content.charset) && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return length() + " code points in " + charset;
    }
}
