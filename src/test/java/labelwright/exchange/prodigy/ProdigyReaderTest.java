package labelwright.exchange.prodigy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
import labelwright.exchange.RandomTexts;
import labelwright.exchange.Recorder;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.TextRoundTrip;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.TextSpan;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.LabelSchema;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Tasks of Prodigy and training files of spaCy.
class ProdigyReaderTest {

    @TempDir
    Path folder;

    private Recorder read(String content) throws IOException {
        return Recorder.read(new ProdigyFormat(), Files.writeString(folder.resolve("a.jsonl"), content));
    }

    private static List<String> spans(Recorder read) {
        return read.allRegions().stream().map(region -> region.label() + "=" + ((TextSpan) region.shape()).covered()).toList();
    }

    private static Recorder sample(String path) {
        Path file = Samples.require("formats/" + path);
        assertTrue(new ProdigyFormat().recognise(FolderLook.at(file)).isPresent(), path);
        return Recorder.read(new ProdigyFormat(), file);
    }

    @Test
    void decisionsAboutOneLabel() {
        Recorder read = sample("prodigy-jsonl/prodigy-recipes/annotated_github-issues-DOCUMENTATION-textcat.14-records.jsonl");
        assertEquals(14, read.texts.size());
        assertEquals(Map.of("DOCUMENTATION", AttributeKind.CHECK), read.questions);
        assertEquals(14, read.answers.values().stream().filter(answers -> answers.containsKey("DOCUMENTATION")
                || !answers.containsKey("label")).count());
        assertTrue(read.answers.values().stream().anyMatch(answers -> "0".equals(answers.get("DOCUMENTATION"))));
        assertTrue(read.answers.values().stream().anyMatch(answers -> "1".equals(answers.get("DOCUMENTATION"))));
        assertTrue(read.answers.values().stream().allMatch(answers -> "GitHub".equals(answers.get("source"))));
    }

    @Test
    void trainingFileOfSpacy() {
        Recorder read = sample("spacy-json/spacy/ner-sent-per-line.json");
        assertEquals(1, read.texts.size());
        assertEquals(2, read.onlyText().text().lines().count());
        assertEquals(66, read.onlyText().text().split("\\s").length);
        assertEquals(7, read.allRegions().size());
        assertEquals(4, read.labels.size());
        assertEquals("PERSON=Sebastian Thrun", spans(read).getFirst());
        assertEquals(List.of(), read.problems);
    }

    @Test
    void paragraphsWithTheirTextAndPairs() throws IOException {
        Recorder raw = read(
                """
                        [{"id":3,"paragraphs":[{"raw":"👍 Anna (Ek) sleeps.","sentences":[{"tokens":[{"orth":"👍","ner":"O"},{"orth":"Anna","ner":"B-PER"},
                        {"orth":"(","ner":"I-PER"},{"orth":"Ek","ner":"L-PER"},{"orth":")","ner":"-"},{"orth":"sleeps","ner":"O"},{"orth":".","ner":"O"}],
                        "brackets":[{"first":0,"last":1,"label":"NP"}]}],"cats":[{"label":"calm","value":1.0},{"label":"loud","value":0.0}]}]}]""");
        assertEquals("👍 Anna (Ek) sleeps.", raw.onlyText().text());
        assertEquals(List.of("PER=Anna (Ek"), spans(raw));
        assertEquals(Map.of("label", "calm"), raw.answers.get("a/3"));
        assertEquals(List.of("a.jsonl, line 1"), raw.problems.stream().map(Problem::where).toList());
        Recorder pairs = read(
                "[[\"Anna sleeps\",{\"entities\":[[0,4,\"PER\"]],\"cats\":{\"calm\":1.0,\"loud\":0}}],[\"x\",{\"entities\":[]}]]");
        assertEquals(List.of("PER=Anna"), spans(pairs));
        assertEquals(2, pairs.texts.size());
        assertEquals(Map.of("label", "calm"), pairs.answers.get("a/000001"));
    }

    @Test
    void spansRelationsChoicesAndRefusals() throws IOException {
        Recorder read = read(
                """
                        {"text":"👍 Anna in Rome","tokens":[{"text":"👍","start":0,"end":1,"id":0},{"text":"Anna","start":2,"end":6,"id":1},{"text":"in","start":7,"end":9,"id":2},{"text":"Rome","start":10,"end":14,"id":3}],"spans":[{"start":2,"end":6,"token_start":1,"token_end":1,"label":"PER","source":"model"},{"start":10,"end":14,"token_start":3,"token_end":3,"label":"LOC"}],"relations":[{"head":1,"child":3,"head_span":{"start":2,"end":6,"label":"PER"},"child_span":{"start":10,"end":14,"label":"LOC"},"label":"in"},{"head":2,"child":3,"label":"dep"}],"answer":"accept"}
                        {"text":"Good","options":[{"id":"a","text":"A"},{"id":"b","text":"B"}],"accept":["a","b"],"answer":"accept","stars":5}
                        {"text":"Anna","spans":[{"start":0,"end":4,"label":"PER"}],"answer":"reject"}
                        {"text":"Anna","spans":[{"start":1,"end":5,"label":"PER","text":"Anna"},{"start":"x","end":5,"label":"PER"}],"answer":"accept"}
                        {"image":"a.jpg","answer":"accept"}
                        {"text":
                        """);
        assertEquals(List.of("PER=Anna", "LOC=Rome", "TOKEN=in", "PER=Anna"), spans(read));
        List<RelationRecord> relations = read.allRelations();
        assertEquals(List.of("in", "dep"), relations.stream().map(RelationRecord::type).toList());
        assertEquals(List.of("#0", "#1", "#2", "#1"), List.of(relations.get(0).from(), relations.get(0).to(), relations.get(1).from(),
                relations.get(1).to()));
        assertEquals(Map.of("source", "model"), read.allRegions().getFirst().attributes());
        assertEquals(Map.of("label", "[\"a\",\"b\"]", "stars", "5"), read.answers.get("a/000002"));
        assertEquals(
                List.of("a.jsonl, line 3", "a.jsonl, line 4, span 1 (\"PER\")", "a.jsonl, line 4", "a.jsonl, line 5", "a.jsonl, line 6"),
                read.problems.stream().map(Problem::where).toList());
        assertEquals(1, read.problems(Action.REPAIRED).size());
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,false", "3,true", "4,false", "5,true", "6,false"})
    void whatIsWrittenComesBack(long seed, boolean hasClasses) throws IOException {
        RandomTexts data = new RandomTexts(seed).inSeveralEncodings();
        LabelSchema schema = data.schema;
        if (hasClasses) {
            schema = schema.withPicture(new AttributeForm(
                    List.of(new AttributeDefinition("label", new AttributeType.Select(List.of("a", "[\"b\"]"))))));
            data.items.replaceAll(item -> new SourceItem(item.item(), null,
                    item.annotations().withAnswers(Map.of("label", "a", "topic", "x\u2028y")), item.text()));
        }
        WriteRequest request = new WriteRequest(folder.resolve("out"), schema);
        List<Loss> losses = new ProdigyFormat().writer().orElseThrow().losses(request, data);
        assertEquals(losses, new ProdigyFormat().writer().orElseThrow().write(request, data).losses());
        assertTrue(
                losses.stream().allMatch(loss -> loss.what().endsWith("for other tools") || loss.what().equals("8 texts with other bytes")),
                losses::toString);
        Recorder read = Recorder.read(new ProdigyFormat(), request.out());
        TextRoundTrip.assertSame(data, read);
        assertTrue(read.problems.stream().allMatch(problem -> problem.what().contains("is there already")), read.problems::toString);
        for (String line : Files.readAllLines(request.out().resolve("train.jsonl"))) {
            tokensFit(new ObjectMapper().readTree(line));
        }
    }

    /// As Prodigy asks: tokens rise, spans are runs of whole tokens.
    private static void tokensFit(JsonNode record) {
        int end = 0;
        String text = record.path("text").textValue();
        for (JsonNode token : record.path("tokens")) {
            assertTrue(token.path("start").asInt() >= end, token::toString);
            end = token.path("end").asInt();
            assertEquals(text.substring(text.offsetByCodePoints(0, token.path("start").asInt()), text.offsetByCodePoints(0, end)),
                    token.path("text").textValue());
        }
        for (JsonNode span : record.path("spans")) {
            assertEquals(span.path("start").asInt(), record.path("tokens").path(span.path("token_start").asInt()).path("start").asInt(),
                    span::toString);
            assertEquals(span.path("end").asInt(), record.path("tokens").path(span.path("token_end").asInt()).path("end").asInt(),
                    span::toString);
        }
    }
}
