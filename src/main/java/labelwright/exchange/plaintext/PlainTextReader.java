package labelwright.exchange.plaintext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
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

    private final TextPiece usual;

    /// @param usual what becomes an item when nothing is said
    PlainTextReader(TextPiece usual) {
        this.usual = usual;
    }

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root();
        Reading reading = new Reading(request, TextPiece.asked(request, usual), new WholeTexts(request, sink, MOST_BYTES), sink,
                new ReadProblems(sink), new ItemNames());
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

    private record Reading(ReadRequest request, TextPiece by, WholeTexts texts, RecordSink sink, ReadProblems problems,
            ItemNames names) {

        void file(String name, Path file) {
            try {
                long size = Files.size(file);
                if (size == 0) {
                    problems.skipped(name, "The file is empty.");
                } else if (size > MOST_BYTES && by != TextPiece.FILE) {
                    Source source = source(name);
                    new LargeTextFile(file, request, sink).read(name, by, (number, piece) -> piece(source, number, piece));
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

        private void pieces(String path, TextContent content) {
            Source source = source(path);
            by.forEach(content, (number, piece) -> {
                piece(source, number, piece);
                sink.progress(0, 0);
            });
        }

        private void piece(Source source, long number, TextContent piece) {
            String name = number == 0 ? source.name() : source.name() + "#" + number;
            sink.text(new TextRecord(name, name, piece, source.split()));
        }

        /// A folder that is called like a part of the data is no part of the names below it. A file of many texts may be called so itself.
        private Source source(String path) {
            int slash = path.indexOf('/');
            Optional<Split> folder = slash < 0 ? Optional.empty() : SplitWords.of(path.substring(0, slash));
            Optional<Split> file = by == TextPiece.FILE ? Optional.empty() : SplitWords.of(FileNames.stem(FileNames.last(path)));
            return new Source(names.claim(folder.isPresent() ? path.substring(slash + 1) : path, path),
                    folder.or(() -> file).orElse(Split.NONE));
        }
    }

    private record Source(String name, Split split) {}
}
