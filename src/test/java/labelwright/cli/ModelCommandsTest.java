package labelwright.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.workbench.TestPictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Models, runs, suggestions from elsewhere and conversion on the command line.
@Timeout(120)
class ModelCommandsTest {
    @TempDir
    private Path folder;
    private Cli cli;
    private String w;
    private Path data;

    @BeforeEach
    void prepare() throws IOException {
        cli = new Cli(folder);
        w = folder.resolve("w").toString();
        data = folder.resolve("data");
        for (int i = 0; i < 8; i++) {
            TestPictures.png(data.resolve("JPEGImages/p" + i + ".png"), 64, 64);
            TestPictures.voc(data, "p" + i, 64, 64, "dog %d 5 %d 40".formatted(i + 2, i + 30), "cat 30 30 60 60");
        }
        cli.json("workspace", "create", w);
        cli.json("project", "create", "-w", w, "-p", "P");
    }

    @Test
    void aModelTravelsToAnotherWorkspaceAndSuggestsThereTheSame() throws IOException {
        cli.json("import", "-w", w, data.toString());
        train("m");
        String zip = folder.resolve("m.zip").toString();
        JsonNode exported = cli.json("models", "export", "m", zip, "-w", w);
        assertEquals("m", exported.at("/models/0/name").asText());
        assertEquals(3, entries(Path.of(zip)).size());
        assertEquals("dog\ncat\n", lines(entries(Path.of(zip)).get("labels.txt")));
        assertEquals(2, cli.run("models", "export", "m", zip, "-w", w).code(), "a file that is there is not replaced");
        assertEquals(2, cli.run("models", "export", "m", zip + "2", "-w", w, "--format", "onnx").code());
        assertEquals(1, cli.run("models", "export", "nobody", zip + "2", "-w", w).code());

        String other = folder.resolve("other").toString();
        cli.json("workspace", "create", other);
        cli.json("project", "create", "-w", other, "-p", "Q", "--labels", "dog");
        cli.json("import", "-w", other, data.resolve("JPEGImages").toString());
        JsonNode imported = cli.json("models", "import", zip, "-w", other, "--name", "from afar");
        assertEquals("from afar", imported.at("/models/0/name").asText());
        assertEquals("cat", imported.at("/unknownLabels/0").asText());
        assertEquals(cli.json("models", "-w", w).at("/models/0/metrics"), cli.json("models", "-w", other).at("/models/0/metrics"));
        assertEquals(8, cli.json("suggest", "-w", other, "--model", "from afar", "--threshold", "0").get("items").asInt());
        assertEquals("from afar-2", cli.json("models", "import", zip, "-w", other, "--name", "from afar").at("/models/0/name").asText());
        assertEquals("production", cli.json("models", "stage", "from afar", "production", "-w", other).at("/models/0/stage").asText());
        assertEquals(2, cli.run("models", "stage", "from afar", "famous", "-w", other).code());
        assertTrue(cli.json("workspace", "check", other).get("ok").asBoolean());
    }

    @Test
    void aFileThatIsNoModelIsRefusedAndLeavesNothing() throws IOException {
        cli.json("import", "-w", w, data.toString());
        train("m");
        Path good = folder.resolve("m.zip");
        cli.json("models", "export", "m", good.toString(), "-w", w);
        Map<String, byte[]> entries = entries(good);
        String weights = entries.keySet().stream().filter(name -> name.endsWith(".safetensors")).findFirst().orElseThrow();
        Path models = Path.of(w, "models");
        List<String> before = names(models);

        Map<String, Map<String, byte[]>> bad = new LinkedHashMap<>();
        bad.put("leaves its folder", with(entries, "../../evil.txt", new byte[10]));
        bad.put("a pickle", with(entries, "data.pkl", new byte[10]));
        bad.put("no description", without(entries, "model.json"));
        bad.put("no weights", without(entries, weights));
        bad.put("weights cut off", with(entries, weights, java.util.Arrays.copyOf(entries.get(weights), 5000)));
        bad.put("a description of something else", with(entries, "model.json", "{\"format\":1}".getBytes(StandardCharsets.UTF_8)));
        bad.put("a description that names a path", with(entries, "model.json",
                lines(entries.get("model.json")).replace(weights, "../" + weights).getBytes(StandardCharsets.UTF_8)));
        bad.put("a description of another network", with(entries, "model.json",
                lines(entries.get("model.json")).replace("\"width\" : \"0.25\"", "\"width\" : \"2.0\"").getBytes(StandardCharsets.UTF_8)));
        bad.put("a description too long", with(entries, "model.json", new byte[3 << 20]));
        bad.put("a label list is all there is", Map.of("labels.txt", new byte[3]));
        for (Map.Entry<String, Map<String, byte[]>> one : bad.entrySet()) {
            Path file = zip(folder.resolve("bad.zip"), one.getValue());
            refused(one.getKey(), file);
        }
        refused("no zip", Files.writeString(folder.resolve("bad.zip"), "hello"));
        refused("cut off", Files.write(folder.resolve("bad.zip"), java.util.Arrays.copyOf(Files.readAllBytes(good), 3000)));
        refused("not there", folder.resolve("nowhere.zip"));
        refused("a folder", data);
        assertEquals(before, names(models));
        assertFalse(Files.exists(Path.of(w, "evil.txt")));
        assertEquals(1, cli.json("models", "-w", w).get("models").size());
    }

    @Test
    void labelsOfAModelFromElsewhereBecomeItsSuggestions() throws IOException {
        cli.json("import", "-w", w, data.resolve("JPEGImages").toString());
        Path coco = Files.writeString(folder.resolve("predicted.json"), """
                {"images":[{"id":1,"file_name":"p0.png","width":64,"height":64},{"id":2,"file_name":"p1.png","width":64,"height":64}],
                 "categories":[{"id":1,"name":"dog"}],
                 "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[3,4,20,20],"score":0.75},
                                {"id":2,"image_id":1,"category_id":1,"bbox":[30,30,20,20],"score":0.25}]}
                """);
        String[] command = {"import", "-w", w, coco.toString(), "--images", data.resolve("JPEGImages").toString(), "--as-suggestions",
                "yolo9"};
        String[] rehearsal = java.util.Arrays.copyOf(command, command.length + 1);
        rehearsal[command.length] = "--dry-run";
        assertEquals(2, cli.json(rehearsal).get("annotations").asInt());
        assertEquals(0, cli.json("models", "-w", w).get("models").size(), "a rehearsal makes no model");
        assertEquals(2, cli.json(command).get("annotations").asInt());
        JsonNode model = cli.json("models", "-w", w).at("/models/0");
        assertEquals("yolo9", model.get("name").asText());
        assertEquals("dog", model.at("/labels/0").asText());
        assertEquals(2, model.get("open").asInt());
        assertEquals(8, cli.json("items", "-w", w).get("total").asInt(), "the pictures are those that were there");
        assertEquals(8, cli.json("items", "-w", w, "--query", "state:new").get("total").asInt(), "nobody has labelled anything");
        assertEquals(1, cli.json("items", "-w", w, "--query", "suggested:yes score>0.7").get("total").asInt());
        Cli.Result asked = cli.run("suggest", "-w", w, "--model", "yolo9");
        assertEquals(1, asked.code());
        assertTrue(asked.err().contains("ran somewhere else"), asked.err());
        assertEquals(1, cli.run("models", "export", "yolo9", folder.resolve("x.zip").toString(), "-w", w).code());
        assertEquals(2, cli.run("import", "-w", w, coco.toString(), "--as", "lee", "--as-suggestions", "x").code());
        Cli.Result gone = cli.run("import", "-w", w, folder.resolve("nothing").toString(), "--as-suggestions", "other");
        assertEquals(1, gone.code());
        assertEquals(1, cli.json("models", "-w", w).get("models").size(), "a failed import leaves no model");
        assertTrue(cli.json("workspace", "check", w).get("ok").asBoolean());
    }

    @Test
    void aDataSetIsConvertedWithoutAWorkspace() throws IOException {
        Path coco = folder.resolve("coco");
        JsonNode there = cli.json("convert", data.toString(), coco.toString(), "--from", "voc", "--to", "coco", "--verify");
        assertEquals(8, there.get("items").asInt());
        assertEquals(16, there.get("annotations").asInt());
        assertTrue(there.get("verified").asBoolean());
        JsonNode back = cli.json("convert", coco.toString(), folder.resolve("yolo").toString(), "--to", "yolo");
        assertEquals("coco", back.get("format").asText());
        assertFalse(back.has("verified"));
        assertEquals(16, back.get("annotations").asInt());
        assertEquals(1, cli.run("convert", data.toString(), folder.resolve("x").toString(), "--to", "papyrus").code());
        assertEquals(1, cli.run("convert", data.resolve("JPEGImages").toString(), folder.resolve("x").toString(), "--to", "coco").code());
        assertEquals(2, cli.run("convert", data.toString(), "--to", "coco").code());
        assertFalse(Files.exists(folder.resolve("x")));
    }

    @Test
    void twoRunsAreComparedByWhatDiffers() throws IOException {
        cli.json("import", "-w", w, data.toString());
        train("a");
        train("b", "--set", "dropout=0.3", "--seed", "7");
        JsonNode compared = cli.json("runs", "compare", "a", "b", "-w", w);
        assertEquals(2, compared.get("runs").size());
        Map<String, String> differences = new LinkedHashMap<>();
        compared.get("differences").forEach(one -> differences.put(one.get("what").asText(), one.at("/values/1").asText()));
        assertEquals("0.3", differences.get("settings.dropout"));
        assertEquals("7", differences.get("seed"));
        assertFalse(differences.containsKey("dataHash"), differences.toString());
        assertTrue(cli.run("runs", "compare", "a", "a", "-w", w).out().contains("do not differ"));
        assertEquals(1, cli.run("runs", "compare", "a", "z", "-w", w).code());
        assertEquals(2, cli.json("runs", "-w", w).get("runs").size());
    }

    private void refused(String what, Path file) {
        Cli.Result result = cli.run("models", "import", file.toString(), "-w", w);
        assertEquals(1, result.code(), what);
        assertEquals(1, result.err().lines().count(), what + ": " + result.err());
        assertFalse(result.err().contains("unexpected"), what + ": " + result.err());
    }

    private void train(String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("train", "-w", w, "--family", "detection", "--set", "epochs=1", "--set",
                "input_size=64", "--set", "width=0.25", "--set", "threads=1", "--name", name));
        command.addAll(List.of(more));
        cli.json(command.toArray(String[]::new));
    }

    private static String lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, byte[]> entries(Path zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(file.entries())) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> entries, String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.put(name, content);
        return changed;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> entries, String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.remove(name);
        return changed;
    }

    private static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
