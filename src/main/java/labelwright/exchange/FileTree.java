package labelwright.exchange;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// All files below a folder, folder by folder in the order of their names. Links that lead out of the folder are refused with a problem,
/// linked folders inside it are left out (they are met where they really are).
public final class FileTree {
    private static final int DEEPEST = 40;

    private final Path root;
    private final Path realRoot;
    private final ReadProblems problems;

    /// @throws ExchangeException when the folder cannot be read
    public FileTree(Path root, RecordSink sink) {
        this.root = root;
        this.problems = new ReadProblems(sink);
        try {
            this.realRoot = root.toRealPath();
        } catch (IOException e) {
            throw ExchangeException.reading(root, e);
        }
    }

    /// @param visitor gets the path relative to the root, with `/`, and the file
    public void forEach(BiConsumer<String, Path> visitor) {
        visit(root, "", 0, visitor);
    }

    private void visit(Path folder, String relative, int depth, BiConsumer<String, Path> visitor) {
        if (depth > DEEPEST) {
            problems.refused(relative, "The folder is nested deeper than %d folders and was left out.".formatted(DEEPEST));
            return;
        }
        for (Path entry : list(folder, relative)) {
            String last = String.valueOf(entry.getFileName());
            String path = FileNames.join(relative, last);
            switch (kind(entry, path)) {
                case FOLDER -> visit(entry, path, depth + 1, visitor);
                case FILE -> visitor.accept(path, entry);
                case OTHER -> {
                }
            }
        }
    }

    private List<Path> list(Path folder, String relative) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (!FileNames.isClutter(String.valueOf(entry.getFileName()))) {
                    entries.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            reportUnreadable(folder, relative, new IOException(e));
        } catch (IOException e) {
            reportUnreadable(folder, relative, e);
        }
        entries.sort(null);
        return entries;
    }

    private void reportUnreadable(Path folder, String relative, IOException cause) {
        if (relative.isEmpty()) {
            throw ExchangeException.reading(folder, cause);
        }
        problems.refused(relative, "The folder cannot be read: %s.".formatted(ExchangeException.reason(cause)));
    }

    private Kind kind(Path entry, String path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                return Kind.FOLDER;
            }
            if (!attributes.isSymbolicLink()) {
                return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
            }
            if (!entry.toRealPath().startsWith(realRoot)) {
                problems.refused(path, "It is a link that leads out of the folder and was not opened.");
                return Kind.OTHER;
            }
            return Files.isRegularFile(entry) ? Kind.FILE : Kind.OTHER;
        } catch (IOException e) {
            problems.refused(path, "It cannot be read: %s.".formatted(ExchangeException.reason(e)));
            return Kind.OTHER;
        }
    }

    private enum Kind {
        FILE, FOLDER, OTHER
    }
}
