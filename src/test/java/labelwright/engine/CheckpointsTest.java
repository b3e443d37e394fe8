package labelwright.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class CheckpointsTest {
    @TempDir
    private Path folder;

    @Test
    void theNewestBecomesTheOneBeforeIt() throws IOException {
        replace("1");
        assertEquals(List.of("last=1"), files());
        replace("2");
        assertEquals(List.of("last=2", "previous=1"), files());
        replace("3");
        assertEquals(List.of("last=3", "previous=2"), files());
    }

    @Test
    void aProcessThatWasKilledHalfWayLeavesNothingInTheWay() throws IOException {
        replace("1");
        Files.createLink(folder.resolve("previous"), folder.resolve("last"));
        Files.createLink(folder.resolve("previous.new"), folder.resolve("last"));
        replace("2");
        assertEquals(List.of("last=2", "previous=1"), files());
    }

    @Test
    void withoutAFreshOneTheNewestStays() throws IOException {
        replace("1");
        Path missing = folder.resolve("missing");
        assertThrows(IOException.class, () -> Checkpoints.replace(missing, folder.resolve("last"), folder.resolve("previous")));
        assertEquals(List.of("last=1", "previous=1"), files());
    }

    private void replace(String content) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fresh"), content);
        Checkpoints.replace(fresh, folder.resolve("last"), folder.resolve("previous"));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().map(file -> {
                try {
                    return file.getFileName() + "=" + Files.readString(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    }
}
