package labelwright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of prepared tiles: when it grows too large, the pictures that were prepared longest ago are forgotten.
final class TileFolder {
    private static final Logger LOG = LoggerFactory.getLogger(TileFolder.class);
    private static final long MOST_BYTES = 16L << 30;

    private TileFolder() {}

    private record Known(Path file, long bytes, FileTime changed) {}

    /// @param keep the file that is about to be used
    static void makeRoom(Path folder, Path keep) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Known> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.add(new Known(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        files.sort(Comparator.comparing(Known::changed));
        long bytes = files.stream().mapToLong(Known::bytes).sum();
        for (Known oldest : files) {
            if (bytes > MOST_BYTES && !oldest.file.equals(keep)) {
                try {
                    Files.deleteIfExists(oldest.file);
                    bytes -= oldest.bytes;
                } catch (IOException e) {
                    LOG.debug("{} is in use and stays", oldest.file, e);
                }
            }
        }
    }
}
