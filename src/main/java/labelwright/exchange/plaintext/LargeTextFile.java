package labelwright.exchange.plaintext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.TextDecoding;
import labelwright.exchange.TextDecoding.Decoded;
import labelwright.exchange.TextLines;
import labelwright.model.TextContent;

/// Lines or paragraphs of a file that is too large to be read as a whole. A line that cannot be decoded is left out with a report.
final class LargeTextFile {
    private static final int HEAD = 1 << 16;
    private final Path file;
    private final ReadRequest request;
    private final RecordSink sink;
    private final ReadProblems problems;

    LargeTextFile(Path file, ReadRequest request, RecordSink sink) {
        this.file = file;
        this.request = request;
        this.sink = sink;
        this.problems = new ReadProblems(sink);
    }

    /// @param name for people
    /// @param by LINE or PARAGRAPH
    void read(String name, TextPiece by, TextPiece.Taker taker) throws IOException {
        if (TextDecoding.decode(head(), TextDecoding.named(request)) instanceof Decoded.Refused(String why)) {
            problems.refused(name, why);
            return;
        }
        try (TextLines lines = TextLines.open(file, request, sink)) {
            Charset charset = lines.charset();
            StringBuilder paragraph = new StringBuilder();
            long first = 0;
            int ending = 0;
            for (TextLines.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.isSound()) {
                    problems.refused("%s, line %,d".formatted(name, line.number()), line.fault());
                }
                boolean blank = line.text().isBlank();
                boolean over = by == TextPiece.LINE || blank || paragraph.length() > TextPiece.MOST_UNITS;
                if (over && !paragraph.isEmpty()) {
                    take(paragraph, ending, first, charset, taker);
                    paragraph.setLength(0);
                }
                if (!blank) {
                    first = paragraph.isEmpty() ? line.number() : first;
                    paragraph.append(line.text()).append(line.ending());
                    ending = line.ending().length();
                }
            }
            if (!paragraph.isEmpty()) {
                take(paragraph, ending, first, charset, taker);
            }
        }
    }

    /// Without the end of its last line.
    private static void take(StringBuilder piece, int ending, long line, Charset charset, TextPiece.Taker taker) {
        taker.take(line, TextContent.of(piece.substring(0, piece.length() - ending).getBytes(charset), charset));
    }

    /// The beginning of the file up to the end of a line, so that no character is cut.
    private byte[] head() throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        Optional<Charset> named = TextDecoding.named(request);
        boolean wide = head.length > 1 && ((head[0] & 0xFF) >= 0xFE || head[0] == 0 || head[1] == 0);
        return end == 0 || wide || named.filter(charset -> charset.name().startsWith("UTF-16")).isPresent()
                ? head
                : Arrays.copyOf(head, end);
    }
}
