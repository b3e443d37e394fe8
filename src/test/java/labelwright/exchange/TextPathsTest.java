package labelwright.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.brat.BratFormat;
import labelwright.exchange.formats.StandardFormats;
import labelwright.model.Item;
import labelwright.model.ProjectKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// No name in a file of texts leads out of the folder: neither that of an item when it is read, nor that of a file when it is written.
class TextPathsTest {
    private static final List<String> NAMES = List.of("../../outside.txt", "/etc/outside.txt", "C:\\outside.txt", "\\\\server\\outside.txt",
            "a/../../outside.txt", "file:///etc/passwd", "con", "~/outside.txt", "a\u0000b", "..");

    @TempDir
    Path folder;

    /// Files whose records name their texts; NAME is as JSON writes it.
    static Stream<Arguments> namedRecords() {
        Map<String, String> files = Map.of(
                "doccano/a.jsonl", "{\"text\":\"words\",\"label\":[],\"labelwright\":{\"name\":\"NAME\"}}\n",
                "doccano/b.jsonl", "{\"id\":\"NAME\",\"text\":\"words\",\"label\":[]}\n",
                "prodigy/a.jsonl", "{\"text\":\"words\",\"spans\":[],\"meta\":{\"labelwright_name\":\"NAME\"}}\n",
                "csv/a.csv", "name,text,label\n\"NAME\",words,x\n",
                "csv/b.csv", "id,text,label\n\"NAME\",words,x\n",
                "label-studio-text/a.json", "[{\"id\":\"NAME\",\"data\":{\"text\":\"words\",\"name\":\"NAME\"},\"annotations\":[]}]",
                "prodigy/b.json",
                "[{\"id\":\"NAME\",\"paragraphs\":[{\"raw\":\"words\",\"sentences\":[{\"tokens\":[{\"orth\":\"words\"}]}]}]}]");
        return files.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .flatMap(file -> NAMES.stream().filter(name -> !file.getKey().endsWith("csv") || name.indexOf(0) < 0)
                        .map(name -> Arguments.of(file.getKey(), file.getValue(), name)));
    }

    @ParameterizedTest
    @MethodSource("namedRecords")
    void itemsGetASafeNameAndTheReportSaysSo(String path, String content, String name) throws IOException {
        Path file = folder.resolve(path.substring(path.indexOf('/') + 1));
        boolean isJson = !path.endsWith(".csv");
        Files.writeString(file, content.replace("NAME", isJson ? name.replace("\\", "\\\\").replace("\u0000", "\\u0000") : name));
        Recorder read = Recorder.read(StandardFormats.create().byId(path.substring(0, path.indexOf('/'))), file);
        String given = read.onlyText().name();
        assertEquals(Optional.empty(), SafeName.danger(given), given);
        boolean isKept = given.contains(SafeName.normalise(name));
        assertTrue(isKept || read.problems.stream().anyMatch(problem -> problem.what().contains("The name ")
                && problem.where().startsWith(file.getFileName().toString())), read.problems::toString);
    }

    static List<String> writable() {
        return StandardFormats.create().all().stream().filter(format -> format.kind() == ProjectKind.TEXT && format.writer().isPresent())
                .map(DatasetFormat::id).toList();
    }

    @ParameterizedTest
    @MethodSource("writable")
    void filesAreWrittenBelowTheFolderOnly(String id) throws IOException {
        RandomTexts data = new RandomTexts(2);
        for (int i = 0; i < NAMES.size(); i++) {
            SourceItem item = data.items.get(i);
            Item old = item.item();
            data.items.set(i, new SourceItem(new Item(old.id(), old.project(), NAMES.get(i), old.media(), old.width(), old.height(),
                    old.split()), null, item.annotations(), item.text()));
        }
        Path out = folder.resolve("deep/er/out");
        StandardFormats.create().byId(id).writer().orElseThrow().write(new WriteRequest(out, data.schema), data);
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(List.of(), all.filter(Files::isRegularFile).filter(file -> !file.startsWith(out)).toList());
        }
        Recorder read = Recorder.read(StandardFormats.create().byId(id), out);
        read.texts.values().forEach(text -> assertEquals(Optional.empty(), SafeName.danger(text.name()), text.name()));
    }

    @Test
    void linksAndArchivesDoNotLeadOut() throws IOException {
        Path outside = folder.resolve("outside");
        Files.createDirectories(outside);
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.writeString(outside.resolve("secret.ann"), "");
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("a.txt"), "words");
        Files.writeString(data.resolve("a.ann"), "T1\tX 0 5\twords\n");
        Files.createSymbolicLink(data.resolve("secret.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(data.resolve("more"), outside);
        for (String id : List.of("brat", "text")) {
            Recorder read = Recorder.read(StandardFormats.create().byId(id), data);
            assertEquals(List.of("a.txt"), List.copyOf(read.texts.keySet()), id);
            assertTrue(read.problems.stream().anyMatch(problem -> problem.where().equals("secret.txt")), read.problems::toString);
        }
        Path archive = folder.resolve("a.zip");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of("create", "true"))) {
            Files.writeString(zip.getPath("b.txt"), "words");
            Files.writeString(zip.getPath("b.ann"), "T1\tX 0 5\twords\n");
        }
        assertEquals(List.of("b.txt"), List.copyOf(Recorder.read(new BratFormat(), archive).texts.keySet()));
        Path slip = labelwright.Samples.require("formats/edge-made/zip-slip.zip");
        try {
            assertEquals(List.of(), Recorder.read(new BratFormat(), slip).allRegions());
        } catch (ExchangeException e) {
            assertTrue(e.getMessage().contains("no archive that can be read"), e.getMessage());
        }
    }
}
