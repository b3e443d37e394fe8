package labelwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.exchange.ExifPictures;
import labelwright.workbench.TestPictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(120)
class CommandLineTest {
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
    }

    @Test
    void fromNothingToAVerifiedExport() throws IOException {
        voc(6);
        cli.json("workspace", "create", w);
        assertTrue(cli.json("project", "create", "-w", w, "-p", "P", "--labels", "cat,dog").get("id").isNumber());
        JsonNode rehearsal = cli.json("import", "-w", w, data.toString(), "--dry-run");
        assertEquals(6, rehearsal.get("items").asInt());
        assertEquals(0, cli.json("project", "list", "-w", w).at("/projects/0/items").asInt());
        JsonNode imported = cli.json("import", "-w", w, "-p", "P", data.toString(), "--copy");
        assertEquals(keys("format", "items", "annotations", "relations", "labels", "repaired", "skipped", "refused", "problems", "seconds"),
                keys(imported));
        assertEquals("voc", imported.get("format").asText());
        assertEquals(6, imported.get("items").asInt());
        assertEquals("repaired", imported.at("/problems/0/action").asText());
        assertEquals(keys("where", "what", "action"), keys(imported.at("/problems/0")));

        JsonNode items = cli.json("items", "-w", w, "--query", "label:dog", "--sort", "name", "--limit", "2");
        assertEquals(2, items.get("items").size());
        assertEquals(6, items.get("total").asInt());
        assertEquals("submitted", items.at("/items/0/state").asText());

        JsonNode split = cli.json("split", "-w", w, "--train", "50", "--val", "25", "--test", "25", "--seed", "3");
        assertEquals(6, split.get("train").asInt() + split.get("val").asInt() + split.get("test").asInt());
        Files.writeString(Files.createDirectories(folder.resolve("lists")).resolve("test.txt"), "p0\np1.png\nnobody\n");
        JsonNode listed = cli.json("split", "-w", w, "--from", folder.resolve("lists").toString());
        assertEquals("nobody", listed.at("/unmatched/0").asText());
        assertEquals(2, cli.json("items", "-w", w, "--query", "split:test name~p0").get("total").asInt()
                + cli.json("items", "-w", w, "--query", "split:test name~p1").get("total").asInt());

        for (String format : List.of("coco", "voc", "yolo")) {
            JsonNode exported = cli.json("export", "-w", w, folder.resolve("out-" + format).toString(), "--format", format, "--verify");
            assertTrue(exported.get("verified").asBoolean(), exported.toString());
            assertEquals(6, exported.get("items").asInt());
        }
        Path outlines = folder.resolve("outlines");
        assertEquals(6, cli.json("export", "-w", w, outlines.toString(), "--format", "yolo", "--task", "segment").get("items").asInt());
        assertTrue(Files.readString(outlines.resolve("data.yaml")).contains("segment"));
        try (Stream<Path> texts = Files.walk(outlines.resolve("labels"))) {
            List<String> lines = new ArrayList<>();
            for (Path text : texts.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readAllLines(text));
            }
            assertTrue(!lines.isEmpty() && lines.stream().allMatch(line -> line.split(" ").length == 9), lines::toString);
        }
        Cli.Result wrong = cli.run("export", "-w", w, folder.resolve("o4").toString(), "--format", "yolo", "--task", "dance");
        assertTrue(wrong.code() != 0 && wrong.err().contains("There is no task \"dance\""), wrong::toString);
        assertEquals(0, cli.run("export", "-w", w, folder.resolve("o2").toString(), "--format", "coco", "--who", "kim").code());
        assertEquals(1, cli.run("export", "-w", w, folder.resolve("o3").toString(), "--format", "coco", "--who", "gold").code());

        JsonNode check = cli.json("workspace", "check", w);
        assertTrue(check.get("ok").asBoolean());
        assertEquals(6, check.get("items").asInt());
        String backup = cli.json("workspace", "backup", w).get("backup").asText();
        String again = folder.resolve("again").toString();
        cli.json("workspace", "restore", again, "--from", backup);
        assertEquals(6, cli.json("workspace", "info", again).at("/projects/0/items").asInt());
    }

    @Test
    void trainEvaluateSuggestRankOnATinySet() throws IOException {
        voc(8);
        cli.json("workspace", "create", w);
        cli.json("project", "create", "-w", w, "-p", "P");
        cli.json("import", "-w", w, data.toString());
        TestPictures.png(folder.resolve("more/x.png"), 64, 64);
        cli.json("import", "-w", w, folder.resolve("more").toString());
        cli.json("split", "-w", w, "--train", "60", "--val", "20", "--test", "20");
        JsonNode trained = cli.json("train", "-w", w, "--family", "detection", "--set", "epochs=1", "--set", "input_size=64", "--set",
                "width=0.25", "--set", "threads=1", "--name", "m");
        assertTrue(keys(trained).containsAll(keys("run", "model", "family", "device", "epochs", "seconds", "metrics")), trained.toString());
        assertEquals("m", trained.get("model").asText());
        assertTrue(trained.at("/metrics/mAP50").isNumber());
        JsonNode evaluated = cli.json("evaluate", "-w", w, "--model", "m", "--split", "test");
        assertTrue(keys(evaluated).containsAll(keys("metrics", "perLabel", "confusion")));
        assertTrue(evaluated.at("/metrics/mAP50_95").isNumber());
        JsonNode suggested = cli.json("suggest", "-w", w, "--model", "m", "--threshold", "0.1");
        assertEquals(1, suggested.get("items").asInt());
        assertEquals("x.png", cli.json("rank", "-w", w, "--model", "m", "--strategy", "uncertainty", "--count", "5").at("/items/0/name")
                .asText());
        assertEquals(1, cli.json("rank", "-w", w, "--strategy", "random").get("items").size());
        assertEquals("m", cli.json("models", "-w", w).at("/models/0/name").asText());
        assertEquals("done", cli.json("runs", "-w", w).at("/runs/0/state").asText());
        assertEquals(1, cli.run("train", "-w", w, "--name", "m").code());
        assertEquals(1, cli.run("train", "-w", w, "--set", "speed=fast").code());
    }

    @Test
    void failuresAreOnePlainSentenceAndAnExitCode() throws IOException {
        Cli.Result nowhere = cli.run("workspace", "info", folder.resolve("nowhere").toString(), "--json");
        assertEquals(1, nowhere.code());
        assertEquals(1, nowhere.err().lines().count(), nowhere.err());
        assertFalse(nowhere.json().get("error").asText().isEmpty());
        assertEquals(2, cli.run("import", "--format").code());
        assertEquals(2, cli.run("dance").code());
        assertEquals(2, cli.run().code());
        assertEquals(2, cli.run("workspace").code());
        cli.json("workspace", "create", w);
        assertEquals(1, cli.run("workspace", "create", w).code());
        assertEquals(2, cli.run("items", "-w", w).code());
        cli.json("project", "create", "-w", w, "-p", "P");
        assertEquals(1, cli.run("project", "create", "-w", w, "-p", "P").code());
        assertEquals(2, cli.run("project", "create", "-w", w, "-p", "T", "--kind", "music").code());
        assertEquals(1, cli.run("items", "-w", w, "-p", "other").code());
        Cli.Result query = cli.run("items", "-w", w, "--query", "colour:red");
        assertEquals(1, query.code());
        assertTrue(query.err().contains("colour"), query.err());
        assertEquals(2, cli.run("items", "-w", w, "--sort", "beauty").code());
        assertEquals(2, cli.run("rank", "-w", w).code());
        assertEquals(1, cli.run("evaluate", "-w", w, "--model", "none").code());
        assertEquals(1, cli.run("split", "-w", w, "--train", "90").code());
        assertEquals(1, cli.run("export", "-w", w, folder.resolve("o").toString(), "--format", "coco").code());
        assertEquals(1, cli.run("import", "-w", w, folder.resolve("nothing").toString()).code());
    }

    /// No size tells about a square picture; the orientation is said, and a wrong word is refused before anything is read.
    @Test
    void labelsMadeOnPicturesAsTheyAreStoredAreTurned() throws IOException {
        ExifPictures.write(data.resolve("JPEGImages/a.jpg"), 200, 200, 6);
        TestPictures.voc(data, "a", 200, 200, "lamp 10 20 40 30");
        cli.json("workspace", "create", w);
        cli.json("project", "create", "-w", w, "-p", "P");
        Cli.Result wrong = cli.run("import", "-w", w, data.toString(), "--orientation", "sideways");
        assertEquals(1, wrong.code());
        assertTrue(wrong.err().contains("say upright or stored"), wrong.err());
        JsonNode imported = cli.json("import", "-w", w, data.toString(), "--orientation", "stored");
        assertEquals(1, imported.get("repaired").asInt(), imported.toString());
        assertTrue(imported.at("/problems/0/what").asText().contains("orientation 6"), imported.toString());
    }

    @Test
    void cancelEndsWith130AndChangesNothing() throws IOException {
        voc(3);
        cli.json("workspace", "create", w);
        cli.json("project", "create", "-w", w, "-p", "P");
        cli.token().cancel();
        Cli.Result result = cli.run("import", "-w", w, data.toString(), "--json");
        assertEquals(130, result.code());
        assertEquals("Cancelled.", result.json().get("error").asText());
        assertEquals(0, cli.json("workspace", "check", w).get("items").asInt());
    }

    @Test
    void formatsAndHelpNeedNoWorkspace() throws IOException {
        JsonNode formats = cli.json("formats").get("formats");
        assertTrue(formats.size() >= 4);
        assertTrue(keys(formats.get(0)).containsAll(keys("id", "read", "write", "kinds", "shapes")));
        assertEquals(0, cli.run("--help").code());
        assertTrue(cli.run("train", "--help").out().contains("--resume"));
        assertTrue(cli.run("--version").out().startsWith("labelwright"));
        assertTrue(cli.run("generate-completion").out().contains("complete"));
    }

    private void voc(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            TestPictures.png(data.resolve("JPEGImages/p" + i + ".png"), 64, 64);
            TestPictures.voc(data, "p" + i, 64, 64, "dog %d 5 %d 40".formatted(i + 2, i + 30),
                    i == 0 ? "cat 30 30 90 60" : "cat 30 30 60 60");
        }
    }

    private static List<String> keys(String... names) {
        return List.of(names);
    }

    private static List<String> keys(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
