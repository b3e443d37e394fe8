package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/// What holds for every format of texts that is written and read.
public final class TextFormatChecks {
    private static final String SIGNS = "{}[]<>\"',:;/\\-+.eE0123456789 \n\t\0\u00ff_|*#";

    private TextFormatChecks() {}

    /// Writes, recognises, reads: texts, splits, spans, labels, relations and attributes are the same.
    public static Recorder comesBack(DatasetFormat format, RandomTexts data, Path out) {
        WriteRequest request = new WriteRequest(out, data.schema);
        DatasetWriter writer = format.writer().orElseThrow();
        List<Loss> before = writer.losses(request, data);
        WriteReport report = writer.write(request, data);
        assertEquals(before, report.losses());
        assertEquals(data.items.size(), report.items());
        assertEquals(format.id(), StandardFormats.create().detect(out).getFirst().format().id());
        Recorder read = Recorder.read(format, out);
        assertEquals(List.of(), read.problems);
        assertEquals(data.items.size(), read.texts.size());
        Map<String, TextRecord> byName = new HashMap<>();
        read.texts.values().forEach(text -> byName.put(text.name(), text));
        for (SourceItem source : data.items) {
            String name = source.item().name();
            TextRecord text = byName.get(name);
            assertTrue(text != null, () -> name + " is not among " + byName.keySet());
            assertEquals(source.text().text(), text.text(), name);
            assertEquals(source.item().split(), text.split(), name);
            assertSameRegions(data, source, read.regions.get(text.key()));
            assertSameRelations(data, source, read.regions.get(text.key()), read.relations.get(text.key()));
        }
        return read;
    }

    private static void assertSameRegions(RandomTexts data, SourceItem source, List<RegionRecord> regions) {
        List<Annotation> annotations = source.annotations().annotations();
        assertEquals(annotations.size(), regions.size(), source.item()::name);
        for (int i = 0; i < annotations.size(); i++) {
            assertEquals(data.label(annotations.get(i)), regions.get(i).label());
            assertEquals(annotations.get(i).shape(), regions.get(i).shape(), source.item()::name);
            assertEquals(annotations.get(i).attributes(), regions.get(i).attributes(), source.item()::name);
        }
    }

    private static void assertSameRelations(RandomTexts data, SourceItem source, List<RegionRecord> regions, List<RelationRecord> read) {
        List<AnnotationId> ids = source.annotations().annotations().stream().map(Annotation::id).toList();
        List<String> keys = regions.stream().map(region -> String.valueOf(region.key())).toList();
        Map<String, Integer> open = new HashMap<>();
        for (Relation relation : source.annotations().relations()) {
            open.merge("%s %d %d %s".formatted(data.type(relation), ids.indexOf(relation.from()), ids.indexOf(relation.to()),
                    new java.util.TreeMap<>(relation.attributes())), 1, Integer::sum);
        }
        for (RelationRecord relation : read) {
            open.merge("%s %d %d %s".formatted(relation.type(), keys.indexOf(relation.from()), keys.indexOf(relation.to()),
                    new java.util.TreeMap<>(relation.attributes())), -1, Integer::sum);
        }
        open.values().removeIf(count -> count == 0);
        assertEquals(Map.of(), open, source.item()::name);
    }

    /// Reads damaged versions of an export: problems in plain sentences with a place, spans inside their texts, and nothing else.
    public static void damageIsReported(DatasetFormat format, RandomTexts data, Path out, int rounds) throws IOException {
        format.writer().orElseThrow().write(new WriteRequest(out, data.schema), data);
        List<Path> files;
        try (Stream<Path> all = Files.walk(out)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Random random = new Random(4);
        for (int round = 0; round < rounds; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] sound = Files.readAllBytes(file);
            Files.write(file, damage(sound, random));
            readAndCheck(format, out, "round " + round + " " + file.getFileName());
            Files.write(file, sound);
        }
        assertEquals(List.of(), Recorder.read(format, out).problems);
    }

    private static byte[] damage(byte[] sound, Random random) {
        if (sound.length == 0 || random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = sound.clone();
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                return Arrays.copyOfRange(bytes, at, bytes.length);
            }
            case 2 -> bytes[at] = (byte) random.nextInt(256);
            case 3 -> {
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
                }
            }
            default -> {
                int length = Math.min(random.nextInt(60), bytes.length - at);
                System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
            }
        }
        return bytes;
    }

    /// Reads what may be damaged.
    public static void readAndCheck(DatasetFormat format, Path root, String what) {
        try {
            StandardFormats.create().detect(root);
            Recorder read = Recorder.read(format, root);
            read.problems.forEach(problem -> {
                assertFalse(problem.where().isBlank(), what);
                assertTrue(problem.what().endsWith("."), problem::toString);
                assertFalse(problem.what().contains("Exception") || problem.what().contains("null") || problem.what().contains("\n"),
                        problem::toString);
                assertTrue(problem.what().length() < 600, problem::toString);
            });
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

    /// A sink that refuses after some calls ends the reading, with what it threw.
    public static void canBeCancelled(DatasetFormat format, Path root) {
        int[] left = {5};
        RecordSink sink = new RecordSink() {
            @Override
            public void label(String name) {}

            @Override
            public void item(ItemRecord item) {}

            @Override
            public void annotation(String itemKey, RegionRecord region) {}

            @Override
            public void problem(labelwright.model.Problem problem) {}

            @Override
            public void progress(long done, long total) {
                if (--left[0] == 0) {
                    throw new IllegalStateException("cancelled");
                }
            }
        };
        IllegalStateException thrown = assertThrows(IllegalStateException.class,
                () -> format.reader().read(new ReadRequest(root, java.util.Optional.empty(), PictureSizes.UNKNOWN), sink));
        assertEquals("cancelled", thrown.getMessage());
    }
}
