package labelwright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// A bounded first look at a file or folder: names of files, upper folders first, and the beginnings of some of them.
///
/// @param files relative to the root, with `/`; for a single file its name
public record FolderLook(Path root, List<String> files) {
    private static final int MOST_FILES = 200_000;
    private static final int DEEPEST = 6;
    private static final int HEAD = TextDecoding.HEAD;
    private static final Set<String> SURELY_FILES = Set.of("txt", "xml", "json", "yaml", "yml", "names", "data", "csv", "md");

    public FolderLook {
        files = List.copyOf(files);
    }

    /// @throws ExchangeException when there is nothing to look at
    public static FolderLook at(Path root) {
        if (Files.isRegularFile(root)) {
            return new FolderLook(root, List.of(String.valueOf(root.getFileName())));
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException(
                    "There is no file or folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        List<String> files = new ArrayList<>();
        Deque<String> folders = new ArrayDeque<>(List.of(""));
        while (!folders.isEmpty() && files.size() < MOST_FILES) {
            String folder = folders.removeFirst();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.isEmpty() ? root : root.resolve(folder))) {
                for (Path entry : entries) {
                    sort(FileNames.join(folder, String.valueOf(entry.getFileName())), entry, files, folders);
                }
            } catch (DirectoryIteratorException | IOException e) {
                if (folder.isEmpty()) {
                    throw ExchangeException.reading(root, e instanceof IOException io ? io : new IOException(e));
                }
            }
        }
        files.sort(null);
        return new FolderLook(root, files);
    }

    private static void sort(String path, Path entry, List<String> files, Deque<String> folders) {
        if (FileNames.isClutter(FileNames.last(path)) || files.size() >= MOST_FILES) {
            return;
        }
        if (FileNames.isPicture(path) || SURELY_FILES.contains(FileNames.extension(path))) {
            files.add(path);
        } else if (Files.isDirectory(entry)) {
            if (path.chars().filter(c -> c == '/').count() < DEEPEST && !Files.isSymbolicLink(entry)) {
                folders.addLast(path);
            }
        } else {
            files.add(path);
        }
    }

    public boolean isSingleFile() {
        return Files.isRegularFile(root);
    }

    public List<String> withExtension(String... extensions) {
        Set<String> wanted = Set.of(extensions);
        return files.stream().filter(file -> wanted.contains(FileNames.extension(file))).toList();
    }

    public Path resolve(String file) {
        return isSingleFile() ? root : root.resolve(file);
    }

    /// The beginning of a file as text without a byte order mark; empty when it cannot be read or is a link.
    public String head(String file) {
        if (Files.isSymbolicLink(resolve(file))) {
            return "";
        }
        try (InputStream in = Files.newInputStream(resolve(file))) {
            return TextDecoding.roughly(in.readNBytes(HEAD));
        } catch (IOException ignored) {
            return "";
        }
    }
}
