package labelwright.exchange.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.DocumentTexts;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileTree;
import labelwright.exchange.PageFile;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TextRecord;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;
import labelwright.model.Split;
import labelwright.model.TextContent;

/// Every document below the folder; other files are passed over in silence.
final class DocumentsReader implements DatasetReader {

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root();
        if (Files.isRegularFile(root)) {
            String name = String.valueOf(root.getFileName());
            request.documents().read(root, new Pages(name, root, Split.NONE, sink));
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException(
                    "There is no file or folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        AtomicLong seen = new AtomicLong();
        new FileTree(root, sink).forEach((name, file) -> {
            sink.progress(seen.incrementAndGet(), 0);
            if (DocumentsFormat.isDocument(name)) {
                Split split = name.contains("/") ? SplitWords.of(name.substring(0, name.indexOf('/'))).orElse(Split.NONE) : Split.NONE;
                request.documents().read(file, new Pages(name, file, split, sink));
            }
        });
    }

    /// The pages of one file.
    private record Pages(String name, Path file, Split split, RecordSink sink) implements DocumentTexts.Taker {

        private String called(int page) {
            return page <= 1 ? name : name + "#" + page;
        }

        @Override
        public void text(int page, String text) {
            PageFile source = page == 0 ? null : new PageFile(file, page - 1);
            sink.text(new TextRecord(called(page), called(page), TextContent.of(text), split, source));
        }

        @Override
        public void problem(int page, Action action, String sentence) {
            sink.problem(new Problem(page == 0 ? name : "%s, page %d".formatted(name, page), sentence, action));
        }

        @Override
        public void progress(long done, long total) {
            sink.progress(done, total);
        }
    }
}
