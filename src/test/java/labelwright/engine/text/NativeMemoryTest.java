package labelwright.engine.text;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.engine.EngineException;
import labelwright.task.CancelToken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Sessions, tensors and tokenizers lie outside the heap, where no collector finds what was forgotten: the resident memory of the process without its heap must not grow.
class NativeMemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    /// What a loaded network takes at least.
    private static final long NETWORK = 23L << 20;

    @BeforeEach
    void memoryCanBeRead() {
        assumeTrue(Files.isReadable(STATUS), "This system does not tell how much memory the process has.");
    }

    /// Bytes.
    private static long outside() throws IOException {
        System.gc();
        String line = Files.readAllLines(STATUS).stream().filter(one -> one.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024 - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    private static void cycle() throws EngineException {
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            assertEquals(384, embedders.get(SentenceModel.ENGLISH).embed("a table for two").length);
            assertTrue(embedders.get(SentenceModel.ENGLISH).states("a table for two").size() > 3);
        }
    }

    @Test
    void networksThatAreLoadedAndClosedLeaveNothingBehind() throws EngineException, IOException {
        long before = leastOfFour();
        int cycles = 10;
        for (int i = 4; i < cycles; i++) {
            cycle();
        }
        long growth = leastOfFour() - before;
        assertTrue(growth < cycles * NETWORK / 2, () -> "grew by %,d MB".formatted(growth >> 20));
    }

    /// Freed memory goes back to the system now and then only, so the least of several cycles counts.
    private static long leastOfFour() throws EngineException, IOException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            cycle();
            least = Math.min(least, outside());
        }
        return least;
    }

    @Test
    void readingManyTextsLeavesNothingBehind() throws EngineException, IOException {
        // some 120 sub-words: 180 kB of states for each reading
        String text = "The room was cold and the food came late. ".repeat(12);
        List<String> texts = Collections.nCopies(100, text);
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            TextEmbedder embedder = embedders.get(SentenceModel.ENGLISH);
            embedder.embedAll(texts, done -> {}, new CancelToken());
            long before = outside();
            for (int round = 0; round < 5; round++) {
                embedder.embedAll(texts, done -> {}, new CancelToken());
            }
            long growth = outside() - before;
            assertTrue(growth < 45L << 20, () -> "grew by %,d MB; all states together are 92 MB".formatted(growth >> 20));
        }
    }
}
