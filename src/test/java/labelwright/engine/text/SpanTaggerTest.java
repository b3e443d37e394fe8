package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.engine.EngineException;
import labelwright.engine.Resume;
import labelwright.engine.StopReason;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingResult;
import labelwright.geometry.TextRange;
import labelwright.task.CancelToken;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SpanTaggerTest {
    private static final List<String> LABELS = List.of("people", "time");
    @TempDir
    Path folder;

    /// A text in which `[label words]` marks a span.
    private static LabelledSpans marked(String marked) {
        StringBuilder text = new StringBuilder();
        List<SpanOf> spans = new ArrayList<>();
        List<Object[]> open = new ArrayList<>();
        int i = 0;
        while (i < marked.length()) {
            int point = marked.codePointAt(i);
            if (point == '[') {
                int blank = marked.indexOf(' ', i);
                open.addLast(new Object[] {marked.substring(i + 1, blank), text.codePointCount(0, text.length())});
                i = blank + 1;
            } else if (point == ']') {
                Object[] last = open.removeLast();
                spans.add(new SpanOf((String) last[0], new TextRange((int) last[1], text.codePointCount(0, text.length()))));
                i++;
            } else {
                text.appendCodePoint(point);
                i += Character.charCount(point);
            }
        }
        return new LabelledSpans(text.toString(), spans);
    }

    private static List<LabelledSpans> tables() {
        List<LabelledSpans> texts = new ArrayList<>();
        for (String people : List.of("two", "three", "4", "six", "12", "five")) {
            for (String time : List.of("7 pm", "8:30 pm", "noon", "9:15")) {
                texts.add(marked("a table for [people " + people + "] at [time " + time + "] please"));
                texts.add(marked("\uD83D\uDE00 we come at [time " + time + "], [people " + people + " people]"));
                texts.add(marked("thank you very much"));
            }
        }
        return texts;
    }

    private TrainingResult train(List<LabelledSpans> texts, List<String> labels, Map<String, String> settings, Path where, Resume resume,
            Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            return new TaggerTrainer(embedders).train(
                    new TaggerRequest(texts, List.of(), labels, TextSettings.parse(TextFamily.SPANS, settings), where, resume), events,
                    cancel);
        }
    }

    @Test
    void spansAreFoundAtTheirCodePointsAlsoBehindEmoji() throws EngineException {
        TrainingResult result = train(tables(), LABELS, Map.of("epochs", "8"), folder, Resume.NEVER, event -> {}, new CancelToken());
        assertTrue(result.metrics().get("f1") > 0.9, result::toString);
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            SpanTagger tagger = SpanTagger.open(result.model(), embedders);
            SpanReading reading = tagger.read("\uD83D\uDE00\uD83D\uDE00 a table for three at 8:30 pm please");
            assertEquals(List.of(new TextRange(15, 20), new TextRange(24, 31)), reading.spans().stream().map(FoundSpan::range).toList());
            assertEquals(List.of(0, 1), reading.spans().stream().map(FoundSpan::label).toList());
            assertTrue(reading.spans().stream().allMatch(span -> span.score() > 0.5 && span.score() <= 1), reading::toString);
            assertTrue(reading.uncertainty() >= 0 && reading.uncertainty() <= 1);
            assertEquals(List.of(), tagger.read("").spans());
            assertEquals(List.of(), tagger.read(" \n\t \uFEFF").spans());
            assertEquals(384, tagger.embedding("a table").length);
        }
    }

    @Test
    void spansWithinSpansAreLearnedInLayers() throws EngineException {
        List<LabelledSpans> texts = new ArrayList<>();
        for (String city : List.of("Berlin", "Paris", "London", "Madrid", "Oslo", "Rome")) {
            texts.add(marked("I study at the [group University of [place " + city + "]] now"));
            texts.add(marked("I live in [place " + city + "] now"));
            texts.add(marked("the [group University of [place " + city + "]] is old"));
        }
        TrainingResult result = train(texts, List.of("group", "place"), Map.of("epochs", "12", "dropout", "0.1"), folder, Resume.NEVER,
                event -> {}, new CancelToken());
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            SpanReading reading = SpanTagger.open(result.model(), embedders).read("he is at the University of Rome");
            assertEquals(List.of(new TextRange(13, 31), new TextRange(27, 31)), reading.spans().stream().map(FoundSpan::range).toList());
        }
    }

    @Test
    void spansWithinSpansOfTheSameLabelAreLearnedAndNamedInTheLog() throws EngineException {
        List<LabelledSpans> texts = new ArrayList<>();
        for (String city : List.of("Berlin", "Paris", "London", "Madrid", "Oslo", "Rome")) {
            texts.add(marked("I study at the [name University of [name " + city + "]] now"));
            texts.add(marked("I live in [name " + city + "] now"));
            texts.add(marked("the [name University of [name " + city + "]] is old"));
        }
        List<String> log = new ArrayList<>();
        TrainingResult result = train(texts, List.of("name"), Map.of("epochs", "12", "dropout", "0.1"), folder, Resume.NEVER, event -> {
            if (event instanceof TrainingEvent.Message message) {
                log.add(message.text());
            }
        }, new CancelToken());
        assertTrue(log.stream().anyMatch(line -> line.contains("\"name\" has 2 layers")), log::toString);
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            SpanTagger tagger = SpanTagger.open(result.model(), embedders);
            assertEquals(List.of(new TextRange(13, 31), new TextRange(27, 31)),
                    tagger.read("he is at the University of Rome").spans().stream().map(FoundSpan::range).toList());
            assertEquals(List.of(new TextRange(10, 14)), tagger.read("I live in Oslo now").spans().stream().map(FoundSpan::range).toList());
        }
    }

    @Test
    void levelsOfALabelAreCountedUpToThree() {
        SpanLevels levels = SpanLevels.of(List.of(marked("[a x [a y [a z [a u] v]]] [b w]"), marked("[a x] [b y [c z]]")),
                List.of("a", "b", "c"));
        assertEquals(List.of(3, 1, 1), levels.levels());
        assertEquals(1, levels.tooDeep());
        assertTrue(levels.words().endsWith("1 spans lie within more than 2 others of their label and are not learned."), levels::words);
        assertEquals("each 3 1 1", levels.layers().written());
        assertEquals(5, levels.layers().layers());
        SpanLevels flat = SpanLevels.of(List.of(marked("[a x] [b y] [a z]")), List.of("a", "b"));
        assertEquals("", flat.words());
        assertEquals("one", flat.layers().written());
    }

    @Test
    void layersAreReadAsTheyAreWritten() throws EngineException {
        for (TagLayers layers : List.of(TagLayers.ofOne(3), TagLayers.ofEach(List.of(1, 2, 3)), TagLayers.ofOne(1))) {
            assertEquals(layers, TagLayers.read(layers.written(), layers.all().getLast().labels().getLast() + 1));
        }
        assertEquals(TagLayers.ofEach(List.of(1, 1)), TagLayers.read("each", 2));
        assertThrows(EngineException.class, () -> TagLayers.read("each 1 2", 3));
        assertThrows(EngineException.class, () -> TagLayers.read("each 1 9", 2));
        assertThrows(EngineException.class, () -> TagLayers.read("", 2));
    }

    @Test
    void tagsOfALevelAreThoseOfTheSpansThatFindNoRoomAboveIt() {
        LabelledSpans text = marked("[a x [a y] z] [a w]");
        List<WordSplitter.Unit> units = WordSplitter.units(text.text().codePoints().toArray());
        List<TagLayers.Labelled> spans = text.spans().stream().map(span -> new TagLayers.Labelled(0, span.range())).toList();
        TagLayers layers = TagLayers.ofEach(List.of(2));
        assertArrayEquals(new int[] {1, 2, 2, 1}, layers.encode(0, units, spans));
        assertArrayEquals(new int[] {0, 1, 0, 0}, layers.encode(1, units, spans));
    }

    @Test
    void oneLongTextWithManySpansIsLearnedInTimeThatGrowsWithItsLength() {
        StringBuilder text = new StringBuilder();
        List<SpanOf> spans = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            spans.add(new SpanOf("people", new TextRange(text.length(), text.length() + 3)));
            text.append("two come at noon, they say.\n");
        }
        assertTimeoutPreemptively(Duration.ofSeconds(60),
                () -> train(List.of(new LabelledSpans(text.toString(), spans), tables().getFirst()), LABELS,
                        Map.of("epochs", "1", "states", "0", "held_out", "0.5", "minutes", "0.05"), folder, Resume.NEVER, event -> {},
                        new CancelToken()));
    }

    @Test
    void aRunWithoutLabelsAndOneThatNeedsTooMuchMemoryAreRefusedBeforehand() {
        EngineException none = assertThrows(EngineException.class,
                () -> train(tables(), List.of(), Map.of(), folder, Resume.NEVER, event -> {}, new CancelToken()));
        assertTrue(String.valueOf(none.getMessage()).contains("no labels"), none::getMessage);
        EngineException much = assertThrows(EngineException.class,
                () -> TextRun.requireRoom(Runtime.getRuntime().maxMemory() / 4, "All this", "Take less."));
        assertTrue(String.valueOf(much.getMessage()).startsWith("All this would take "), much::getMessage);
        assertDoesNotThrow(() -> TextRun.requireRoom(1000, "This", ""));
    }

    @Test
    void theSameSeedGivesTheSameWeightsAlsoWhenTheRunWasStoppedAndWentOn() throws EngineException, IOException {
        Map<String, String> settings = Map.of("epochs", "5", "hidden", "16");
        byte[] straight = weights(train(tables(), LABELS, settings, folder.resolve("a"), Resume.NEVER, event -> {}, new CancelToken()));
        CancelToken cancel = new CancelToken();
        TrainingResult stopped = train(tables(), LABELS, settings, folder.resolve("b"), Resume.NEVER, event -> {
            if (event instanceof TrainingEvent.Step step && step.epoch() == 3) {
                cancel.cancel();
            }
        }, cancel);
        assertEquals(StopReason.CANCELLED, stopped.reason());
        assertTrue(stopped.epochs() < 5);
        TrainingResult ended = train(tables(), LABELS, settings, folder.resolve("b"), Resume.ALWAYS, event -> {}, new CancelToken());
        assertEquals(5, ended.epochs());
        assertArrayEquals(straight, weights(ended));
    }

    @Test
    void aTaggerWithoutPretrainedNetworkAndChineseTextsLearnToo() throws EngineException {
        List<LabelledSpans> texts = new ArrayList<>();
        for (String place : List.of("北京", "上海", "广州", "成都", "南京", "西安")) {
            texts.add(marked("我明天去[place " + place + "]看朋友"));
            texts.add(marked("他从[place " + place + "]回来了"));
        }
        TrainingResult plain = train(texts, List.of("place"), Map.of("epochs", "10", "states", "0"), folder.resolve("plain"), Resume.NEVER,
                event -> {}, new CancelToken());
        SpanTagger tagger = SpanTagger.open(plain.model(), model -> {
            throw new EngineException("no language model is needed");
        });
        assertEquals(List.of(new TextRange(4, 6)), tagger.read("我明天去杭州看朋友").spans().stream().map(FoundSpan::range).toList());
        TrainingResult chinese = train(texts, List.of("place"), Map.of("epochs", "10"), folder.resolve("zh"), Resume.NEVER, event -> {},
                new CancelToken());
        try (LoadedEmbedders embedders = new LoadedEmbedders()) {
            SpanTagger reader = SpanTagger.open(chinese.model(), embedders);
            assertEquals(List.of(new TextRange(4, 6)), reader.read("我明天去杭州看朋友").spans().stream().map(FoundSpan::range).toList());
            assertEquals(512, reader.embedding("杭州").length);
        }
    }

    @Test
    void aModelOfAnotherFamilyIsRefused() throws EngineException {
        TrainingResult result = train(tables().subList(0, 20), LABELS, Map.of("epochs", "1", "states", "0"), folder, Resume.NEVER,
                event -> {},
                new CancelToken());
        EngineException refusal = assertThrows(EngineException.class, () -> TextClassifier.open(result.model(), new LoadedEmbedders()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("finds spans"), refusal::getMessage);
        assertFalse(SpanLevels.overlap(tables().getFirst().spans()));
    }

    private static byte[] weights(TrainingResult result) throws IOException {
        try (var files = Files.list(result.model())) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".safetensors")).findFirst().orElseThrow());
        }
    }
}
