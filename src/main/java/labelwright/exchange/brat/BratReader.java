package labelwright.exchange.brat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Locale;
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
import labelwright.exchange.TextRecord;
import labelwright.exchange.WholeTexts;
import labelwright.model.Split;
import labelwright.model.TextContent;

/// Reads a folder or an archive, text by text, or one pair of files.
final class BratReader implements DatasetReader {
    static final String ANNOTATIONS = "ann";
    static final String TEXT = "txt";

    @Override
    public void read(ReadRequest request, RecordSink sink) {
        Path root = request.root().toAbsolutePath();
        if (Files.isDirectory(root)) {
            new Reading(root, request, sink).readAll();
        } else if (!Files.isRegularFile(root)) {
            throw new ExchangeException(
                    "There is no file or folder %s. Check the path, and whether its disk is connected.".formatted(root));
        } else if (FileNames.extension(root.toString()).equals("zip")) {
            readArchive(root, request, sink);
        } else {
            Path folder = Optional.ofNullable(root.getParent()).orElse(root);
            new Reading(folder, request, sink).readOne(FileNames.stem(String.valueOf(root.getFileName())));
        }
    }

    private static void readArchive(Path archive, ReadRequest request, RecordSink sink) {
        try (FileSystem files = FileSystems.newFileSystem(archive)) {
            for (Path root : files.getRootDirectories()) {
                new Reading(root, request, sink).readAll();
            }
        } catch (IOException | ProviderNotFoundException e) {
            throw new ExchangeException("%s is no archive that can be read; it may be damaged. Unpack it and choose the folder."
                    .formatted(archive), e);
        }
    }

    /// One run through one folder.
    private static final class Reading {
        private static final int MOST_BYTES = 64 * 1024 * 1024;
        private static final long MOST_IN_ALL = 4L * 1024 * 1024 * 1024;

        private final WholeTexts texts;
        private final RecordSink sink;
        private final ReadProblems problems;
        private final Labels labels;
        private final RelationTypes types;
        private final ItemNames names = new ItemNames();
        private final BratConfig config = new BratConfig();
        private final Map<String, Path> files = new TreeMap<>();
        private long bytes;

        Reading(Path folder, ReadRequest request, RecordSink sink) {
            this.texts = new WholeTexts(request, sink, MOST_BYTES);
            this.sink = sink;
            this.problems = new ReadProblems(sink);
            this.labels = new Labels(sink);
            this.types = new RelationTypes(sink);
            new FileTree(folder, sink).forEach((path, file) -> {
                sink.progress(0, 0);
                switch (FileNames.extension(path)) {
                    case ANNOTATIONS, TEXT, "conf" -> files.put(path, file);
                    case "zip" -> problems.skipped(path, "It is an archive inside the folder; import it on its own.");
                    default -> {
                    }
                }
            });
        }

        void readAll() {
            declare();
            long done = 0;
            for (String path : files.keySet()) {
                sink.progress(done++, files.size());
                switch (FileNames.extension(path)) {
                    case TEXT -> read(path);
                    case ANNOTATIONS -> {
                        if (text(path).isEmpty()) {
                            problems.refused(path, "There is no text %s.txt beside it.".formatted(FileNames.last(FileNames.stem(path))));
                        }
                    }
                    default -> {
                    }
                }
            }
        }

        void readOne(String stem) {
            declare();
            Optional<String> text = text(stem + "." + TEXT);
            if (text.isEmpty()) {
                throw new ExchangeException("There is no text %s.txt beside the annotations.".formatted(stem));
            }
            read(text.get());
        }

        private void declare() {
            files.keySet().stream().filter(path -> FileNames.last(path).equals(BratConfig.FILE))
                    .forEach(path -> content(path).ifPresent(content -> config.read(content.text().lines().toList())));
            config.labels().forEach(labels::declare);
            config.relations().forEach(types::declare);
        }

        /// The text that belongs to a file.
        private Optional<String> text(String path) {
            return beside(path, TEXT);
        }

        private Optional<String> beside(String path, String extension) {
            String stem = FileNames.stem(path);
            return List.of(stem + "." + extension, stem + "." + extension.toUpperCase(Locale.ROOT)).stream().filter(files::containsKey)
                    .findFirst();
        }

        private void read(String path) {
            Optional<TextContent> content = content(path);
            if (content.isEmpty()) {
                return;
            }
            String name = path;
            Split split = Split.NONE;
            int slash = path.indexOf('/');
            Optional<Split> folder = slash < 0 ? Optional.empty() : SplitWords.of(path.substring(0, slash));
            if (folder.isPresent()) {
                split = folder.get();
                name = path.substring(slash + 1);
            }
            TextRecord record = new TextRecord(path, names.claim(name, path), content.get(), split);
            sink.text(record);
            Optional<String> annotations = beside(path, ANNOTATIONS);
            annotations.flatMap(this::content).ifPresent(lines -> {
                String file = annotations.get();
                new BratDocument(file, config, sink).read(record, content.get().hasMark(), BratLines.parse(file, lines.text(), sink),
                        labels,
                        types);
            });
        }

        private Optional<TextContent> content(String path) {
            Path file = files.get(path);
            Optional<TextContent> content = file == null ? Optional.empty() : texts.read(path, file);
            bytes += content.map(TextContent::byteCount).orElse(0);
            if (bytes > MOST_IN_ALL) {
                throw new ExchangeException("%s and what was read before it are larger than %d GB. Import it in parts."
                        .formatted(path, MOST_IN_ALL >> 30));
            }
            return content;
        }
    }
}
