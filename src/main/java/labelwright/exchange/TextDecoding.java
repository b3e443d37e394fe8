package labelwright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import labelwright.model.TextContent;

/// Tells how the bytes of a text are encoded; every reader of texts asks here. Certain are byte order marks, valid UTF-8, and the zeros of UTF-16;
/// anything else is guessed only to be named, never to be read.
public final class TextDecoding {
    /// How much of the beginning of a file is looked at where not all of it is held in memory, in bytes.
    public static final int HEAD = 1 << 16;
    private static final Charset CESU_8 = Charset.forName("CESU-8");
    private static final int SURELY_UTF_8 = 8;
    private static final int ZEROS_OF_A_TEXT = 100;

    private TextDecoding() {}

    /// The text, or the sentence that says why there is none.
    public sealed interface Decoded {
        record Sound(TextContent content) implements Decoded {}

        record Refused(String why) implements Decoded {}
    }

    /// How a file is to be read, or the sentence that says why that is not known.
    public sealed interface Found {
        /// @param mark how many bytes of a byte order mark come first
        /// @param faults places that are no text in this encoding all the same
        record Sure(Charset charset, int mark, long faults) implements Found {}

        /// @param guess the encoding that the bytes look like, a name that Java knows; empty when they look like no text
        record Unsure(String why, Optional<String> guess) implements Found {}
    }

    /// Whether bytes are a whole file or end somewhere in it.
    public enum Part {
        WHOLE, HEAD
    }

    /// @param bytes handed over: not to be changed any more
    /// @param named the encoding that a person named
    public static Decoded decode(byte[] bytes, Optional<Charset> named) {
        return switch (look(bytes, Part.WHOLE, named)) {
            case Found.Unsure(String why, _) -> new Decoded.Refused(why);
            case Found.Sure(Charset charset, _, long faults) when faults > 0 -> new Decoded.Refused(
                    "It is %s but for %s, the first in line %,d; the file is damaged.".formatted(charset.name(),
                            faults == 1 ? "one place" : "%,d places".formatted(faults),
                            new Count(bytes, charset, Part.WHOLE).lineOfFirst));
            case Found.Sure(Charset charset, _, _) -> new Decoded.Sound(TextContent.of(bytes, charset));
        };
    }

    /// Marks count more than a name, and so does UTF-8 with many signs beyond ASCII, which no other encoding gives by chance: a name speaks of
    /// those files of a folder that do not say it themselves. Text in the encoding with a few places that are none is damaged and sure; where most signs beyond ASCII are
    /// no text in it, the encoding is another one.
    ///
    /// @param named the encoding that a person named
    public static Found look(byte[] bytes, Part part, Optional<Charset> named) {
        Optional<Charset> marked = marked(bytes, part);
        if (marked.isPresent()) {
            return new Found.Sure(marked.get(), mark(marked.get()), new Count(bytes, marked.get(), part).faults);
        }
        if (named.isPresent()) {
            Count sure = new Count(bytes, StandardCharsets.UTF_8, part);
            if (sure.faults == 0 && sure.foreign >= SURELY_UTF_8) {
                return new Found.Sure(StandardCharsets.UTF_8, 0, 0);
            }
            Charset charset = byteOrder(bytes, named.get());
            Count count = new Count(bytes, charset, part);
            return count.isOther()
                    ? unsure(bytes, part, "It is not %s, as was said: see line %,d".formatted(named.get().name(), count.lineOfFirst))
                    : new Found.Sure(charset, 0, count.faults);
        }
        Optional<Charset> wide = wide(bytes, part);
        if (wide.isPresent()) {
            return new Found.Sure(wide.get(), 0, new Count(bytes, wide.get(), part).faults);
        }
        Count utf8 = new Count(bytes, StandardCharsets.UTF_8, part);
        long zeros = (long) zeros(bytes, 0) + zeros(bytes, 1);
        if (zeros > 0 && (utf8.faults > 0 || zeros * ZEROS_OF_A_TEXT > bytes.length)) {
            return new Found.Unsure("It holds bytes that no text has; it is no text file.", Optional.empty());
        }
        return utf8.isOther()
                ? unsure(bytes, part, "It is not UTF-8: see line %,d".formatted(utf8.lineOfFirst))
                : new Found.Sure(StandardCharsets.UTF_8, 0, utf8.faults);
    }

    /// From the beginning of a file.
    ///
    /// @throws UnreadableText when it is not known
    /// @throws ExchangeException for the name of an encoding that does not exist
    static Found.Sure look(Path file, ReadRequest request) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        return look(head, head.length < HEAD, request);
    }

    static Found.Sure look(byte[] head, boolean isWhole, ReadRequest request) throws UnreadableText {
        return switch (look(head, isWhole ? Part.WHOLE : Part.HEAD, named(request))) {
            case Found.Unsure(String why, _) -> throw new UnreadableText(why);
            case Found.Sure sure -> sure;
        };
    }

    private static Found unsure(byte[] bytes, Part part, String what) {
        Optional<String> guess = guess(bytes, part);
        return new Found.Unsure("%s%s. Import it again and name its encoding."
                .formatted(what, guess.map(name -> "; it looks like " + words(name)).orElse("")), guess);
    }

    private static String words(String guess) {
        return switch (guess) {
            case "GB18030" -> "GB18030 (GBK)";
            case "ISO-8859-1" -> "ISO-8859-1 (Latin-1)";
            default -> guess;
        };
    }

    /// @throws ExchangeException for a name that this Java does not know or cannot write
    public static Optional<Charset> named(ReadRequest request) {
        return request.option(ReadOption.ENCODING).filter(name -> !name.isBlank()).map(TextDecoding::named);
    }

    private static Charset named(String name) {
        try {
            Charset charset = Charset.forName(name.strip());
            if (charset.canEncode()) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            // told below
        }
        throw new ExchangeException(("There is no character encoding called %s. Try UTF-8, UTF-16, GB18030, Big5, Shift_JIS, EUC-KR, "
                + "ISO-8859-1 or windows-1252.").formatted(SafeName.shown(name)));
    }

    /// The words in the beginning of a file of any encoding, for a first look; what cannot be decoded is the sign for unknown characters.
    static String roughly(byte[] head) {
        Charset charset = marked(head, Part.HEAD).or(() -> wide(head, Part.HEAD)).orElse(StandardCharsets.UTF_8);
        String text = new String(head, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset byteOrder(byte[] bytes, Charset charset) {
        return switch (charset.name()) {
            case "UTF-16" -> zeros(bytes, 1) > zeros(bytes, 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            case "UTF-32" -> bytes.length > 3 && bytes[3] == 0 ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_32BE;
            default -> charset;
        };
    }

    private static Optional<Charset> marked(byte[] bytes, Part part) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) && (part == Part.HEAD || bytes.length % 4 == 0)) {
            return Optional.of(StandardCharsets.UTF_32LE);
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_32BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static int mark(Charset charset) {
        String name = charset.name().toUpperCase(Locale.ROOT);
        return name.startsWith("UTF-32") ? 4 : name.startsWith("UTF-16") ? 2 : 3;
    }

    /// In UTF-16 without a mark, every other byte of western text is zero.
    private static Optional<Charset> wide(byte[] bytes, Part part) {
        int units = Math.min(bytes.length, HEAD) / 2;
        if (units > 1 && (part == Part.HEAD || bytes.length % 2 == 0)) {
            int even = zeros(bytes, 0);
            int odd = zeros(bytes, 1);
            if (even == 0 && odd * 3 > units && isValid(bytes, part, StandardCharsets.UTF_16LE)) {
                return Optional.of(StandardCharsets.UTF_16LE);
            }
            if (odd == 0 && even * 3 > units && isValid(bytes, part, StandardCharsets.UTF_16BE)) {
                return Optional.of(StandardCharsets.UTF_16BE);
            }
        }
        return Optional.empty();
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(bytes.length, HEAD); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isValid(byte[] bytes, Part part, Charset charset) {
        return new Count(bytes, charset, part).faults == 0;
    }

    /// What a line that is no text in the encoding of its file looks like; empty when it looks like nothing else.
    static Optional<String> looksLike(byte[] line, Charset charset) {
        return guess(line, Part.WHOLE).filter(name -> !name.equals(charset.name())).map(TextDecoding::words);
    }

    private static Optional<String> guess(byte[] bytes, Part part) {
        for (Charset unicode : new Charset[] {StandardCharsets.UTF_8, CESU_8}) {
            if (isValid(bytes, part, unicode)) {
                return Optional.of(unicode.name());
            }
        }
        if (isDoubleByte(bytes)) {
            for (String name : new String[] {"GB18030", "EUC-JP", "Shift_JIS", "EUC-KR", "Big5"}) {
                if (isValid(bytes, part, Charset.forName(name))) {
                    return Optional.of(name);
                }
            }
        }
        boolean beyondLatin1 = false;
        for (byte one : bytes) {
            beyondLatin1 |= (one & 0xFF) >= 0x80 && (one & 0xFF) < 0xA0;
        }
        return beyondLatin1
                ? Optional.of("windows-1252").filter(name -> isValid(bytes, part, Charset.forName(name)))
                : Optional.of("ISO-8859-1");
    }

    /// Whether most bytes beyond ASCII come in pairs, as they do in Chinese, Japanese and Korean, and in Latin-1 they do not.
    private static boolean isDoubleByte(byte[] bytes) {
        int paired = 0;
        int single = 0;
        int at = 0;
        while (at < Math.min(bytes.length, HEAD)) {
            if (bytes[at] >= 0) {
                at++;
            } else if (at + 1 < bytes.length && bytes[at + 1] < 0) {
                paired++;
                at += 2;
            } else {
                single++;
                at++;
            }
        }
        return paired > 2 * single;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    /// Decodes bytes and keeps nothing of them but how well they fit the encoding.
    private static final class Count {
        /// Places that are no text.
        private long faults;
        /// Signs beyond ASCII.
        private long foreign;
        /// Counted from 1.
        private long lineOfFirst = 1;

        Count(byte[] bytes, Charset charset, Part part) {
            CharsetDecoder decoder = charset.newDecoder();
            ByteBuffer in = ByteBuffer.wrap(bytes);
            CharBuffer out = CharBuffer.allocate(8192);
            CoderResult result;
            do {
                result = decoder.decode(in, out, part == Part.WHOLE);
                take(out.flip());
                out.clear();
                if (result.isError()) {
                    faults++;
                    in.position(in.position() + result.length());
                }
            } while (!result.isUnderflow());
        }

        private void take(CharBuffer chars) {
            while (chars.hasRemaining()) {
                char sign = chars.get();
                foreign += sign > 0x7F && sign != '\uFEFF' ? 1 : 0;
                lineOfFirst += sign == '\n' && faults == 0 ? 1 : 0;
            }
        }

        boolean isOther() {
            return faults > foreign;
        }
    }
}
