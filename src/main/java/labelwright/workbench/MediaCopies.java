package labelwright.workbench;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.model.MediaRef;

/// The picture files that imports copied into the workspace, a folder for each import.
final class MediaCopies {
    private static final Logger LOG = LoggerFactory.getLogger(MediaCopies.class);
    private static final String PREFIX = "import-";

    private final Path mediaFolder;

    MediaCopies(Path mediaFolder) {
        this.mediaFolder = mediaFolder;
    }

    /// The folder of all copies.
    Path folder() {
        return mediaFolder;
    }

    /// Copies the file; under its final name it is whole or not there.
    MediaRef copy(long importId, String name, Path file) throws IOException {
        Path folder = folder(importId);
        Path target = folder.resolve(name).normalize();
        Path parent = target.getParent();
        if (parent == null || !target.startsWith(folder)) {
            throw new IOException("its name leaves the workspace");
        }
        if (Files.exists(target)) {
            // another page of a file that this import has copied already
            return copied(importId, name);
        }
        Files.createDirectories(parent);
        Path part = Files.createTempFile(parent, "copy", ".part");
        try {
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                LOG.debug("No atomic move in {}", parent, e);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
        return copied(importId, name);
    }

    /// Where the copy is, as items remember it.
    MediaRef copied(long importId, String name) {
        Path target = folder(importId).resolve(name).normalize();
        return new MediaRef(MediaRef.Place.COPIED, mediaFolder.relativize(target).toString().replace('\\', '/'));
    }

    /// Deletes what the import copied.
    void delete(long importId) {
        FileTree.delete(folder(importId));
    }

    /// Deletes the copies of imports that never finished: a process was killed in the middle of them.
    ///
    /// @param finished ids of all imports that there are
    void deleteUnfinished(Set<Long> finished) {
        try (Stream<Path> folders = Files.list(mediaFolder)) {
            folders.filter(folder -> isUnfinished(folder.getFileName().toString(), finished)).forEach(FileTree::delete);
        } catch (IOException e) {
            LOG.warn("{} cannot be looked through for copies of unfinished imports", mediaFolder, e);
        }
    }

    private static boolean isUnfinished(String name, Set<Long> finished) {
        return name.matches(PREFIX + "\\d{1,18}") && !finished.contains(Long.valueOf(name.substring(PREFIX.length())));
    }

    Path folder(long importId) {
        return mediaFolder.resolve(PREFIX + importId);
    }
}
