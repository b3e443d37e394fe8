package labelwright.exchange;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Writes records as JSONL.
public final class JsonLine {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonLine() {}

    /// One line with its end. Signs that some programs take for the end of a line are escaped.
    public static String of(JsonNode record) throws IOException {
        return MAPPER.writeValueAsString(record).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\u0085", "\\u0085")
                + "\n";
    }
}
