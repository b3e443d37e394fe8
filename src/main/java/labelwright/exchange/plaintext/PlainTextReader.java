package labelwright.exchange.plaintext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileTree;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TextRecord;
import labelwright.exchange.WholeTexts;
import labelwright.model.Split;
import labelwright.model.TextContent;

/// Every text file below the folder, or its pieces, become items; other files are passed over in silence.
final class PlainTextReader implements DatasetReader {
    private static final int MOST_BYTES = 64 << 20;

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root();
        Reading reading = new Reading(request, TextPiece.asked(request), new WholeTexts(request, sink, MOST_BYTES), sink,
                new ReadProblems(sink));
        if (Files.isRegularFile(root)) {
            reading.file(String.valueOf(root.getFileName()), root);
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException("There is no folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        AtomicLong seen = new AtomicLong();
        new FileTree(root, sink).forEach((name, file) -> {
            sink.progress(seen.incrementAndGet(), 0);
            if (PlainTextFormat.isText(name)) {
                reading.file(name, file);
            }
        });
    }

    private record Reading(ReadRequest request, TextPiece by, WholeTexts texts, RecordSink sink, ReadProblems problems) {

        void file(String name, Path file) {
            try {
                long size = Files.size(file);
                if (size == 0) {
                    problems.skipped(name, "The file is empty.");
                } else if (size > MOST_BYTES && by != TextPiece.FILE) {
                    new LargeTextFile(file, request, sink).read(name, by, (number, piece) -> piece(name, number, piece));
                } else if (size > MOST_BYTES) {
                    problems.refused(name,
                            "The file has more than 64 MB, too many for one text. Import it by line or by paragraph, or split it.");
                } else {
                    texts.read(name, file).ifPresent(content -> pieces(name, content));
                }
            } catch (IOException e) {
                problems.unreadable(name, e);
            }
        }

        private void pieces(String name, TextContent content) {
            by.forEach(content, (number, piece) -> {
                piece(name, number, piece);
                sink.progress(0, 0);
            });
        }

        private void piece(String name, long number, TextContent piece) {
            String own = number == 0 ? name : name + "#" + number;
            sink.text(new TextRecord(own, own, piece, split(name)));
        }

        private static Split split(String name) {
            return name.contains("/") ? SplitWords.of(name.substring(0, name.indexOf('/'))).orElse(Split.NONE) : Split.NONE;
        }
    }
}
