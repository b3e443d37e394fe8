package labelwright.exchange.plaintext;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.TextLines;
import labelwright.model.TextContent;

/// Lines or paragraphs of a file that is too large to be read as a whole. A line that cannot be decoded is left out with a report.
final class LargeTextFile {
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
}
