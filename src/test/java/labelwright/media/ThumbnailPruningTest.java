package labelwright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThumbnailPruningTest {
    @TempDir
    private Path folder;

    @Test
    void theLeastRecentlyUsedGoUntilTheRestIsSmallEnough() throws IOException {
        for (int i = 0; i < 10; i++) {
            file("t" + i + ".jpg", 100, i);
        }
        new ThumbnailPruning(folder, 800, Duration.ofDays(90)).run();
        assertEquals(List.of("t0.jpg", "t1.jpg", "t2.jpg", "t3.jpg", "t4.jpg", "t5.jpg"), names());
        new ThumbnailPruning(folder, 800, Duration.ofDays(90)).run();
        assertEquals(6, names().size());
    }

    @Test
    void whatWasNotUsedForLongGoesAndOtherFilesStay() throws IOException {
        file("old.jpg", 10, 91);
        file("new.jpg", 10, 1);
        file("notes.txt", 10, 400);
        new ThumbnailPruning(folder, 1 << 20, Duration.ofDays(90)).run();
        assertEquals(List.of("new.jpg", "notes.txt"), names());
        new ThumbnailPruning(folder.resolve("nowhere"), 1, Duration.ofDays(1)).run();
    }

    @Test
    void aThumbnailThatIsUsedIsYoungAgain() throws IOException {
        Path file = file("t.jpg", 10, 80);
        ThumbnailPruning.used(file);
        assertTrue(Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(Duration.ofMinutes(5))));
    }

    private Path file(String name, int bytes, int daysAgo) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(daysAgo))));
        return file;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
