package labelwright.exchange;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters of an XML file: its byte order mark tells the encoding, else its first line, else it is UTF-8.
///
/// Decision: this is not left to the JDK, which prints to the standard error stream when bytes do not fit the encoding.
final class XmlCharacters {
    private static final int HEAD = 512;
    private static final Pattern DECLARED = Pattern.compile("<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

    private XmlCharacters() {}

    /// The file says that it is in an encoding that is not known.
    static final class UnknownEncoding extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownEncoding(String name) {
            super("it says that it is in the encoding %s, which is not known".formatted(SafeName.shown(name)));
        }
    }

    /// The reader ends with a [java.nio.charset.CharacterCodingException] where bytes do not fit the encoding.
    static Reader of(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream);
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        Charset charset = marked(in, head);
        return new BufferedReader(new InputStreamReader(in, charset.newDecoder()));
    }

    private static Charset marked(InputStream in, byte[] head) throws IOException {
        int first = head.length > 0 ? head[0] & 0xFF : 0;
        int second = head.length > 1 ? head[1] & 0xFF : 0;
        if (first == 0xEF && second == 0xBB && head.length > 2 && (head[2] & 0xFF) == 0xBF) {
            in.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            in.skipNBytes(2);
            return first == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (first == 0 && second == '<') {
            return StandardCharsets.UTF_16BE;
        }
        if (first == '<' && second == 0 && head.length > 1) {
            return StandardCharsets.UTF_16LE;
        }
        return declared(new String(head, StandardCharsets.ISO_8859_1));
    }

    private static Charset declared(String head) throws UnknownEncoding {
        Matcher declared = DECLARED.matcher(head);
        if (!declared.lookingAt()) {
            return StandardCharsets.UTF_8;
        }
        String name = declared.group(1).strip();
        try {
            Charset charset = Charset.forName(name);
            // one byte a character was read so far, so this cannot be true
            return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32") ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException ignored) {
            throw new UnknownEncoding(name);
        }
    }
}
