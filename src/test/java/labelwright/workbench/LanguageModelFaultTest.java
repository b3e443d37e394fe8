package labelwright.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is truly broken, in a process of its own: the search says what to do, the process lives, and labelling and learning without the language model go on.
@Timeout(300)
class LanguageModelFaultTest {
    private static final String GOES_ON = "text-ngrams DONE";

    @TempDir
    private Path folder;

    private Path workspace;

    @BeforeEach
    void texts() throws IOException {
        workspace = folder.resolve("w");
        StringBuilder rows = new StringBuilder("text,label\n");
        for (int i = 0; i < 24; i++) {
            rows.append(i % 2 == 0 ? "my card number %d is lost,card\n".formatted(i) : "how much is %d euro in pounds,rate\n".formatted(i));
        }
        Path file = Files.writeString(folder.resolve("bank.csv"), rows);
        try (TestBench test = TestBench.create(workspace)) {
            Project project = test.get().projects().create("bank", ProjectKind.TEXT, List.of());
            test.get().imports().run(ImportRequest.of(project, file, TestBench.KIM), Progress.NONE, new CancelToken());
        }
    }

    /// @param cache where libraries are unpacked
    /// @param more class path entries that come first
    private List<String> lines(Path cache, List<Path> more) throws IOException, InterruptedException {
        ProcessBuilder builder = ChildJvm.of(List.of(), more, ModellessVictim.class, workspace.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DJL_CACHE_DIR", cache.toString());
        Process child = builder.start();
        try {
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, child.waitFor(), said);
            return said.lines().toList();
        } finally {
            child.destroyForcibly();
        }
    }

    private static void assertGoesOnWithout(List<String> lines, String what, String advice) {
        assertEquals(5, lines.size(), lines::toString);
        for (String line : lines.subList(0, 3)) {
            assertTrue(line.startsWith("ENGINE: The language model ") && line.contains(what) && line.contains(advice)
                    && line.endsWith("Labelling works without it, and the family text-ngrams learns without it."), line);
        }
        assertEquals(List.of("labelled", GOES_ON), lines.subList(3, 5));
    }

    @Test
    void aCacheFolderThatIsAFileIsNamed() throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("cache"));
        assertGoesOnWithout(lines(file, List.of()), file + " is a file", "Set DJL_CACHE_DIR to a folder");
    }

    @Test
    void aLanguageModelThatWasCutShortIsNamed() throws IOException, InterruptedException {
        Path before = Files.createDirectories(folder.resolve("before"));
        try (InputStream whole = LanguageModelFaultTest.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx")) {
            Files.write(before.resolve("all-minilm-l6-v2-q.onnx"), whole.readNBytes(3_000_000));
        }
        assertGoesOnWithout(lines(folder.resolve("cache"), List.of(before)), "damaged", "Install the app again");
    }

    /// Loading it as it is would end the process.
    @Test
    void aLibraryThatWasCutShortIsUnpackedAnew() throws IOException, InterruptedException {
        Path cache = folder.resolve("cache");
        List<String> well = List.of("found 3", "found 3", "text-embedding DONE", "labelled", GOES_ON);
        assertEquals(well, lines(cache, List.of()));
        Path library;
        try (Stream<Path> files = Files.walk(cache.resolve("tokenizers"))) {
            library = files.filter(file -> file.getFileName().toString().equals(System.mapLibraryName("tokenizers"))).findFirst()
                    .orElseThrow();
        }
        long size = Files.size(library);
        try (var channel = Files.newByteChannel(library, StandardOpenOption.WRITE)) {
            channel.truncate(size / 100);
        }
        assertEquals("found 3", lines(cache, List.of()).getFirst());
        assertEquals(size, Files.size(library));
    }
}
