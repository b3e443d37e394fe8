package labelwright.exchange.labelstudio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.exchange.DatasetSource;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.RandomDataset;
import labelwright.exchange.RandomDataset.Kinds;
import labelwright.exchange.RandomTexts;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.TextFormatChecks;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.Colour;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;
import labelwright.model.Problem.Action;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelStudioTextTest {

    @TempDir
    Path folder;

    private Recorder read(String json) throws IOException {
        Files.writeString(folder.resolve("tasks.json"), json);
        return Recorder.read(new LabelStudioTextFormat(), folder);
    }

    private static String task(String text, String results) {
        return "[{\"id\":7,\"data\":{\"text\":\"%s\"},\"annotations\":[{\"result\":[%s]}]}]".formatted(text, results);
    }

    @ParameterizedTest
    @ValueSource(strings = {"formats/label-studio/label-studio-templates/relation-extraction.task.json",
            "formats/edge-issues/label-studio-relation-without-label.json"})
    void relationsWithoutLabelAreKept(String path) {
        Path file = Samples.require(path);
        Recorder read = Recorder.read(new LabelStudioTextFormat(), file);
        assertEquals("label-studio-text", StandardFormats.create().detect(file).getFirst().format().id());
        assertEquals(4, read.allRegions().size());
        assertEquals(List.of("org:founded_by", "related", "org:founded"), read.allRelations().stream().map(RelationRecord::type).toList());
        assertEquals(1, read.problems.size());
        assertEquals(Action.REPAIRED, read.problems.getFirst().action());
        assertTrue(read.problems.getFirst().what().contains("was called \"related\""), read.problems::toString);
        assertEquals("Bill Gates", ((TextSpan) read.allRegions().get(1).shape()).covered());
    }

    @Test
    void emojiCountTwiceInTheirOffsets() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        for (String line : Files.readAllLines(Samples.require("formats/edge-issues/text-emoji-offsets.jsonl"))) {
            JsonNode json = mapper.readTree(line);
            for (String unit : List.of("utf16", "code_points")) {
                Recorder read = read(task(json.path("text").asText(),
                        "{\"id\":\"a\",\"type\":\"labels\",\"value\":{\"start\":%d,\"end\":%d,\"text\":\"%s\",\"labels\":[\"X\"]}}"
                                .formatted(json.path(unit).path(0).asInt(), json.path(unit).path(1).asInt(), json.path("word").asText())));
                TextRange range = new TextRange(json.path("code_points").path(0).asInt(), json.path("code_points").path(1).asInt());
                assertEquals(List.of(range), ((TextSpan) read.only().shape()).fragments(), line);
                boolean differ = !json.path("utf16").equals(json.path("code_points"));
                assertEquals(differ && unit.equals("code_points") ? 1 : 0, read.problems.size(), read.problems::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void textsComeBackTheSame(long seed) {
        RandomTexts data = new RandomTexts(seed);
        Recorder read = TextFormatChecks.comesBack(new LabelStudioTextFormat(), data, folder.resolve("out"));
        assertEquals(data.schema.names(), read.labels);
        for (SourceItem item : data.items) {
            assertEquals(item.annotations().answers(), read.answers.getOrDefault(item.item().name(), Map.of()));
        }
        TextFormatChecks.canBeCancelled(new LabelStudioTextFormat(), folder.resolve("out"));
    }

    @Test
    void damagedFilesGiveProblemsOnly() throws IOException {
        TextFormatChecks.damageIsReported(new LabelStudioTextFormat(), new RandomTexts(22), folder.resolve("out"), 150);
    }

    @Test
    void questionsWithOptionsAreChoices() throws IOException {
        RandomTexts data = new RandomTexts(2);
        LabelSchema schema = data.schema.withPicture(new AttributeForm(List.of(
                new AttributeDefinition("topic", new AttributeType.MultiSelect(List.of("sports & <odd>", "politics"))))));
        new LabelStudioTextFormat().writer().orElseThrow().write(new WriteRequest(folder.resolve("out"), schema), data);
        String config = Files.readString(folder.resolve("out/label_config.xml"));
        assertTrue(config.contains("<Choice value=\"politics\"></Choice>"), config);
        Recorder read = Recorder.read(new LabelStudioTextFormat(), folder.resolve("out"));
        assertTrue(read.answers.values().stream().allMatch(answers -> answers.get("topic").equals("sports & <odd>")));
    }

    @Test
    void everyKindOfQuestionComesBack() throws IOException {
        RandomTexts data = new RandomTexts(4).withoutAnswers();
        AttributeForm form = new AttributeForm(List.of(
                new AttributeDefinition("label", new AttributeType.Select(List.of("good", "[\"bad\"]", "never"))),
                new AttributeDefinition("topics", new AttributeType.MultiSelect(List.of("a, b", "c/d", "e"))),
                new AttributeDefinition("place", new AttributeType.Taxonomy(List.of("Earth/Asia", "Earth/Europe/North", "Moon"),
                        AttributeType.Amount.ONE)),
                new AttributeDefinition("kinds", new AttributeType.Taxonomy(List.of("Animal", "Animal/Dog", "Plant"),
                        AttributeType.Amount.SEVERAL)),
                new AttributeDefinition("why", new AttributeType.LongText())));
        List<Map<String, String>> said = List.of(
                Map.of("label", "[\"bad\"]", "topics", "[\"a, b\",\"c/d\"]", "place", "Earth/Europe/North", "kinds",
                        "[\"Animal\",\"Animal/Dog\"]", "why", "two\nlines"),
                Map.of("label", "good", "topics", "e", "kinds", "Plant"), Map.of());
        for (int i = 0; i < data.items.size(); i++) {
            SourceItem item = data.items.get(i);
            data.items.set(i, new SourceItem(item.item(), null, item.annotations().withAnswers(said.get(i % said.size())), item.text()));
        }
        new LabelStudioTextFormat().writer().orElseThrow()
                .write(new WriteRequest(folder.resolve("out"), data.schema.withPicture(form)), data);
        JsonNode first = new ObjectMapper().readTree(folder.resolve("out/tasks.json").toFile()).path(0).path("annotations").path(0);
        List<String> results = new java.util.ArrayList<>();
        first.path("result").forEach(result -> {
            if (result.path("type").asText().equals("taxonomy")) {
                results.add(result.path("from_name").asText() + " " + result.path("value"));
            }
        });
        assertEquals(List.of("kinds {\"taxonomy\":[[\"Animal\"],[\"Animal\",\"Dog\"]]}",
                "place {\"taxonomy\":[[\"Earth\",\"Europe\",\"North\"]]}"), results);
        Recorder read = Recorder.read(new LabelStudioTextFormat(), folder.resolve("out"));
        assertEquals(List.of(), read.problems);
        for (int i = 0; i < data.items.size(); i++) {
            assertEquals(said.get(i % said.size()), read.answers.getOrDefault(data.items.get(i).item().name(), Map.of()));
        }
        assertEquals(Map.of("label", AttributeKind.SELECT, "topics", AttributeKind.MULTI_SELECT, "place", AttributeKind.TAXONOMY, "kinds",
                AttributeKind.MULTI_TAXONOMY), read.questions);
        form.definitions().stream().filter(definition -> !definition.type().options().isEmpty())
                .forEach(definition -> assertEquals(definition.type().options(), read.choices.get(definition.name())));
    }

    @Test
    void theOnlyChoicesOfATextAreItsClasses() throws IOException {
        Recorder read = read("""
                [{"id":1,"data":{"text":"one"},"annotations":[{"result":[
                  {"from_name":"sentiment","type":"choices","value":{"choices":["good"]}},
                  {"from_name":"tree","type":"choices","value":{"choices":[["Animal","Dog"]]}}]}]},
                 {"id":2,"data":{"text":"two"},"annotations":[{"result":[
                  {"from_name":"sentiment","type":"choices","value":{"choices":["good","bad"]}}]}]}]""");
        assertEquals(List.of(Map.of("label", "good", "tree", "Animal/Dog"), Map.of("label", "[\"good\",\"bad\"]")),
                List.copyOf(read.answers.values()));
        assertEquals(Map.of("label", AttributeKind.MULTI_SELECT, "tree", AttributeKind.TAXONOMY), read.questions);
        assertTrue(read.problems.stream().allMatch(problem -> problem.what().contains("\"sentiment\" are the classes")),
                read.problems::toString);
    }

    @Test
    void choicesTaxonomiesAndTextsAreAnswers() throws IOException {
        Recorder read = read(task("Hi", """
                {"id":"a","from_name":"mood","type":"choices","value":{"choices":["good"]}},
                {"id":"b","from_name":"kind","type":"choices","value":{"choices":["x","y"]}},
                {"id":"c","from_name":"tax","type":"taxonomy","value":{"taxonomy":[["Animal","Dog"]]}},
                {"id":"d","from_name":"taxes","type":"taxonomy","value":{"taxonomy":[["Animal"],["Animal","Dog"]]}},
                {"id":"e","from_name":"note","type":"textarea","value":{"text":["one","two"]}},
                {"id":"f","from_name":"stars","type":"rating","value":{"rating":4}},
                {"id":"g","from_name":"l","type":"labels","value":{"start":0,"end":2,"text":"Hi","labels":["A","B"]},"score":0.5},
                {"id":"g","from_name":"sure","type":"choices","value":{"start":0,"end":2,"text":"Hi","choices":["yes"]}},
                {"id":"g","from_name":"why","type":"textarea","value":{"start":0,"end":2,"text":["because"]}}"""));
        assertEquals(Map.of("mood", "good", "kind", "[\"x\",\"y\"]", "tax", "Animal/Dog", "taxes", "[\"Animal\",\"Animal/Dog\"]", "note",
                "one\ntwo",
                "stars", "4"), read.answers.values().iterator().next());
        assertEquals(List.of("A", "B"), read.allRegions().stream().map(RegionRecord::label).toList());
        assertEquals(Map.of("score", "0.5", "sure", "yes", "why", "because"), read.allRegions().getFirst().attributes());
        assertEquals(0.5, read.allRegions().getFirst().score());
    }

    @Test
    void directionsTurnRelations() throws IOException {
        String spans = """
                {"id":"a","type":"labels","value":{"start":0,"end":1,"text":"a","labels":["X"]}},
                {"id":"b","type":"labels","value":{"start":2,"end":3,"text":"b","labels":["X"]}},""";
        Recorder read = read(task("a b", spans + """
                {"type":"relation","from_id":"a","to_id":"b","direction":"left","labels":["r"]},
                {"type":"relation","from_id":"a","to_id":"b","direction":"bi","labels":["r","s"]},
                {"type":"relation","from_id":"a","to_id":"zz","direction":"right","labels":["r"]}"""));
        assertEquals(List.of(new RelationRecord("r", "b", "a"), new RelationRecord("r", "a", "b", Map.of("direction", "both")),
                new RelationRecord("s", "a", "b", Map.of("direction", "both"))), read.allRelations());
        assertEquals("tasks.json, task 7, relation from \"a\" to \"zz\"", read.problems.getFirst().where());
    }

    /// A browser that counts CR LF as one character, and a label beyond the end.
    @ParameterizedTest
    @CsvSource({"10, 14, 1", "12, 16, 0"})
    void lineBreaksOfTwoCharactersMayCountAsOne(int start, int end, int repaired) throws IOException {
        Recorder read = read(task("a\\r\\nb\\r\\nHere: word and word", """
                {"id":"a","type":"labels","value":{"start":%d,"end":%d,"text":"word","labels":["X"]}}""".formatted(start, end)));
        assertEquals(List.of(new TextRange(12, 16)), ((TextSpan) read.only().shape()).fragments());
        assertEquals(repaired, read.problems.size(), read.problems::toString);
    }

    @Test
    void spansInHtmlAreRefusedWithASentence() throws IOException {
        Recorder read = read(task("<p>Hi</p>",
                """
                        {"id":"a","type":"labels","value":{"start":"/p[1]/text()[1]","end":"/p[1]/text()[1]","startOffset":0,"endOffset":2,"labels":["X"]}}"""));
        assertEquals("<p>Hi</p>", read.onlyText().text());
        assertEquals(0, read.allRegions().size());
        assertTrue(read.problems(Action.REFUSED).getFirst().what().contains("elements of HTML"), read.problems::toString);
        assertEquals(1, read.problems(Action.REPAIRED).size());
    }

    @Test
    void picturesHaveRelationsToo() throws IOException {
        RandomDataset data = new RandomDataset(folder.resolve("pictures"), Kinds.ALL, 3);
        LabelSchema schema = new LabelSchema(data.labels).withRelations(List.of(
                new RelationType(new RelationTypeId(1), "part of", Colour.ofPalette(1), RelationType.Direction.DIRECTED),
                new RelationType(new RelationTypeId(2), "beside", Colour.ofPalette(2), RelationType.Direction.MUTUAL)));
        DatasetSource related = visitor -> data.forEach(item -> visitor.accept(new SourceItem(item.item(), item.file(), related(item))));
        new LabelStudioFormat().writer().orElseThrow().write(new WriteRequest(folder.resolve("out"), schema), related);
        Recorder read = Recorder.read(new LabelStudioFormat(), folder.resolve("out"), RandomDataset.SIZES);
        assertEquals(List.of("part of", "beside"), read.relationTypes);
        assertEquals(List.of(), read.problems);
        long expected = data.items.stream().filter(item -> item.annotations().annotations().size() > 1).count();
        assertTrue(expected > 3);
        assertEquals(2 * expected, read.allRelations().size());
        assertTrue(read.allRelations().stream()
                .allMatch(relation -> relation.attributes().equals(Map.of("sure", "1")) == relation.type().equals("part of")));
    }

    private static labelwright.model.AnnotationSet related(SourceItem item) {
        List<Annotation> regions = item.annotations().annotations();
        return regions.size() < 2
                ? item.annotations()
                : item.annotations().withRelations(List.of(
                        new Relation(new RelationId(1), new RelationTypeId(1), regions.getFirst().id(), regions.getLast().id(),
                                new Origin.Manual(),
                                Map.of("sure", "1")),
                        new Relation(new RelationId(2), new RelationTypeId(2), regions.getLast().id(), regions.getFirst().id(),
                                new Origin.Manual())));
    }

    @Test
    void keypointsOfTheSampleAreRelatedToTheirBox() {
        Recorder read = Recorder.read(new LabelStudioFormat(),
                Samples.require("formats/label-studio/sdk-converter/test_export_yolo/data_keypoints.json"));
        assertEquals(4, read.allRelations().size());
        assertEquals("The region is related to itself; it was left out.", read.problems(Action.SKIPPED).getFirst().what());
    }

    @Test
    void choicesOfTheSamplesAreAnswers() {
        Recorder read = Recorder.read(new LabelStudioTextFormat(),
                Samples.require("formats/label-studio/sdk-converter/test_export_csv/csv_test2.json"));
        assertEquals(Set.of("label"), read.answers.values().iterator().next().keySet());
    }
}
