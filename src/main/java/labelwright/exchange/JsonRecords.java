package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The records of a JSON file of any size, one at a time: one on each line (JSONL), the members of one array, or objects one after the
/// other over several lines, which some programs call JSONL too. In JSONL, a broken line is reported and the next one is read.
public final class JsonRecords {
    private static final int DEEPEST = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(TextLines.LONGEST).build())
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final String path;
    private final ReadRequest request;
    private final RecordSink sink;
    private final ReadProblems problems;

    private JsonRecords(Path file, String path, ReadRequest request, RecordSink sink) {
        this.file = file;
        this.path = path;
        this.request = request;
        this.sink = sink;
        this.problems = new ReadProblems(sink);
    }

    /// Takes one record.
    @FunctionalInterface
    public interface Visitor {
        /// @param place file and line, for people
        /// @param number of the record, from 1; broken ones count
        void record(JsonNode value, String place, long number);
    }

    /// Reports what is wrong with the file to the sink.
    ///
    /// @param path as it is shown to people
    /// @throws ExchangeException for the name of an encoding that does not exist
    public static void forEach(Path file, String path, ReadRequest request, RecordSink sink, Visitor visitor) {
        JsonRecords records = new JsonRecords(file, path, request, sink);
        try {
            if (Files.size(file) == 0) {
                records.problems.skipped(path, "The file is empty.");
            } else if (records.isLines()) {
                records.lines(visitor);
            } else {
                records.document(visitor);
            }
        } catch (IOException e) {
            records.problems.refused(path, JsonFile.sentence(e));
        }
    }

    /// The first record in the beginning of a file, when it is an object.
    public static Optional<ObjectNode> first(String head) {
        try (JsonParser json = FACTORY.createParser(head.startsWith("\uFEFF") ? head.substring(1) : head)) {
            if (json.nextToken() == JsonToken.START_ARRAY) {
                json.nextToken();
            }
            return json.currentToken() == JsonToken.START_OBJECT && MAPPER.readTree(json) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Whether any of the first lines is a whole record, unless the file begins as an array over several lines.
    private boolean isLines() throws IOException {
        int looked = 0;
        boolean isFirst = true;
        try (TextLines lines = TextLines.open(file, request, sink)) {
            for (TextLines.Line line = lines.next(); line != null && looked < 20; line = lines.next()) {
                String text = line.text().strip();
                if (text.isEmpty() && line.isSound()) {
                    continue;
                }
                looked++;
                boolean isWhole = line.isSound() && parse(line.text()).isPresent();
                if (isFirst && text.startsWith("[") && (!isWhole || lines.next() == null)) {
                    return false;
                }
                if (isWhole && text.startsWith("{")) {
                    return true;
                }
                isFirst = false;
            }
        }
        return false;
    }

    private void lines(Visitor visitor) throws IOException {
        long number = 0;
        try (TextLines lines = TextLines.open(file, request, sink)) {
            for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
                if (line.isSound() && line.text().isBlank()) {
                    continue;
                }
                number++;
                String place = "%s, line %d".formatted(path, line.number());
                if (!line.isSound()) {
                    problems.refused(place, line.fault());
                    continue;
                }
                JsonNode value;
                try {
                    value = whole(line.text());
                } catch (IOException e) {
                    problems.refused(place,
                            JsonFile.sentence(e).replace("The file", "The line").replaceFirst(" \\(line 1, column", " (column"));
                    continue;
                }
                visitor.record(value, place, number);
            }
        }
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(whole(line));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// @throws IOException when the line is no JSON or goes on behind it
    private static JsonNode whole(String line) throws IOException {
        try (JsonParser json = FACTORY.createParser(line)) {
            json.nextToken();
            JsonNode value = MAPPER.readTree(json);
            if (json.nextToken() != null) {
                throw new IOException("More follows behind the end of the object");
            }
            return value;
        }
    }

    private void document(Visitor visitor) throws IOException {
        long number = 0;
        try (JsonParser json = JsonFile.open(FACTORY, file, request, sink)) {
            JsonToken token = json.nextToken();
            boolean isArray = token == JsonToken.START_ARRAY;
            if (isArray) {
                token = json.nextToken();
            }
            while (token != null && token != JsonToken.END_ARRAY) {
                long line = json.currentTokenLocation().getLineNr();
                JsonNode value = MAPPER.readTree(json);
                visitor.record(value, "%s, line %d".formatted(path, line), ++number);
                token = json.nextToken();
            }
            if (isArray && token == null) {
                problems.refused(path, "The file is cut off: its end is missing. What stands before it was read.");
            } else if (number == 0) {
                problems.skipped(path, "The file holds no records.");
            }
        }
    }
}
