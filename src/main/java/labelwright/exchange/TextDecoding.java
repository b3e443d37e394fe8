package labelwright.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

import labelwright.model.TextContent;

/// Tells how the bytes of a text are encoded. Certain are byte order marks, valid UTF-8, and the zeros of UTF-16; anything else is guessed only to be
/// named, never to be read.
public final class TextDecoding {
    private static final int SAMPLE = 1 << 16;

    private TextDecoding() {}

    /// The text, or the sentence that says why there is none.
    public sealed interface Decoded {
        record Sound(TextContent content) implements Decoded {}

        record Refused(String why) implements Decoded {}
    }

    /// @param bytes handed over: not to be changed any more
    /// @param named the encoding that a person named
    public static Decoded decode(byte[] bytes, Optional<Charset> named) {
        if (named.isPresent()) {
            Charset charset = byteOrder(bytes, named.get());
            return isValid(bytes, charset)
                    ? new Decoded.Sound(TextContent.of(bytes, charset))
                    : new Decoded.Refused("It is not %s, as was said%s.".formatted(named.get().name(), looksLike(bytes)));
        }
        Optional<Charset> sure = certain(bytes);
        if (sure.isPresent()) {
            return isValid(bytes, sure.get())
                    ? new Decoded.Sound(TextContent.of(bytes, sure.get()))
                    : new Decoded.Refused("It starts as %s does but goes on with bytes that are not; the file is damaged."
                            .formatted(sure.get().name()));
        }
        if (hasZeros(bytes)) {
            return new Decoded.Refused("It holds bytes that no text has; it is no text file.");
        }
        return new Decoded.Refused("It is not UTF-8%s. Import it again and name its encoding.".formatted(looksLike(bytes)));
    }

    /// @throws ExchangeException for a name that this Java does not know
    public static Optional<Charset> named(ReadRequest request) {
        return request.option(ReadOption.ENCODING).filter(name -> !name.isBlank()).map(name -> {
            try {
                return Charset.forName(name.strip());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new ExchangeException(
                        "There is no encoding called \"%s\". Try UTF-8, UTF-16, GB18030, Big5, Shift_JIS, EUC-KR, ISO-8859-1 or windows-1252."
                                .formatted(name),
                        e);
            }
        });
    }

    private static Charset byteOrder(byte[] bytes, Charset charset) {
        return switch (charset.name()) {
            case "UTF-16" -> startsWith(bytes, 0xFF, 0xFE) || zeros(bytes, 1) > zeros(bytes, 0)
                    ? StandardCharsets.UTF_16LE
                    : StandardCharsets.UTF_16BE;
            case "UTF-32" -> startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_32BE;
            default -> charset;
        };
    }

    private static Optional<Charset> certain(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) && bytes.length % 4 == 0) {
            return Optional.of(StandardCharsets.UTF_32LE);
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_32BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        int units = Math.min(bytes.length, SAMPLE) / 2;
        if (units > 1 && bytes.length % 2 == 0) {
            int even = zeros(bytes, 0);
            int odd = zeros(bytes, 1);
            if (even == 0 && odd * 3 > units && isValid(bytes, StandardCharsets.UTF_16LE)) {
                return Optional.of(StandardCharsets.UTF_16LE);
            }
            if (odd == 0 && even * 3 > units && isValid(bytes, StandardCharsets.UTF_16BE)) {
                return Optional.of(StandardCharsets.UTF_16BE);
            }
        }
        return !hasZeros(bytes) && isValid(bytes, StandardCharsets.UTF_8) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(bytes.length, SAMPLE); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean hasZeros(byte[] bytes) {
        return zeros(bytes, 0) + zeros(bytes, 1) > 0;
    }

    private static boolean isValid(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /// Half a sentence: `; it looks like GB18030`.
    private static String looksLike(byte[] bytes) {
        return guess(bytes).map("; it looks like %s"::formatted).orElse("");
    }

    private static Optional<String> guess(byte[] bytes) {
        if (isValid(bytes, StandardCharsets.UTF_8)) {
            return Optional.of("UTF-8");
        }
        if (isValid(bytes, Charset.forName("CESU-8"))) {
            return Optional.of("CESU-8");
        }
        if (isDoubleByte(bytes) && isValid(bytes, Charset.forName("GB18030"))) {
            return Optional.of("GB18030 (GBK)");
        }
        for (String name : new String[] {"EUC-JP", "Shift_JIS", "EUC-KR", "Big5"}) {
            if (isDoubleByte(bytes) && isValid(bytes, Charset.forName(name))) {
                return Optional.of(name);
            }
        }
        boolean beyondLatin1 = false;
        for (byte one : bytes) {
            beyondLatin1 |= (one & 0xFF) >= 0x80 && (one & 0xFF) < 0xA0;
        }
        return beyondLatin1
                ? Optional.of("windows-1252").filter(name -> isValid(bytes, Charset.forName(name)))
                : Optional.of("ISO-8859-1 (Latin-1)");
    }

    /// Whether most bytes beyond ASCII come in pairs, as they do in Chinese, Japanese and Korean, and in Latin-1 they do not.
    private static boolean isDoubleByte(byte[] bytes) {
        int paired = 0;
        int single = 0;
        int at = 0;
        while (at < Math.min(bytes.length, SAMPLE)) {
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
}
