package labelwright.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/// Looks for words in texts that come part by part, one text after the other.
final class TextSearch {
    private final Pattern words;
    private final LongConsumer finder;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long item = -1;
    private String charset = "";

    /// @param finder is told the ids of the items whose texts have the words
    TextSearch(String words, LongConsumer finder) {
        this.words = Pattern.compile(words, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.finder = finder;
    }

    void part(long of, String encoding, byte[] content) {
        if (of != item) {
            finish();
            item = of;
            charset = encoding;
        }
        bytes.writeBytes(content);
    }

    /// Call it once after the last part.
    void finish() {
        if (bytes.size() > 0 && words.matcher(bytes.toString(Charset.forName(charset))).find()) {
            finder.accept(item);
        }
        bytes.reset();
    }
}
