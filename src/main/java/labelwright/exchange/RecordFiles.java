package labelwright.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The files of a data set that hold many records each: the one that was chosen, or those in the chosen folder with a fitting extension.
public final class RecordFiles {

    private RecordFiles() {}

    /// @param path relative to the data set, with `/`
    public record Entry(String path, Path file) {}

    /// In the order of their names.
    ///
    /// @param extensions in lower case, without the dot; not asked for a file that was chosen itself
    /// @throws ExchangeException when there is no such file or folder, or no fitting file in it
    public static List<Entry> of(ReadRequest request, RecordSink sink, Set<String> extensions) {
        Path root = request.root().toAbsolutePath();
        if (Files.isRegularFile(root)) {
            return List.of(new Entry(String.valueOf(root.getFileName()), root));
        }
        if (!Files.isDirectory(root)) {
            throw new ExchangeException(
                    "There is no file or folder %s. Check the path, and whether its disk is connected.".formatted(root));
        }
        List<Entry> files = new ArrayList<>();
        new FileTree(root, sink).forEach((path, file) -> {
            sink.progress(0, 0);
            if (extensions.contains(FileNames.extension(path))) {
                files.add(new Entry(path, file));
            }
        });
        if (files.isEmpty()) {
            throw new ExchangeException("There is no file in %s whose name ends with .%s. Choose another folder or format.".formatted(root,
                    String.join(" or .", extensions.stream().sorted().toList())));
        }
        return files;
    }
}
