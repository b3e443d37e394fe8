package labelwright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Small text files whose encoding is not known: UTF-8 with or without a byte order mark, UTF-16 with one, else Latin-1.
public final class TextFiles {
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private TextFiles() {}

    /// @param encoding `UTF-8` unless something else had to be assumed
    public record Text(List<String> lines, String encoding) {
        public boolean isUtf8() {
            return encoding.equals("UTF-8");
        }

        public String whole() {
            return String.join("\n", lines);
        }
    }

    /// @throws IOException when the file cannot be read or is larger than 16 MB
    public static Text read(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            throw new IOException("It is larger than 16 MB, too large for a text file of this kind");
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8);
    }

    private static Text decode(byte[] bytes, int from, Charset charset) {
        ByteBuffer content = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            return new Text(charset.newDecoder().decode(content).toString().lines().toList(), charset.name());
        } catch (CharacterCodingException _) {
            Charset assumed = StandardCharsets.ISO_8859_1;
            return new Text(new String(bytes, assumed).lines().toList(), assumed.name());
        }
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
