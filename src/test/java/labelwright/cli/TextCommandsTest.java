package labelwright.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Projects of texts on the command line.
@Timeout(120)
class TextCommandsTest {
    @TempDir
    private Path folder;
    private Cli cli;
    private String w;
    private Path data;

    @BeforeEach
    void aWorkspaceWithAProjectOfTexts() throws IOException {
        cli = new Cli(folder);
        w = folder.resolve("w").toString();
        data = Files.createDirectories(folder.resolve("data"));
        cli.json("workspace", "create", w);
        cli.json("project", "create", "-w", w, "-p", "T", "--kind", "text");
    }

    @Test
    void spansAndRelationsComeInAndGoOutTheSame() throws IOException {
        Files.writeString(data.resolve("a.txt"), "Ada 😀 wrote to Charles.\r\nHe answered.\n");
        Files.writeString(data.resolve("a.ann"), """
                T1\tPerson 0 3\tAda
                T2\tPerson 15 22\tCharles
                T3\tAct 6 11;28 36\twrote answered
                R1\tKnows Arg1:T1 Arg2:T2\t
                """);
        JsonNode imported = cli.json("import", "-w", w, data.toString());
        assertEquals("brat", imported.get("format").asText(), imported.toString());
        assertEquals(1, imported.get("items").asInt());
        assertEquals(3, imported.get("annotations").asInt(), imported.toString());
        assertEquals(1, imported.get("relations").asInt(), imported.toString());
        JsonNode item = cli.json("items", "-w", w, "--query", "text:CHARLES").at("/items/0");
        assertEquals("Ada 😀 wrote to Charles. He answered.", item.get("excerpt").asText());
        assertEquals(38, item.get("length").asInt());
        assertEquals(0, cli.json("items", "-w", w, "--query", "text:Babbage").get("total").asInt());
        JsonNode exported = cli.json("export", "-w", w, folder.resolve("out").toString(), "--format", "brat", "--verify");
        assertTrue(exported.get("verified").asBoolean(), exported.toString());
        Path schema = folder.resolve("schema.yaml");
        assertEquals("Knows", cli.json("project", "schema", "-w", w, "--out", schema.toString()).at("/relations/0").asText());
        cli.json("project", "create", "-w", w, "-p", "U", "--kind", "text", "--schema", schema.toString());
        assertEquals("Knows", cli.json("project", "list", "-w", w).at("/projects/1/relations/0").asText());
        JsonNode converted = cli.json("convert", data.toString(), folder.resolve("converted").toString(), "--to", "brat", "--verify");
        assertTrue(converted.get("verified").asBoolean(), converted.toString());
        assertTrue(cli.json("workspace", "check", w).get("ok").asBoolean());
        String formats = cli.json("formats").toString();
        assertTrue(formats.contains("\"id\":\"brat\"") && formats.contains("\"kinds\":[\"text\"]"), formats);
    }

    @Test
    void filesAreReadAsIsSaid() throws IOException {
        Files.write(data.resolve("a.txt"), "你好世界\n第二行\n".getBytes(Charset.forName("GBK")));
        JsonNode refused = cli.json("import", "-w", w, data.toString());
        assertEquals(1, refused.get("refused").asInt());
        assertTrue(refused.at("/problems/0/what").asText().contains("GB18030"), refused.toString());
        assertEquals(2, cli.json("import", "-w", w, data.toString(), "--encoding", "GBK", "--by", "line").get("items").asInt());
        assertEquals(1, cli.json("items", "-w", w, "--query", "text:第二").get("total").asInt());
        Cli.Result wrong = cli.run("import", "-w", w, data.toString(), "--format", "coco");
        assertEquals(1, wrong.code());
        assertTrue(wrong.err().contains("project of pictures"), wrong.err());
    }
}
