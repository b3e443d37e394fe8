package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.exchange.TextLines.Line;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.TextSpan;
import labelwright.model.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/// Damaged files of texts give problems in plain sentences and never anything else, whatever their size.
class GarbledTextsTest {
    private static final int ROUNDS = 150;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv", "doccano", "prodigy", "conll"})
    void damagedFilesGiveProblemsOnly(String id) throws IOException {
        DatasetFormat format = StandardFormats.create().byId(id);
        RandomTexts data = new RandomTexts(21);
        Path out = folder.resolve("out");
        format.writer().orElseThrow().write(new WriteRequest(out, data.schema), data);
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
        }
        Random random = new Random(4);
        for (int round = 0; round < ROUNDS; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] sound = Files.readAllBytes(file);
            Files.write(file, GarbledFilesTest.damage(sound, random));
            readAndCheck(format, out, "round " + round + " " + file.getFileName());
            Files.write(file, sound);
        }
        assertEquals(List.of(), Recorder.read(format, out).problems);
    }

    private static void readAndCheck(DatasetFormat format, Path out, String what) {
        try {
            StandardFormats.create().detect(out);
            Recorder read = Recorder.read(format, out);
            for (Problem problem : read.problems) {
                GarbledFilesTest.assertPlain(problem, what);
            }
            read.texts.forEach((key, text) -> read.regions.get(key).forEach(region -> {
                TextSpan span = (TextSpan) region.shape();
                assertEquals(TextSpan.of(text.text(), span.fragments()), span, what);
            }));
        } catch (ExchangeException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(what + ": " + e, e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "doccano", "prodigy", "conll"})
    void whatTheSinkThrowsEndsTheReadingBetweenTwoTexts(String id) {
        DatasetFormat format = StandardFormats.create().byId(id);
        RandomTexts data = new RandomTexts(3);
        format.writer().orElseThrow().write(new WriteRequest(folder.resolve("out"), data.schema), data);
        List<String> came = new ArrayList<>();
        RecordSink cancelling = new RecordSink() {
            @Override
            public void label(String name) {}

            @Override
            public void item(ItemRecord item) {}

            @Override
            public void annotation(String itemKey, RegionRecord region) {}

            @Override
            public void problem(Problem problem) {}

            @Override
            public void text(TextRecord text) {
                came.add(text.key());
                if (came.size() == 5) {
                    throw new IllegalStateException("cancelled");
                }
            }
        };
        ReadRequest request = new ReadRequest(folder.resolve("out"), Optional.empty(), PictureSizes.UNKNOWN);
        assertEquals("cancelled", assertThrows(IllegalStateException.class, () -> format.reader().read(request, cancelling)).getMessage());
        assertEquals(5, came.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "doccano", "prodigy", "conll"})
    void noFilesAndNoFolderAreSentences(String id) {
        DatasetFormat format = StandardFormats.create().byId(id);
        assertTrue(
                assertThrows(ExchangeException.class, () -> Recorder.read(format, folder)).getMessage().startsWith("There is no file in"));
        assertTrue(assertThrows(ExchangeException.class, () -> Recorder.read(format, folder.resolve("no"))).getMessage()
                .startsWith("There is no file or folder"));
    }

    @Test
    void linesOfAnyLengthAreReadOneAtATime() throws IOException {
        Path file = folder.resolve("lines");
        Files.write(file, ("a\r\n" + "b".repeat(200_000) + "\n\n" + "c".repeat(70_000) + "\n\u00e9").getBytes("UTF-16LE"));
        ReadRequest request = new ReadRequest(file, Optional.empty(), PictureSizes.UNKNOWN,
                Map.of(ReadOption.ENCODING, "utf-16le"));
        List<Line> lines = new ArrayList<>();
        List<Long> progress = new ArrayList<>();
        RecordSink sink = new Recorder() {
            @Override
            public void progress(long done, long total) {
                assertEquals(size(file), total);
                progress.add(done);
            }
        };
        try (TextLines read = TextLines.open(file, request, sink, 150_000)) {
            for (Line line = read.next(); line != null; line = read.next()) {
                lines.add(line);
            }
        }
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), lines.stream().map(Line::number).toList());
        assertEquals(List.of("\r\n", "", "\n", "\n", ""), lines.stream().map(Line::ending).toList());
        assertFalse(lines.get(1).isSound());
        assertEquals(70_000, lines.get(3).text().length());
        assertEquals("\u00e9", lines.get(4).text());
        assertTrue(progress.size() >= 8, progress::toString);
        assertEquals(size(file), progress.getLast());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
