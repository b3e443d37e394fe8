package labelwright.exchange;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/// Opens JSON files for streaming, NaN and Infinity included since Python writes them, and says what is wrong with those that are damaged.
public final class JsonFile {
    private static final int DEEPEST = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(TextLines.LONGEST).build())
            .build();

    private JsonFile() {}

    /// @param pass 0 or 1 of the two passes, for the progress
    public static JsonParser open(Path file, int pass, RecordSink sink) throws IOException {
        return FACTORY.createParser(new Counted(Files.newInputStream(file), sink, pass * Files.size(file), 2 * Files.size(file)));
    }

    /// A file of texts, which may be in any encoding that [TextDecoding] tells or the request names.
    ///
    /// @throws UnreadableText when the encoding is not known
    public static JsonParser open(Path file, ReadRequest request, RecordSink sink) throws IOException {
        return open(FACTORY, file, request, sink);
    }

    static JsonParser open(JsonFactory factory, Path file, ReadRequest request, RecordSink sink) throws IOException {
        TextDecoding.Found.Sure found = TextDecoding.look(file, request);
        InputStream in = new Counted(Files.newInputStream(file), sink, 0, Files.size(file));
        try {
            in.skipNBytes(found.mark());
            return found.charset().equals(StandardCharsets.UTF_8)
                    ? factory.createParser(in)
                    : factory.createParser(new BufferedReader(new InputStreamReader(in, found.charset().newDecoder())));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// What is wrong with the file, a plain sentence.
    public static String sentence(IOException cause) {
        if (cause instanceof UnreadableText) {
            return String.valueOf(cause.getMessage());
        }
        if (cause instanceof CharacterCodingException) {
            return "The file holds bytes that are no text in its encoding: it is damaged, or its encoding is another one.";
        }
        if (!(cause instanceof JsonProcessingException json)) {
            String message = String.valueOf(cause.getMessage());
            return message.contains("UTF")
                    ? "The file is not UTF-8 text: save it as UTF-8."
                    : "The file cannot be read: %s.".formatted(ExchangeException.reason(cause));
        }
        String place = place(json.getLocation());
        return switch (json) {
            case StreamConstraintsException limit when String.valueOf(limit.getMessage()).contains("nesting") ->
                "The file is nested deeper than %d levels%s, far more than such a file needs."
                        .formatted(DEEPEST, place);
            case JsonEOFException _ -> "The file is cut off%s: its end is missing. Copy or download it again.". formatted(place);
            default -> {
                String reason = String.valueOf(json.getOriginalMessage());
                yield reason.contains("end-of-input")
                        ? cutOff(place)
                        : reason.contains("UTF-8")
                                ? "The file is not UTF-8 text%s: save it as UTF-8.".formatted(place)
                                : "The file is not sound JSON%s: %s.".formatted(place, shorten(reason));
            }
        };
    }

    private static String cutOff(String place) {
        return "The file is cut off%s: its end is missing. Copy or download it again.".formatted(place);
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String shorten(String reason) {
        String line = reason.lines().findFirst().orElse("").replaceFirst("(: was expecting| \\(JSON).*", "").strip();
        String text = line.length() > 160 ? line.substring(0, 160) + "…" : line;
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /// The scalar under the parser as text, whole numbers without a fraction; empty for null and for anything that is no scalar.
    public static String text(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText().strip();
            case VALUE_NUMBER_INT, VALUE_TRUE, VALUE_FALSE -> json.getText();
            case VALUE_NUMBER_FLOAT -> Double.isFinite(json.getDoubleValue()) ? Decimals.exact(json.getDoubleValue()) : json.getText();
            default -> "";
        };
    }

    /// The number under the parser, also when it is written as text; NaN for anything else. Containers are skipped.
    public static double number(JsonParser json) throws IOException {
        if (json.currentToken().isNumeric()) {
            return json.getDoubleValue();
        }
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return Double.parseDouble(json.getText());
            } catch (NumberFormatException ignored) {
                return Double.NaN;
            }
        }
        json.skipChildren();
        return Double.NaN;
    }

    /// Calls the reader for each object of an array, or for each value of an object that is used as a table. Other values are skipped.
    public static void forEachObject(JsonParser json, ObjectReader reader) throws IOException {
        if (!json.currentToken().isStructStart()) {
            return;
        }
        while (true) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                token = json.nextToken();
            }
            if (token == null || token.isStructEnd()) {
                return;
            }
            if (token == JsonToken.START_OBJECT) {
                reader.read(json);
            } else {
                json.skipChildren();
            }
        }
    }

    /// Reads one object; the parser stands at its start before and at its end after.
    @FunctionalInterface
    public interface ObjectReader {
        void read(JsonParser json) throws IOException;
    }

    private static final class Counted extends FilterInputStream {
        private final RecordSink sink;
        private final long total;
        private long done;

        Counted(InputStream in, RecordSink sink, long done, long total) {
            super(in);
            this.sink = sink;
            this.done = done;
            this.total = total;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            done += Math.max(0, count);
            sink.progress(done, total);
            return count;
        }
    }
}
