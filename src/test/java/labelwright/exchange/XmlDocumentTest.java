package labelwright.exchange;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.exchange.cvat.CvatFormat;
import labelwright.exchange.voc.VocFormat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Large files are read, and hostile ones are not.
class XmlDocumentTest {
    private static final int MANY = 150_000;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.xml"), text);
    }

    /// The JDK counts them as entities, of which it takes a hundred thousand characters at most.
    @Test
    void signsWrittenAsEntitiesMayBeAsManyAsThereAre() throws Exception {
        XmlElement element = new XmlDocument()
                .read(file("<a b=\"" + "&lt;".repeat(MANY) + "\">" + "&amp;".repeat(MANY) + "&#65;".repeat(MANY)
                        + "</a>"));
        assertEquals("&".repeat(MANY) + "A".repeat(MANY), element.text());
        assertEquals("<".repeat(MANY), element.attribute("b").orElseThrow());
    }

    @Test
    void aLongTextAndALongAttributeAreRead() throws Exception {
        String numbers = "1, 2, ".repeat(1_000_000);
        XmlElement element = new XmlDocument().read(file("<a b=\"" + numbers + "\">" + numbers + "</a>"));
        assertEquals(numbers.strip(), element.text());
        assertEquals(numbers.strip(), element.attribute("b").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a [<!ENTITY b \"" + "x" + "\">]><a>&b;</a>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
            "<a>&b;</a>",
            "<a b=\"&b;\"/>"})
    void documentTypesAndEntitiesAreRefused(String text) throws IOException {
        Path file = file(text);
        XmlDocument.Damaged damaged = assertThrows(XmlDocument.Damaged.class, () -> new XmlDocument().read(file));
        assertTrue(damaged.sentence().endsWith("."), damaged::sentence);
        assertTrue(damaged.sentence().contains("DOCTYPE") || damaged.sentence().contains("entity"), damaged::sentence);
    }

    @Test
    void nestingHasAnEnd() throws IOException {
        Path file = file("<a>".repeat(100_000));
        XmlDocument.Damaged damaged = assertThrows(XmlDocument.Damaged.class, () -> new XmlDocument().read(file));
        assertTrue(damaged.sentence().contains("nested deeper than 50"), damaged::sentence);
        assertTrue(assertThrows(XmlDocument.Damaged.class, () -> new XmlDocument().stream(file, Set.of("b"), _ -> {}, () -> {})).sentence()
                .contains("nested deeper than 50"));
    }

    /// One element, or one text between elements, cannot fill the memory, however long the file is.
    @ParameterizedTest
    @ValueSource(strings = {"<annotations><meta>%s</meta></annotations>",
            "<annotations><image name=\"a.png\"><box points=\"%s\"/></image></annotations>",
            "<annotations><track><box>%s</box></track></annotations>"})
    void anElementThatIsTooLargeForMemoryIsRefused(String form) throws IOException {
        Path file = folder.resolve("annotations.xml");
        String[] parts = form.split("%s");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(parts[0]);
            String block = "0123456789abcdef".repeat(1 << 12);
            for (int i = 0; i < 1025; i++) {
                out.write(block);
            }
            out.write(parts[1]);
        }
        Recorder read = Recorder.read(new CvatFormat(), folder);
        assertEquals(1, read.problems.size(), read.problems::toString);
        assertTrue(read.problems.getFirst().what().startsWith("One element of the file is larger than 64 MB"), read.problems::toString);
        assertTrue(read.problems.getFirst().where().contains("annotations.xml"), read.problems::toString);
        Files.move(file, folder.resolve("b.xml"));
        Recorder voc = Recorder.read(new VocFormat(), folder);
        assertTrue(voc.problems.getFirst().what().contains("larger than 64 MB"), voc.problems::toString);
    }

    /// What stands before the end of a broken file is read, also within the picture in which it ends: shapes are handed over one by one.
    @Test
    void theShapesOfOnePictureAreReadOneByOne() throws IOException {
        int boxes = 100_000;
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("annotations.xml"))) {
            out.write("<annotations><image id=\"0\" name=\"a.png\" width=\"4000\" height=\"4000\"><tag label=\"night\"></tag>\n");
            for (int i = 0; i < boxes; i++) {
                out.write("<box label=\"R&amp;D\" xtl=\"%d\" ytl=\"1\" xbr=\"%d\" ybr=\"2.5\" z_order=\"0\"></box>\n".formatted(i % 3000,
                        i % 3000 + 9));
            }
        }
        Recorder read = Recorder.read(new CvatFormat(), folder);
        assertEquals(boxes, read.allRegions().size());
        assertEquals("R&D", read.allRegions().getLast().label());
        assertEquals("1", read.answers.get("a.png").get("night"));
        assertTrue(read.problems.getFirst().what().endsWith("What stands before was read; the rest is missing."), read.problems::toString);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, false", "UTF-8, true", "UTF-16BE, true", "UTF-16LE, true", "UTF-16LE, false", "GB18030, false", "ISO-8859-1, false",
            "windows-1252, false"})
    void theEncodingIsTheOneThatTheFileSays(String encoding, boolean isMarked) throws Exception {
        Charset charset = Charset.forName(encoding);
        String word = charset.newEncoder().canEncode('细') ? "细胞 ü" : "Zähler ü";
        String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String text = (isMarked ? "\uFEFF" : "")
                + "<?xml version=\"1.0\" encoding=\"%s\" ?>\n<a b=\"%s\">%s</a>".formatted(declared, word, word);
        XmlElement element = new XmlDocument().read(Files.write(folder.resolve("a.xml"), text.getBytes(charset)));
        assertEquals(word, element.text());
        assertEquals(word, element.attribute("b").orElseThrow());
        assertEquals(2, element.line());
    }

    @Test
    void aWrongOrUnknownEncodingIsOneSentenceAndNothingIsPrinted() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Path latin = Files.write(folder.resolve("a.xml"), "<a>\u00fc</a>".getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(
                    assertThrows(XmlDocument.Damaged.class, () -> new XmlDocument().read(latin)).sentence().endsWith("save it as UTF-8."));
            Path late = Files.write(folder.resolve("b.xml"),
                    ("<a>" + "x".repeat(50_000) + "\u00fc</a>").getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(
                    assertThrows(XmlDocument.Damaged.class, () -> new XmlDocument().read(late)).sentence().endsWith("save it as UTF-8."));
            Path unknown = file("<?xml version='1.0' encoding='klingon'?><a/>");
            assertEquals("The file cannot be read: it says that it is in the encoding \"klingon\", which is not known.",
                    assertThrows(XmlDocument.Damaged.class, () -> new XmlDocument().read(unknown)).sentence());
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }
}
