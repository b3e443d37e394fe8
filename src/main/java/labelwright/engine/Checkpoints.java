package labelwright.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The two checkpoints of a run's folder: the newest, and the one before it, in case the newest cannot be read one day.
public final class Checkpoints {
    private Checkpoints() {}

    /// Puts a checkpoint that is written to its end in the place of the newest, which becomes the one before it. Where the file system has hard
    /// links, the newest is there at every moment, also when the process is killed half-way; where it has none, only the one before may be.
    ///
    /// @param fresh on the same disk as the others; gone afterwards
    /// @throws IOException when a file cannot be renamed; the older checkpoints are whole then
    public static void replace(Path fresh, Path newest, Path previous) throws IOException {
        if (Files.exists(newest)) {
            keep(newest, previous);
        }
        Files.move(fresh, newest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void keep(Path newest, Path previous) throws IOException {
        Path link = previous.resolveSibling(previous.getFileName() + ".new");
        Files.deleteIfExists(link);
        try {
            Files.createLink(link, newest);
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.move(newest, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Files.move(link, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Where both were the same file already, renaming does nothing and leaves the link.
        Files.deleteIfExists(link);
    }
}
