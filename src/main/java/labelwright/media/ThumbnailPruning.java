package labelwright.media;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a folder of thumbnails from growing without end: files that were not used for long go, and then the least recently used until the
/// rest is small enough. When a file was used last is its time of change.
///
/// @param mostBytes of all files together; pruning goes down to three quarters of it
record ThumbnailPruning(Path folder, long mostBytes, Duration mostAge) {
    private static final Logger LOG = LoggerFactory.getLogger(ThumbnailPruning.class);
    private static final Duration FRESH = Duration.ofDays(1);

    private record Stored(Path file, Instant used, long bytes) {}

    /// Notes that a file is in use; writes to the disk once a day at most.
    static void used(Path file) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FRESH))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException e) {
            LOG.trace("The use of {} could not be noted", file, e);
        }
    }

    void run() {
        List<Stored> files = new ArrayList<>(list());
        files.sort(Comparator.comparing(Stored::used));
        long bytes = files.stream().mapToLong(Stored::bytes).sum();
        long wanted = bytes > mostBytes ? mostBytes / 4 * 3 : mostBytes;
        Instant oldest = Instant.now().minus(mostAge);
        for (Stored stored : files) {
            if (bytes <= wanted && !stored.used.isBefore(oldest)) {
                return;
            }
            try {
                Files.deleteIfExists(stored.file);
                bytes -= stored.bytes;
            } catch (IOException e) {
                LOG.debug("The thumbnail {} could not be deleted", stored.file, e);
            }
        }
    }

    private List<Stored> list() {
        List<Stored> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && String.valueOf(file.getFileName()).endsWith(".jpg")) {
                        files.add(new Stored(file, attributes.lastModifiedTime().toInstant(), attributes.size()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            LOG.trace("There is no folder {}", folder, e);
        } catch (IOException e) {
            LOG.debug("The thumbnails in {} could not be listed", folder, e);
        }
        return files;
    }
}
