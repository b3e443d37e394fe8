package labelwright.exchange.webanno;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import labelwright.exchange.DatasetReader;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.FileTree;
import labelwright.exchange.ItemNames;
import labelwright.exchange.Labels;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.RecordSink;
import labelwright.exchange.RelationTypes;
import labelwright.exchange.SplitWords;
import labelwright.exchange.WholeTexts;
import labelwright.model.Split;
import labelwright.model.TextContent;

/// Reads one file, or all of a folder.
final class WebannoReader implements DatasetReader {
    static final String EXTENSION = "tsv";
    static final String FORMAT = "#FORMAT=WebAnno TSV 3";
    private static final int MOST_BYTES = 256 * 1024 * 1024;

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        Reading reading = new Reading(request, sink);
        if (Files.isRegularFile(root)) {
            reading.read(String.valueOf(root.getFileName()), root);
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException(
                    "There is no file or folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        Map<String, Path> files = new TreeMap<>();
        new FileTree(root, sink).forEach((path, file) -> {
            sink.progress(0, 0);
            if (FileNames.extension(path).equals(EXTENSION)) {
                files.put(path, file);
            }
        });
        long[] done = {0};
        files.forEach((path, file) -> {
            sink.progress(done[0]++, files.size());
            reading.read(path, file);
        });
    }

    private static final class Reading {
        private final WholeTexts texts;
        private final RecordSink sink;
        private final ReadProblems problems;
        private final Labels labels;
        private final RelationTypes types;
        private final ItemNames names = new ItemNames();

        Reading(ReadRequest request, RecordSink sink) {
            this.texts = new WholeTexts(request, sink, MOST_BYTES);
            this.sink = sink;
            this.problems = new ReadProblems(sink);
            this.labels = new Labels(sink);
            this.types = new RelationTypes(sink);
        }

        void read(String path, Path file) {
            Optional<TextContent> content = texts.read(path, file);
            if (content.isEmpty()) {
                return;
            }
            String text = content.get().text();
            if (text.isEmpty()) {
                problems.skipped(path, "The file is empty.");
                return;
            }
            if (!text.startsWith(FORMAT)) {
                problems.skipped(path,
                        "It is no WebAnno TSV 3: its first line is not \"%s\". Older versions can be opened and exported anew in INCEpTION."
                                .formatted(FORMAT + ".3"));
                return;
            }
            int slash = path.indexOf('/');
            Optional<Split> folder = slash < 0 ? Optional.empty() : SplitWords.of(path.substring(0, slash));
            String name = FileNames.stem(folder.isPresent() ? path.substring(slash + 1) : path);
            new WebannoDocument(path, sink).read(names.claim(name, FileNames.stem(path)), folder.orElse(Split.NONE), text, labels, types);
        }
    }
}
