package labelwright.exchange.conll;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.FolderLook;
import labelwright.exchange.Loss;
import labelwright.exchange.PictureSizes;
import labelwright.exchange.RandomTexts;
import labelwright.exchange.ReadOption;
import labelwright.exchange.ReadRequest;
import labelwright.exchange.Recorder;
import labelwright.exchange.TextRecord;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelClass;
import labelwright.model.Origin;
import labelwright.model.Problem;
import labelwright.model.TextContent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Columns of tokens in all their schemes and with all their faults.
class ConllReaderTest {

    @TempDir
    Path folder;

    private Recorder read(String content, Map<ReadOption, String> options) throws IOException {
        return read(Files.writeString(folder.resolve("a.conll"), content), options);
    }

    private static Recorder read(Path file, Map<ReadOption, String> options) {
        Recorder recorder = new Recorder();
        new ConllFormat().reader().read(new ReadRequest(file, Optional.empty(), PictureSizes.UNKNOWN, options), recorder);
        return recorder;
    }

    private static List<String> spans(Recorder read) {
        return read.allRegions().stream().map(region -> region.label() + "=" + ((TextSpan) region.shape()).covered()).toList();
    }

    private static List<String> texts(Recorder read) {
        return read.texts.values().stream().map(TextRecord::text).toList();
    }

    private static long tokens(Recorder read) {
        return read.texts.values().stream().flatMap(text -> text.text().lines()).mapToLong(line -> line.split(" ").length).sum();
    }

    /// Texts, tokens, spans, labels, problems.
    @ParameterizedTest
    @CsvSource({"conll/inception-2000/2000/chunk2000_test.conll,3,93,44,5,0", "edge-issues/conll-tab-blank-lines.conll,2,6,1,1,0",
            "edge-issues/conll-docstart.conll,2,5,3,3,0", "doccano/doccano-import-tests/sequence_labeling/example.conll,2,4,2,2,0",
            "doccano/doccano-import-tests/sequence_labeling/labeling.trailing.conll,1,12,2,2,0",
            "doccano/doccano-import-tests/sequence_labeling/labeling.invalid.conll,3,20,5,2,2"})
    void samples(String path, int texts, long tokens, int spans, int labels, int problems) {
        Path file = Samples.require("formats/" + path);
        assertTrue(new ConllFormat().recognise(FolderLook.at(file)).isPresent(), path);
        Recorder read = Recorder.read(new ConllFormat(), file);
        assertEquals(List.of(texts, spans, labels, problems),
                List.of(read.texts.size(), read.allRegions().size(), read.labels.size(), read.problems.size()), read.problems::toString);
        assertEquals(tokens, tokens(read));
    }

    /// Files of trees hold no spans and are refused as such, whatever they hold besides.
    @ParameterizedTest
    @ValueSource(strings = {"inception-2006/fi-orig.conll", "inception-casdiff/noDifferences/data.conll",
            "inception-casdiff/relationDistance/user1.conll", "inception-casdiff/relationDistance/user2.conll",
            "inception-casdiff/singleSpanDifference/user1.conll", "inception-casdiff/singleSpanDifference/user2.conll",
            "inception-casdiff/singleSpanNoDifference/data.conll", "inception-casdiff/someDifferences/user1.conll",
            "inception-casdiff/someDifferences/user2.conll", "inception-casdiff/spanLabel/user1.conll",
            "inception-casdiff/spanLabel/user2.conll"})
    void treesAreRefused(String path) {
        Recorder read = Recorder.read(new ConllFormat(), Samples.require("formats/conll/" + path));
        assertEquals(List.of(), List.copyOf(read.texts.keySet()));
        assertTrue(read.problems.getFirst().what().contains("file of trees"), read.problems::toString);
    }

    /// Sentences, tokens, entities as the shared task counts them.
    @ParameterizedTest
    @CsvSource({"wnut17train.conll,3394,62730,1975,none", "emerging.dev.conll,1009,15733,836,val",
            "emerging.test.annotated,1287,23394,1079,test"})
    void wnut17(String name, int sentences, long tokens, int spans, String split) {
        Path file = Samples.require("datasets/wnut17/" + name);
        assertTrue(new ConllFormat().recognise(FolderLook.at(file)).isPresent());
        Recorder read = Recorder.read(new ConllFormat(), file);
        assertEquals(List.of(sentences, spans, 6), List.of(read.texts.size(), read.allRegions().size(), read.labels.size()));
        assertEquals(tokens, tokens(read));
        assertEquals(split, read.texts.values().iterator().next().split().key());
        assertEquals(List.of(), read.problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arcada", "drexel_cci", "flytxt", "mic-cis.txt", "sjtu_adapt.txt", "spinningbytes.txt", "uh_ritual"})
    void answersOfSystemsToTheSharedTask(String name) {
        Recorder read = read(Samples.require("datasets/wnut17/submissions/" + name), Map.of(ReadOption.BY, "document"));
        assertEquals(1, read.texts.size());
        assertEquals(23_394, tokens(read));
        assertTrue(read.labels.size() <= 6 && read.allRegions().size() > 300, read.labels::toString);
    }

    @Test
    void treesAreRefused() {
        Recorder read = Recorder.read(new ConllFormat(), Samples.require("formats/conll/inception-casdiff/spanLabel/user1.conll"));
        assertEquals(0, read.texts.size());
        assertTrue(read.problems.getFirst().what().contains("file of trees"), read.problems::toString);
    }

    /// One text in six schemes: two places that touch, a person of two words, a place of one.
    @ParameterizedTest
    @ValueSource(strings = {"O B-PER I-PER O B-LOC B-LOC", "O I-PER I-PER O I-LOC B-LOC", "O B-PER E-PER O S-LOC S-LOC",
            "O B-PER L-PER O U-LOC U-LOC",
            "- B_PER I_PER _ B_LOC B_LOC", "O b-PER i-PER O b-LOC b-LOC"})
    void schemesOfTags(String tags) throws IOException {
        String[] tokens = {"dear", "Anna", "Ek", "in", "Rome", "Oslo"};
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < tokens.length; i++) {
            content.append(tokens[i]).append(' ').append(tags.split(" ")[i]).append("\r\n");
        }
        assertEquals(List.of("PER=Anna Ek", "LOC=Rome", "LOC=Oslo"), spans(read(content.toString(), Map.of())));
    }

    @Test
    void columnsSentencesAndDocumentsCanBeSaid() throws IOException {
        String content = "-DOCSTART- -X- O O\n\nB-PER Anna NNP\nO sleeps VB\n\nB-LOC Rome NNP\n-DOCSTART- -X- O O\nO 👍🏿 SYM\nB-LOC 北京 NN";
        Map<ReadOption, String> columns = Map.of(ReadOption.COLUMNS, "token=2,tag=1");
        Recorder documents = read(content, columns);
        assertEquals(List.of("Anna sleeps\nRome", "👍🏿 北京"), texts(documents));
        assertEquals(List.of("PER=Anna", "LOC=Rome", "LOC=北京"), spans(documents));
        Recorder sentences = read(content, Map.of(ReadOption.COLUMNS, "token=2,tag=1", ReadOption.BY, "sentence"));
        assertEquals(List.of("Anna sleeps", "Rome", "👍🏿 北京"), texts(sentences));
        Recorder plain = read("Anna PER\nEk PER\n, O\nRome LOC\n", Map.of());
        assertEquals(List.of("PER=Anna Ek", "LOC=Rome"), spans(plain));
        assertTrue(assertThrows(ExchangeException.class, () -> read(content, Map.of(ReadOption.BY, "page"))).getMessage()
                .contains("by \"page\""));
        assertTrue(assertThrows(ExchangeException.class, () -> read(content, Map.of(ReadOption.COLUMNS, "tag=x"))).getMessage()
                .contains("numbers from 1"));
    }

    @Test
    void brokenLinesAreReported() throws IOException {
        Path file = folder.resolve("a.conll");
        byte[] bytes = "caf\u00e9 O\n\tB-PER\n\u00c5nna B-PER\nEk\nsleeps VB O\n".getBytes(StandardCharsets.UTF_8);
        bytes["caf".length()] = '!';
        Files.write(file, bytes);
        Recorder read = read(file, Map.of());
        assertEquals(List.of("\u00c5nna Ek sleeps"), texts(read));
        assertEquals(List.of("a.conll, line 1", "a.conll, line 2", "a.conll, line 4"), read.problems.stream().map(Problem::where).toList());
        assertEquals("The file is empty.", read("", Map.of()).problems.getFirst().what());
    }

    @Test
    void wnutComesBackSpanBySpan() {
        Recorder read = Recorder.read(new ConllFormat(), Samples.require("datasets/wnut17/emerging.dev.conll"));
        RandomTexts data = texts(read, new RandomTexts(1));
        WriteRequest request = new WriteRequest(folder.resolve("out"), data.schema.withLabels(labels(read, data)));
        new ConllFormat().writer().orElseThrow().write(request, data);
        Recorder again = Recorder.read(new ConllFormat(), request.out());
        assertEquals(spans(read).stream().map(ConllReaderTest::plain).toList(), spans(again).stream().map(ConllReaderTest::plain).toList());
        assertEquals(836, again.allRegions().size());
        assertEquals(read.texts.size(), again.texts.size());
        assertEquals(List.of(), again.problems);
    }

    private static List<LabelClass> labels(Recorder read, RandomTexts data) {
        List<LabelClass> labels = new ArrayList<>();
        for (int i = 0; i < read.labels.size(); i++) {
            LabelClass like = data.schema.labels().get(i);
            labels.add(new LabelClass(like.id(), read.labels.get(i), like.colour(), like.shapes()));
        }
        return labels;
    }

    private static RandomTexts texts(Recorder read, RandomTexts data) {
        SourceItem like = data.items.getFirst();
        data.items.clear();
        read.texts.forEach((key, text) -> {
            List<Annotation> annotations = new ArrayList<>();
            read.regions.get(key).forEach(region -> annotations.add(new Annotation(new AnnotationId(annotations.size()),
                    data.schema.labels().get(read.labels.indexOf(region.label())).id(), region.shape(), new Origin.Manual())));
            data.items.add(new SourceItem(like.item(), null, like.annotations().withRelations(List.of()).withAnnotations(annotations),
                    TextContent.of(text.text())));
        });
        return data;
    }

    /// What is lost is named beforehand; every span that is written comes back with its words.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenComesBackWithItsWords(long seed) {
        RandomTexts data = new RandomTexts(seed).inSeveralEncodings();
        WriteRequest request = new WriteRequest(folder.resolve("out"), data.schema);
        List<Loss> losses = new ConllFormat().writer().orElseThrow().losses(request, data);
        assertEquals(losses, new ConllFormat().writer().orElseThrow().write(request, data).losses());
        long left = losses.stream().filter(loss -> loss.what().matches("[\\d,]+ spans? (in several pieces|that overlaps?.*)"))
                .mapToLong(loss -> Long.parseLong(loss.what().replaceFirst(" .*", "").replace(",", ""))).sum();
        Recorder read = Recorder.read(new ConllFormat(), request.out());
        assertEquals(List.of(), read.problems);
        long all = data.items.stream().mapToLong(item -> item.annotations().annotations().size()).sum();
        assertEquals(all - left, read.allRegions().size(), losses::toString);
        List<String> written = data.items.stream().flatMap(item -> item.annotations().annotations().stream())
                .map(each -> plain(data.label(each) + "=" + ((TextSpan) each.shape()).covered())).toList();
        spans(read).forEach(span -> assertTrue(written.contains(plain(span)), () -> span + " is none of " + written));
    }

    private static String plain(String span) {
        return span.replaceAll("[\\s\\p{Z}\\p{Cc}_\\x{FEFF}]+", "");
    }
}
