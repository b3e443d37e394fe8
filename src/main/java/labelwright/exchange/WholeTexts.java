package labelwright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import labelwright.exchange.TextDecoding.Decoded;
import labelwright.model.TextContent;

/// Reads files that are held in memory as a whole, in the encoding that [TextDecoding] tells or the request names. What cannot be read is reported.
public final class WholeTexts {
    private final ReadProblems problems;
    private final Optional<Charset> named;
    private final int most;

    /// @param most bytes of a file
    /// @throws ExchangeException for the name of an encoding that does not exist
    public WholeTexts(ReadRequest request, RecordSink sink, int most) {
        this.problems = new ReadProblems(sink);
        this.named = TextDecoding.named(request);
        this.most = most;
    }

    /// @param path as it is shown to people
    public Optional<TextContent> read(String path, Path file) {
        try {
            byte[] bytes = Files.size(file) > most ? null : bytes(file);
            if (bytes == null || bytes.length > most) {
                problems.refused(path, "The file is larger than %d MB, too large to be labelled as one text.".formatted(most >> 20));
                return Optional.empty();
            }
            return decode(path, bytes);
        } catch (IOException e) {
            problems.unreadable(path, e);
            return Optional.empty();
        }
    }

    /// One byte more at most: what an archive says about the size of a file need not be true.
    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    /// @param path as it is shown to people
    /// @param bytes handed over: not to be changed any more
    private Optional<TextContent> decode(String path, byte[] bytes) {
        return switch (TextDecoding.decode(bytes, named)) {
            case Decoded.Refused(String why) -> {
                problems.refused(path, why);
                yield Optional.empty();
            }
            case Decoded.Sound(TextContent content) -> Optional.of(content);
        };
    }
}
