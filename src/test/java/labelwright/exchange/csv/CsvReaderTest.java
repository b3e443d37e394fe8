package labelwright.exchange.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.RandomTexts;
import labelwright.exchange.ReadOption;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.Recorder;
import labelwright.exchange.WriteRequest;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.LabelSchema;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Tables of all kinds that programs and people write.
class CsvReaderTest {

    @TempDir
    Path folder;

    private Recorder read(String content, String... options) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), "a.csv", options);
    }

    private Recorder read(byte[] content, String name, String... options) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        Recorder recorder = new Recorder();
        Map<ReadOption, String> said = options.length == 0 ? Map.of() : Map.of(ReadOption.COLUMNS, options[0]);
        new CsvFormat().reader().read(new ReadRequest(file, Optional.empty(), PictureSizes.UNKNOWN, said), recorder);
        return recorder;
    }

    private static List<String> texts(Recorder read) {
        return read.texts.values().stream().map(text -> text.text()).toList();
    }

    private static List<String> classes(Recorder read) {
        return read.texts.keySet().stream().map(key -> read.answers.getOrDefault(key, Map.of()).getOrDefault("label", "")).toList();
    }

    private static List<String> problems(Recorder read) {
        return read.problems.stream().map(Problem::where).toList();
    }

    @Test
    void quotesLineBreaksAndSeparatorsInsideFields() throws IOException {
        Recorder read = read("text,label\r\n\"a \"\"b\"\",\r\nc\",x\r\n  \"d\"  ,y\r\n5\" pipe,x\r\n\"Great\" phone,y\r\n");
        assertEquals(List.of("a \"b\",\r\nc", "d", "5\" pipe", "\"Great\" phone"), texts(read));
        assertEquals(List.of("x", "y", "x", "y"), classes(read));
        assertEquals(List.of(), read.problems);
        assertEquals(Map.of("label", AttributeKind.SELECT), read.questions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text;label\nTür, zu;x\n", "sep=;\ntext;label\nTür, zu;x\n", "text\tlabel\nTür, zu\tx",
            "\"text\"|\"label\"\r\nTür, zu|x"})
    void separatorsAreFound(String content) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String mark : List.of("\uFEFF", "")) {
                Recorder read = read((mark + content).getBytes(charset), "a.csv");
                assertEquals(List.of("Tür, zu"), texts(read), charset + " " + mark.length());
                assertEquals(List.of("x"), classes(read));
                assertEquals(List.of(), read.problems);
            }
        }
    }

    @Test
    void columnsAreFoundByTheirNamesOrSaid() throws IOException {
        String table = "ID,Class Name,Review Text,Rating,split\n7,Tops,nice,5,test\n8,,bad,,\n";
        Recorder read = read(table);
        assertEquals(List.of("nice", "bad"), texts(read));
        assertEquals(List.of("Tops", ""), classes(read));
        assertEquals(List.of("a/7", "a/8"), List.copyOf(read.texts.keySet()));
        assertEquals("test", read.texts.get("a/7").split().key());
        assertEquals(Map.of("label", "Tops", "Rating", "5"), read.answers.get("a/7"));
        Recorder said = read(table, "text=4,label=Review Text,id=");
        assertEquals(List.of("5"), texts(said));
        assertEquals(List.of("nice"), classes(said));
        assertEquals(List.of("a.csv, line 3"), problems(said));
        Recorder bare = read("good one,pos|new\nbad one,neg\n", "text=1,label=2,header=no,separator=|");
        assertEquals(List.of("[\"pos\",\"new\"]", "neg"), classes(bare));
        assertEquals(Map.of("label", AttributeKind.MULTI_SELECT), bare.questions);
    }

    @Test
    void aTableThatDoesNotExplainItselfAsks() {
        String sentence = assertThrows(ExchangeException.class, () -> read("a,b\n1,2\n")).getMessage();
        assertTrue(sentence.contains("Its columns are: a, b.") && sentence.contains("text=COLUMN"), sentence);
        assertTrue(assertThrows(ExchangeException.class, () -> read("text,b\n1,2\n", "text=c")).getMessage().contains("no column c"));
        assertTrue(assertThrows(ExchangeException.class, () -> read("text,b\n1,2\n", "colour=c")).getMessage().contains("\"colour\""));
    }

    @Test
    void brokenRowsAreReportedWithTheirLineAndTheOthersAreRead() throws IOException {
        byte[] latin = "text,label\ngood,x\ncaf\u00e9,x\n,x\nend,y,too,much\n\"never closed,y\nlast,x\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] broken = "text,label\ng\u00f6\u00f6d,x\ncaf\u00e9,x\n,x\nend,y,too,much\n\"never closed,y\nlast,x\n"
                .getBytes(StandardCharsets.UTF_8);
        broken["text,label\ng".length() + 4 + "d,x\ncaf".length() + 1] = '!';
        Recorder read = read(broken, "train.csv");
        assertEquals(List.of("g\u00f6\u00f6d", "end", "\"never closed", "last"), texts(read));
        assertEquals(List.of("train.csv, line 3", "train.csv, line 4", "train.csv, line 5", "train.csv, line 6"), problems(read));
        assertTrue(read.problems.getFirst().what().contains("not UTF-8"), read.problems::toString);
        assertTrue(read.texts.values().stream().allMatch(text -> text.split().key().equals("train")));
        Path file = folder.resolve("train.csv");
        Files.write(file, latin);
        Recorder named = new Recorder();
        new CsvFormat().reader().read(new ReadRequest(file, Optional.empty(), PictureSizes.UNKNOWN, Map.of(ReadOption.ENCODING, "latin1")),
                named);
        assertEquals("café", texts(named).get(1));
        assertTrue(assertThrows(ExchangeException.class, () -> new CsvFormat().reader().read(
                new ReadRequest(file, Optional.empty(), PictureSizes.UNKNOWN, Map.of(ReadOption.ENCODING, "klingon")), named)).getMessage()
                .contains("no character encoding called \"klingon\""));
    }

    @Test
    void anEmptyFileAndOneWithAHeaderOnly() throws IOException {
        assertEquals("The file is empty.", read("").problems.getFirst().what());
        assertEquals(List.of(), read("text,label\n").problems);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsWrittenComesBack(long seed) {
        RandomTexts data = new RandomTexts(seed).inSeveralEncodings();
        LabelSchema schema = data.schema.withPicture(new AttributeForm(List.of(new AttributeDefinition("label",
                new AttributeType.MultiSelect(List.of("a", "b|c"))), new AttributeDefinition("topic", new AttributeType.Text()),
                new AttributeDefinition("summary", new AttributeType.LongText()),
                new AttributeDefinition("tag", new AttributeType.Check()))));
        Random random = new Random(seed);
        data.items.replaceAll(item -> new SourceItem(item.item(), null,
                item.annotations().answers().isEmpty() || random.nextBoolean()
                        ? item.annotations()
                        : item.annotations().withAnswers(Map.of("topic", "x,\"y\"", "summary", " \r\n;", "label", "[\"a\",\"b|c\"]")),
                item.text()));
        WriteRequest request = new WriteRequest(folder.resolve("out"), schema);
        List<Loss> losses = new CsvFormat().writer().orElseThrow().losses(request, data);
        assertEquals(losses, new CsvFormat().writer().orElseThrow().write(request, data).losses());
        assertTrue(losses.stream().allMatch(loss -> loss.what().matches("[\\d,]+ (spans?|relations?|texts with other bytes)")),
                losses::toString);
        Recorder read = Recorder.read(new CsvFormat(), request.out());
        assertEquals(List.of(), read.problems);
        assertEquals(data.items.size(), read.texts.size());
        for (SourceItem item : data.items) {
            String name = item.item().name();
            assertEquals(item.text().text(), read.texts.get(name).text(), name);
            assertEquals(item.item().split(), read.texts.get(name).split(), name);
            assertEquals(item.annotations().answers(), read.answers.getOrDefault(name, Map.of()), name);
        }
        assertEquals(List.of(), read.problems(Action.REFUSED));
    }
}
