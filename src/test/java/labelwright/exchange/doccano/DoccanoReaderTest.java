package labelwright.exchange.doccano;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import labelwright.Samples;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.FolderLook;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.RandomTexts;
import labelwright.exchange.ReadOption;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.TextRoundTrip;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.TextSpan;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.LabelSchema;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The dialects of doccano, its own examples, and files that people had trouble with.
class DoccanoReaderTest {

    @TempDir
    Path folder;

    private Recorder read(String content) throws IOException {
        return read(content, Map.of());
    }

    private Recorder read(String content, Map<ReadOption, String> options) throws IOException {
        return read(Files.writeString(folder.resolve("a.jsonl"), content), options);
    }

    private static Recorder read(Path file, Map<ReadOption, String> options) {
        Recorder recorder = new Recorder();
        new DoccanoFormat().reader().read(new ReadRequest(file, Optional.empty(), PictureSizes.UNKNOWN, options), recorder);
        return recorder;
    }

    private static String covered(RegionRecord region) {
        return region.label() + "=" + ((TextSpan) region.shape()).covered();
    }

    private static List<String> spans(Recorder read) {
        return read.allRegions().stream().map(DoccanoReaderTest::covered).toList();
    }

    private static List<String> where(Recorder read) {
        return read.problems.stream().map(Problem::where).toList();
    }

    /// Texts, spans, relations, texts with classes.
    @ParameterizedTest
    @CsvSource({"export-examples/intent_detection/example.jsonl,2,3,0,2", "export-examples/relation_extraction/example.jsonl,1,4,3,0",
            "export-examples/sequence_labeling/example.jsonl,3,4,0,0", "export-examples/sequence_to_sequence/example.jsonl,3,0,0,3",
            "export-examples/text_classification/example.jsonl,3,0,0,3", "export-examples/text_classification/example.json,3,0,0,3",
            "import-examples/intent_detection/example.jsonl,2,3,0,2", "import-examples/relation_extraction/example.jsonl,1,4,3,0",
            "import-tests/intent/example.jsonl,4,2,0,2", "import-tests/relation_extraction/example.jsonl,1,4,3,0",
            "import-tests/seq2seq/example.jsonl,2,0,0,1", "import-tests/sequence_labeling/example.jsonl,2,1,0,0",
            "import-tests/sequence_labeling/example_overlapping.jsonl,1,1,0,0", "import-tests/text_classification/example.jsonl,3,0,0,2",
            "import-tests/text_classification/example.json,3,0,0,2"})
    void examplesOfDoccano(String path, int texts, int spans, int relations, long classes) {
        Path file = Samples.require("formats/doccano/doccano-" + path);
        assertTrue(new DoccanoFormat().recognise(FolderLook.at(file)).isPresent(), path);
        Recorder read = Recorder.read(new DoccanoFormat(), file);
        assertEquals(List.of(texts, spans, relations), List.of(read.texts.size(), read.allRegions().size(), read.allRelations().size()));
        assertEquals(classes, read.answers.values().stream().filter(answers -> answers.containsKey("label")).count());
        assertTrue(read.problems(Action.REPAIRED).isEmpty(), read.problems::toString);
    }

    @ParameterizedTest
    @CsvSource({"sequence_labeling,3,0", "text_classification,0,3", "sequence_to_sequence,0,3"})
    void keysCanBeSaid(String kind, int spans, int classes) {
        Recorder read = read(Samples.require("formats/doccano/doccano-import-examples/" + kind + "/example.jsonl"),
                Map.of(ReadOption.COLUMNS, "text=column_data,label=column_label"));
        assertEquals(3, read.texts.size());
        assertEquals(spans, read.allRegions().size());
        assertEquals(classes, read.answers.size());
        assertEquals(List.of(), read.problems);
    }

    @Test
    void filesThatPeopleHadTroubleWith() {
        Recorder twice = Recorder.read(new DoccanoFormat(), Samples.require("formats/edge-issues/doccano-duplicate-spans.jsonl"));
        assertEquals(List.of("CARDINAL=10"), spans(twice));
        assertEquals(2, twice.problems(Action.SKIPPED).size());
        Recorder nested = Recorder.read(new DoccanoFormat(), Samples.require("formats/edge-issues/doccano-overlap.jsonl"));
        assertEquals(3, nested.allRegions().size());
        assertEquals(List.of(), nested.problems);
        Recorder chinese = Recorder.read(new DoccanoFormat(), Samples.require("formats/edge-issues/doccano-relations-chinese.jsonl"));
        assertEquals(2, chinese.texts.size());
        assertEquals(List.of("属性词=相宜本草", "观点词=老牌子", "属性词=噱头", "观点词=太大"), spans(chinese));
        assertEquals(4, chinese.allRelations().size());
        assertEquals(List.of(), chinese.problems);
    }

    /// Both ways of counting give the word, with the covered text, without it, and when it is said.
    @Test
    void offsetsInCodePointsAndInUnits() throws IOException {
        Path file = Samples.require("formats/edge-issues/text-emoji-offsets.jsonl");
        for (String line : Files.readAllLines(file)) {
            JsonNode each = new ObjectMapper().readTree(line);
            for (String way : List.of("code_points", "utf16")) {
                String option = way.equals("utf16") ? "utf-16" : "code-points";
                int start = each.path(way).path(0).asInt();
                int end = each.path(way).path(1).asInt();
                String text = each.path("text").toString();
                String plain = "{\"text\":%s,\"label\":[[%d,%d,\"X\"]]}".formatted(text, start, end);
                String said = "{\"text\":%s,\"entities\":[{\"start_offset\":%d,\"end_offset\":%d,\"label\":\"X\",\"text\":%s}]}".formatted(
                        text, start,
                        end, each.path("word"));
                List<String> expected = List.of("X=" + each.path("word").textValue());
                assertEquals(expected, spans(read(plain)), way + " " + text);
                assertEquals(expected, spans(read(said)), way + " " + text);
                assertEquals(expected, spans(read(plain, Map.of(ReadOption.OFFSETS, option))), way + " " + text);
                boolean differs = !each.path("code_points").equals(each.path("utf16"));
                assertEquals(differs && way.equals("utf16") ? 1 : 0, read(plain).problems(Action.REPAIRED).size(), way + " " + text);
            }
        }
    }

    @Test
    void brokenRecordsAreReportedWithTheirLineAndTheOthersAreRead() throws IOException {
        Recorder read = read(
                """
                        {"text":"Anna lives in Rome","label":[[0,4,"PER"],[14,18,"LOC"],[14,99,"LOC"],[5,5,"X"],["a",2,"X"],[0,4,""],3]}
                        {"text":"cut off

                        not json
                        {"label":[]}
                        [1]
                        {"text":""}
                        {"text":"x","label":[]} more
                        {"text":"Rome","entities":[{"id":1,"start_offset":5,"end_offset":9,"label":"LOC","text":"Rome"}],
                        {"text":"in Rome","entities":[{"id":1,"start_offset":0,"end_offset":4,"label":"LOC","text":"Rome"}],"relations":[{"from_id":1,"to_id":2,"type":"t"},{"from_id":1,"to_id":1,"type":"t"}]}
                        {"text":"last \\ud83d","label":["a","b"],"rating":4,"nested":{"a":{}}}""");
        assertEquals(List.of("PER=Anna", "LOC=Rome", "LOC=Rome"), spans(read));
        assertEquals(List.of("a/000001", "a/000009", "a/000010"), List.copyOf(read.texts.keySet()));
        assertEquals(Map.of("label", "[\"a\",\"b\"]", "rating", "4"), read.answers.get("a/000010"));
        assertEquals("last \uFFFD", read.texts.get("a/000010").text());
        assertEquals(List.of("a.jsonl, line 1, span 3 (\"LOC\")", "a.jsonl, line 1, span 4 (\"X\")", "a.jsonl, line 1, span 5 (\"\")",
                "a.jsonl, line 1",
                "a.jsonl, line 2", "a.jsonl, line 4", "a.jsonl, line 5", "a.jsonl, line 6", "a.jsonl, line 7", "a.jsonl, line 8",
                "a.jsonl, line 9", "a.jsonl, line 10, span 1 (\"LOC\")", "a.jsonl, line 10, relation 1", "a.jsonl, line 10, relation 2",
                "a.jsonl, line 11", "a.jsonl, line 11"), where(read));
    }

    @Test
    void definitionsOfLabelsAndTheFirstVersion() throws IOException {
        Files.writeString(folder.resolve("1_labels.json"), """
                [{"id":44,"text":"Dog","background_color":"#FF0000","task_type":"Span"},
                 {"id":45,"text":"has","background_color":"#FF0000","task_type":"Relation"},
                 {"id":46,"text":"good","background_color":"#FF0000","task_type":"Category"}]
                """);
        Files.writeString(folder.resolve("test.json"), """
                [{"id":7,"text":"Rex barks","annotations":[{"label":44,"start_offset":0,"end_offset":3,"user":1}],"meta":{"page":12}},
                 {"id":8,"text":"Fine","annotations":[{"label":46,"user":1}],"meta":{}}]
                """);
        Recorder read = read(folder, Map.of());
        assertEquals(List.of("Dog=Rex"), spans(read));
        assertEquals(List.of("has"), read.relationTypes);
        assertEquals(Map.of("test/7", Map.of("page", "12"), "test/8", Map.of("label", "good")), read.answers);
        assertEquals("test", read.texts.get("test/7").split().key());
        assertEquals(List.of(), read.problems);
    }

    @Test
    void filesThatAreCutOffOrOfAnotherEncoding() throws IOException {
        Recorder cut = read("[\n {\"text\":\"a\",\"label\":[]},\n {\"text\":\"b\",\n\"label\":");
        assertEquals(1, cut.texts.size());
        assertTrue(cut.problems.getFirst().what().contains("cut off"), cut.problems::toString);
        Path file = folder.resolve("gbk.jsonl");
        Files.write(file, "{\"text\":\"你好啊\",\"label\":[]}\n{\"text\":\"a\"}\n".getBytes("GBK"));
        Recorder other = read(file, Map.of());
        assertEquals(List.of("gbk.jsonl"), where(other));
        assertTrue(other.problems.getFirst().what().contains("not UTF-8"), other.problems::toString);
        assertEquals(2, read(file, Map.of(ReadOption.ENCODING, "gbk")).texts.size());
        Files.write(file, "\uFEFF[{\"text\":\"一\",\n\"label\":[]}]".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(1, read(file, Map.of()).texts.size());
        assertEquals("The file is empty.", read("").problems.getFirst().what());
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,false", "3,true", "4,false", "5,true", "6,false"})
    void whatIsWrittenComesBack(long seed, boolean hasClasses) {
        RandomTexts data = new RandomTexts(seed).inSeveralEncodings();
        LabelSchema schema = data.schema;
        if (hasClasses) {
            schema = schema.withPicture(new AttributeForm(
                    List.of(new AttributeDefinition("label", new AttributeType.MultiSelect(List.of("a", "b|c"))))));
            data.items.replaceAll(item -> new SourceItem(item.item(), null,
                    item.annotations().withAnswers(Map.of("label", "[\"a\",\"b|c\"]", "topic", "x\u2028y")), item.text()));
        }
        WriteRequest request = new WriteRequest(folder.resolve("out"), schema);
        List<Loss> losses = new DoccanoFormat().writer().orElseThrow().losses(request, data);
        assertEquals(losses, new DoccanoFormat().writer().orElseThrow().write(request, data).losses());
        assertTrue(
                losses.stream().allMatch(loss -> loss.what().endsWith("for other tools") || loss.what().equals("8 texts with other bytes")),
                losses::toString);
        Recorder read = Recorder.read(new DoccanoFormat(), request.out());
        TextRoundTrip.assertSame(data, read);
        assertEquals(schema.names(), read.labels);
        assertTrue(read.problems.stream().allMatch(problem -> problem.what().contains("is there already")), read.problems::toString);
    }

    @Test
    void theDialectIsThatOfTheProject() throws IOException {
        RandomTexts data = new RandomTexts(3).withoutAttributes().withoutAnswers().inOnePiece();
        data.items.replaceAll(item -> new SourceItem(item.item(), null, item.annotations().withRelations(List.of()), item.text()));
        Path out = folder.resolve("spans");
        assertEquals(List.of(), new DoccanoFormat().writer().orElseThrow()
                .write(new WriteRequest(out, data.schema.withRelations(List.of())), data).losses());
        JsonNode record = new ObjectMapper().readTree(Files.readAllLines(out.resolve("train.jsonl")).getFirst());
        assertTrue(record.path("label").isArray() && record.path("label").path(0).isArray(), record::toString);
        data.items.replaceAll(item -> new SourceItem(item.item(), null,
                item.annotations().withAnnotations(List.of()).withAnswers(Map.of("label", "good")), item.text()));
        LabelSchema classes = new LabelSchema(List.of()).withPicture(new AttributeForm(
                List.of(new AttributeDefinition("label", new AttributeType.Select(List.of("good"))))));
        out = folder.resolve("classes");
        new DoccanoFormat().writer().orElseThrow().write(new WriteRequest(out, classes), data);
        record = new ObjectMapper().readTree(Files.readAllLines(out.resolve("train.jsonl")).getFirst());
        assertEquals("[\"good\"]", record.path("label").toString());
    }
}
