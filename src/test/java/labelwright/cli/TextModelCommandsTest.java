package labelwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Models of texts on the command line: a labelled CSV file and what can be done with it.
@Timeout(120)
class TextModelCommandsTest {
    @TempDir
    private Path folder;
    private Cli cli;
    private String w;

    @BeforeEach
    void prepare() throws IOException {
        cli = new Cli(folder);
        w = folder.resolve("w").toString();
        StringBuilder csv = new StringBuilder("text,label\n");
        for (int i = 1; i <= 15; i++) {
            csv.append("My card was stolen from bag number ").append(i).append(",card\n");
            csv.append("What is the exchange rate for ").append(i).append(" euros?,rate\n");
        }
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("bank.csv"), csv.toString());
        cli.json("workspace", "create", w);
        cli.json("project", "create", "-w", w, "-p", "bank", "--kind", "text");
        cli.json("import", "-w", w, "-p", "bank", "--format", "csv", data.toString());
    }

    @Test
    void aClassifierIsTrainedMeasuredAndSuggests() throws IOException {
        JsonNode trained = cli.json("train", "-w", w, "-p", "bank", "--set", "epochs=6", "--name", "m");
        assertEquals("text-embedding", trained.path("family").asText());
        assertTrue(trained.at("/metrics/accuracy").asDouble() > 0.9, trained::toString);
        assertTrue(cli.run("runs", "-w", w, "-p", "bank").out().contains("accuracy"));
        assertTrue(cli.run("models", "-w", w, "-p", "bank").out().contains("accuracy"));
        cli.json("split", "-w", w, "-p", "bank", "--train", "60", "--val", "20", "--test", "20");
        JsonNode measured = cli.json("evaluate", "-w", w, "-p", "bank", "--model", "m", "--split", "test");
        assertEquals(1, measured.at("/metrics/accuracy").asDouble(), measured::toString);
        assertTrue(cli.run("evaluate", "-w", w, "-p", "bank", "--model", "m").out().contains("accuracy 1.000"));
        JsonNode suggested = cli.json("suggest", "-w", w, "-p", "bank", "--model", "m", "--query", "split:test");
        assertTrue(suggested.path("suggestions").asInt() > 0, suggested::toString);
        assertEquals(1, cli.run("train", "-w", w, "-p", "bank", "--family", "detection").code());
    }

    @Test
    void textsAreFoundByTheirMeaning() throws IOException {
        JsonNode near = cli.json("similar", "-w", w, "-p", "bank", "--words", "a thief took my credit card", "--count", "5");
        assertEquals(5, near.path("items").size());
        near.path("items").forEach(item -> assertTrue(item.path("excerpt").asText().startsWith("My card"), near::toString));
        long id = near.at("/items/0/id").asLong();
        assertEquals(3, cli.json("similar", "-w", w, "-p", "bank", "--item", Long.toString(id), "--count", "3").path("items").size());
        assertTrue(cli.json("similar", "-w", w, "-p", "bank").path("groups").size() >= 1);
        assertEquals(2, cli.run("similar", "-w", w, "-p", "bank", "--item", "999999").code());
    }

    @Test
    void aCancelledSearchEndsWith130() throws IOException {
        cli.token().cancel();
        for (List<String> more : List.of(List.<String>of(), List.of("--words", "a thief"))) {
            List<String> command = new ArrayList<>(List.of("similar", "-w", w, "-p", "bank", "--json"));
            command.addAll(more);
            Cli.Result result = cli.run(command.toArray(String[]::new));
            assertEquals(130, result.code(), result::err);
            assertEquals("Cancelled.", result.json().get("error").asText());
        }
    }
}
