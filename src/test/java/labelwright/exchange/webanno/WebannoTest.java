package labelwright.exchange.webanno;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.exchange.RandomTexts;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.TextFormatChecks;
import labelwright.exchange.WriteRequest;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.TextSpan;
import labelwright.model.Problem.Action;
import labelwright.text.CodePoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WebannoTest {

    @TempDir
    Path folder;

    private Recorder read(String content) throws IOException {
        Files.writeString(folder.resolve("a.tsv"), "#FORMAT=WebAnno TSV 3.3\n" + content);
        return Recorder.read(new WebannoFormat(), folder);
    }

    /// All 75 cases: the text and the places of all annotations are those of the XMI beside them.
    @Test
    void theSuiteGivesWhatItsXmiSays() throws IOException {
        Path suite = Samples.require("formats/webanno-tsv/inception/tsv3-suite");
        int cases = 0;
        int regions = 0;
        try (Stream<Path> folders = Files.list(suite)) {
            for (Path one : folders.sorted().toList()) {
                Recorder read = Recorder.read(new WebannoFormat(), one.resolve("reference.tsv"));
                cases++;
                regions += read.allRegions().size();
                boolean isEmptyOnly = read.problems.stream().allMatch(problem -> problem.what().contains("covers nothing")
                        || problem.what().contains("that was refused"));
                assertTrue(isEmptyOnly, () -> one.getFileName() + ": " + read.problems);
                if (Files.exists(one.resolve("reference.xmi"))) {
                    compare(one.getFileName().toString(), read, Files.readString(one.resolve("reference.xmi")),
                            Files.readString(one.resolve("reference.tsv")));
                }
            }
        }
        assertEquals(75, cases);
        assertEquals(198, regions);
    }

    private static void compare(String name, Recorder read, String xmi, String tsv) {
        Matcher sofa = Pattern.compile("sofaString=\"([^\"]*)\"").matcher(xmi);
        assertTrue(sofa.find(), name);
        String text = Pattern.compile("&#(\\d+);").matcher(sofa.group(1))
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1))))).replace("&lt;", "<")
                .replace("&quot;", "\"").replace("&amp;", "&");
        assertEquals(text.replaceAll("[ \n]+", " ").strip(), read.onlyText().text().replaceAll("[ \n]+", " ").strip(), name);
        List<String> expected = new ArrayList<>();
        Matcher layers = Pattern.compile("#T_SP=([^|\n]*)").matcher(tsv);
        while (layers.find()) {
            String layer = Layer.shortName(layers.group(1));
            String element = xmi.contains(":" + layer + " ") ? layer : "NamedEntity";
            Matcher marks = Pattern.compile("<\\w+:" + element + " [^>]*?begin=\"(\\d+)\" end=\"(\\d+)\"").matcher(xmi);
            while (marks.find()) {
                if (!marks.group(1).equals(marks.group(2))) {
                    expected.add(marks.group(1) + "-" + marks.group(2));
                }
            }
        }
        boolean isSpansOnly = !tsv.contains("#T_CH=") && !tsv.contains("BT_de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token");
        CodePoints points = CodePoints.of(read.onlyText().text());
        List<String> found = read.allRegions().stream().map(region -> ((TextSpan) region.shape()).extent())
                .map(range -> points.toUtf16(range.start()) + "-" + points.toUtf16(range.end())).sorted().toList();
        if (isSpansOnly && !name.contains("Whitespace") && !name.contains("ElevatedType")) {
            assertEquals(expected.stream().sorted().toList(), found, name);
        }
    }

    /// Lines of text, tokens, parts of tokens and filled cells, as they were counted by other means.
    @ParameterizedTest
    @CsvSource(textBlock = """
            tsv3-suite/sampleSlotAnnotation1/reference.tsv, 1, 5, 0, 5
            tsv3-suite/sampleSlotAnnotation2/reference.tsv, 1, 5, 0, 2
            tsv3-suite/testAnnotationWithLeadingWhitespace/reference.tsv, 1, 2, 0, 2
            tsv3-suite/testAnnotationWithLeadingWhitespaceAtStart/reference.tsv, 1, 2, 0, 2
            tsv3-suite/testAnnotationWithTrailingWhitespace/reference.tsv, 1, 2, 0, 2
            tsv3-suite/testAnnotationWithTrailingWhitespaceAtEnd/reference.tsv, 1, 2, 0, 2
            tsv3-suite/testComplexSlotFeatureWithoutValues/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testCrossSentenceSpanWithFeatureValue/reference.tsv, 2, 9, 0, 9
            tsv3-suite/testCrossSentenceSpanWithoutFeatureValue/reference.tsv, 2, 9, 0, 9
            tsv3-suite/testDependencyWithValues/reference.tsv, 1, 5, 0, 7
            tsv3-suite/testElevatedType/reference.tsv, 1, 1, 0, 2
            tsv3-suite/testMultiTokenChain/reference.tsv, 1, 5, 0, 8
            tsv3-suite/testMultiTokenSlotFeature/reference.tsv, 1, 5, 0, 6
            tsv3-suite/testMultiTokenSpanWithFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testMultiTokenSpanWithoutFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testMultiTokenStackedSlotFeature/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testMultiTokenStackedSpanWithFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testMultiTokenStackedSpanWithoutFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testSentenceId/reference.tsv, 2, 9, 0, 0
            tsv3-suite/testSentenceWithEmoji/reference.tsv, 1, 5, 0, 1
            tsv3-suite/testSentenceWithLineBreak/reference.tsv, 2, 5, 0, 1
            tsv3-suite/testSentenceWithTab/reference.tsv, 1, 5, 0, 1
            tsv3-suite/testSimpleChain/reference.tsv, 1, 5, 0, 6
            tsv3-suite/testSimpleCrossSenenceSlotFeature/reference.tsv, 2, 9, 0, 4
            tsv3-suite/testSimpleSameRoleSlotFeature/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testSimpleSlotFeature/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testSimpleSlotFeatureWithoutValues/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testSingleNonMultiTokenRelationWithMultipleFeatureValues/reference.tsv, 1, 5, 0, 8
            tsv3-suite/testSingleNonMultiTokenRelationWithoutFeatureValue/reference.tsv, 1, 5, 0, 6
            tsv3-suite/testSingleNonTokenRelationWithoutFeature/reference.tsv, 1, 5, 0, 3
            tsv3-suite/testSingleNonTokenRelationWithoutFeatureValue/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testSingleStackedNonTokenOverlappingRelationWithoutFeatureValue/reference.tsv, 1, 5, 0, 7
            tsv3-suite/testSingleStackedNonTokenRelationWithoutFeatureValue/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testSingleStackedNonTokenRelationWithoutFeatureValue2/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testSingleStackedNonTokenRelationWithoutFeatureValue3/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testSingleTokenRelationWithFeatureValue/reference.tsv, 1, 5, 0, 2
            tsv3-suite/testSingleTokenRelationWithMultipleFeatureValues/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testSingleTokenRelationWithoutFeatureValue/reference.tsv, 1, 5, 0, 2
            tsv3-suite/testSingleTokenWithoutFeatureValue/reference.tsv, 1, 5, 0, 1
            tsv3-suite/testStackedChain/reference.tsv, 1, 5, 0, 6
            tsv3-suite/testStackedComplexSlotFeatureWithoutSlotFillers/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testStackedComplexSlotFeatureWithoutValues/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testStackedNonMultiTokenRelationWithMultipleFeatureValues/reference.tsv, 1, 5, 0, 8
            tsv3-suite/testStackedSimpleSlotFeatureWithoutValues/reference.tsv, 1, 5, 0, 4
            tsv3-suite/testStackedSubMultiTokenSpanWithFeatureValue/reference.tsv, 1, 3, 8, 10
            tsv3-suite/testSubMultiTokenSpanWithFeatureValue/reference.tsv, 1, 3, 9, 11
            tsv3-suite/testSubMultiTokenSpanWithoutFeatureValue/reference.tsv, 1, 5, 1, 2
            tsv3-suite/testSubMultiTokenSpanWithoutFeatureValue2/reference.tsv, 1, 5, 2, 2
            tsv3-suite/testSubMultiTokenSpanWithoutFeatureValue3/reference.tsv, 1, 5, 4, 5
            tsv3-suite/testSubTokenPrefix/reference.tsv, 1, 1, 1, 1
            tsv3-suite/testSubTokenRelation/reference.tsv, 1, 1, 2, 4
            tsv3-suite/testSubTokenRelation2/reference.tsv, 1, 2, 1, 4
            tsv3-suite/testSubtokenChain/reference.tsv, 1, 5, 3, 6
            tsv3-suite/testTokenAttachedAnnotationsWithValues/reference.tsv, 1, 5, 0, 23
            tsv3-suite/testTokenBoundedBioLookAlike/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTokenBoundedSpanWithAsteriskFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTokenBoundedSpanWithFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTokenBoundedSpanWithNastyFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTokenBoundedSpanWithSpecialSymbolsValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTokenBoundedSpanWithUnderscoreFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTokenBoundedSpanWithoutFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTokenBoundedStackedLookAlike/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTokenBoundedStackedSpanWithFeatureValue/reference.tsv, 1, 5, 0, 5
            tsv3-suite/testTwoSentencesWithNoSpaceInBetween/reference.tsv, 2, 2, 0, 0
            tsv3-suite/testUnsetSlotFeature/reference.tsv, 1, 5, 0, 3
            tsv3-suite/testZeroLengthSlotFeature1/reference.tsv, 1, 5, 1, 4
            tsv3-suite/testZeroLengthSlotFeature2/reference.tsv, 1, 5, 1, 5
            tsv3-suite/testZeroLengthSpanBetweenAdjacentTokens/reference.tsv, 1, 2, 1, 1
            tsv3-suite/testZeroLengthSpansWithFeatureValues/reference.tsv, 1, 5, 2, 2
            tsv3-suite/testZeroLengthSpansWithoutFeatureValues/reference.tsv, 1, 5, 2, 2
            tsv3-suite/testZeroLengthSpansWithoutFeatures/reference.tsv, 1, 5, 2, 2
            tsv3-suite/testZeroLengthStackedSpansWithoutFeatures/reference.tsv, 1, 5, 2, 2
            tsv3-suite/testZeroWidthAnnotationBeforeFirstTokenIsMovedToBeginOfFirstToken/reference.tsv, 1, 2, 1, 2
            tsv3-suite/testZeroWidthAnnotationBetweenTokenIsMovedToEndOfPreviousToken/reference.tsv, 1, 2, 1, 2
            tsv3-suite/testZeroWidthAnnotationBeyondLastTokenIsMovedToEndOfLastToken/reference.tsv, 1, 2, 1, 2
            tsv3/coref.tsv, 200, 5194, 0, 6779
            tsv3/example2.tsv, 7, 86, 0, 265
            """)
    void samplesGiveTheirRows(String path, int texts, int tokens, int parts, int filled) throws IOException {
        List<String> lines = Files.readAllLines(Samples.require("formats/webanno-tsv/inception/" + path));
        int columns = 0;
        for (String line : lines) {
            columns += Layer.parse(line, columns).map(layer -> layer.columns().size()).orElse(0);
        }
        Recorder problems = new Recorder();
        TsvSentences sentences = new TsvSentences(path, columns, new ReadProblems(problems));
        for (int i = 0; i < lines.size(); i++) {
            sentences.take(i + 1, lines.get(i));
        }
        sentences.finish();
        List<TsvSentences.Row> rows = sentences.rows();
        assertEquals(List.of(texts, tokens, parts, filled), List.of((int) lines.stream().filter(line -> line.startsWith("#Text=")).count(),
                (int) rows.stream().filter(TsvSentences.Row::isToken).count(), (int) rows.stream().filter(row -> !row.isToken()).count(),
                rows.stream().mapToInt(row -> (int) row.cells().stream().filter(cell -> !cell.equals("_")).count()).sum()));
        assertEquals(List.of(), problems.problems(Action.REFUSED));
    }

    private Recorder suite(String name) {
        return Recorder.read(new WebannoFormat(), Samples.require("formats/webanno-tsv/inception/tsv3-suite/" + name + "/reference.tsv"));
    }

    @Test
    void relationsSlotsAndChains() {
        Recorder relations = suite("testStackedNonMultiTokenRelationWithMultipleFeatureValues");
        assertEquals(List.of("nsubj", "obj"), relations.allRelations().stream().map(RelationRecord::type).toList());
        assertEquals(Map.of("boolValue", "true", "integerValue", "42"), relations.allRelations().getFirst().attributes());
        assertEquals("This is", covered(relations, relations.allRelations().getFirst().from()));
        assertEquals("a test", covered(relations, relations.allRelations().getFirst().to()));
        Recorder slots = suite("testMultiTokenStackedSlotFeature");
        assertEquals(List.of("p1", "p2"), slots.allRelations().stream().map(RelationRecord::type).toList());
        assertEquals("This", covered(slots, slots.allRelations().getFirst().from()));
        assertEquals("is a", covered(slots, slots.allRelations().getFirst().to()));
        Recorder chain = suite("testStackedChain");
        assertEquals(6, chain.allRegions().size());
        assertEquals(4, chain.allRelations().size());
        Recorder tokens = suite("testSingleTokenRelationWithMultipleFeatureValues");
        assertEquals(List.of("Token", "Token"), tokens.allRegions().stream().map(RegionRecord::label).toList());
    }

    private static String covered(Recorder read, String key) {
        return read.allRegions().stream().filter(region -> key.equals(region.key())).map(region -> ((TextSpan) region.shape()).covered())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void valuesLoseTheirEscapes() {
        Recorder read = suite("testTokenBoundedSpanWithSpecialSymbolsValue");
        assertEquals("#*'\"`´\t:;{}|[ ]()\\§$%?=&_\n", read.allRegions().getFirst().label());
        assertEquals("This is\ta test .", suite("testSentenceWithTab").onlyText().text());
    }

    @Test
    void wholeTextsOfTheSamples() {
        Path tsv = Samples.require("formats/webanno-tsv/inception/tsv3");
        Recorder read = Recorder.read(new WebannoFormat(), tsv);
        assertEquals("webanno-tsv", StandardFormats.create().detect(tsv).getFirst().format().id());
        assertEquals(List.of("coref", "example2"), read.texts.values().stream().map(text -> text.name()).toList());
        assertEquals(List.of(), read.problems(Action.REFUSED));
        assertEquals(4993, read.regions.get("coref").stream().filter(region -> region.label().equals("Lemma")).count());
        assertEquals(86, read.regions.get("example2").stream().filter(region -> "POS".equals(region.attributes().get("layer"))).count());
    }

    @Test
    void olderVersionsAreRefusedWithASentence() {
        Recorder read = Recorder.read(new WebannoFormat(), Samples.require("formats/webanno-tsv/inception/tsv2"));
        assertEquals(0, read.texts.size());
        assertTrue(read.problems.getFirst().what().contains("no WebAnno TSV 3"), read.problems::toString);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void textsComeBackTheSame(long seed) {
        RandomTexts data = new RandomTexts(seed).withoutAnswers().inOnePiece().withoutBlanksAtTheEnds().withPlainNames();
        TextFormatChecks.comesBack(new WebannoFormat(), data, folder.resolve("out"));
        TextFormatChecks.canBeCancelled(new WebannoFormat(), folder.resolve("out"));
    }

    @Test
    void whatItCannotHoldIsNamed() {
        RandomTexts data = new RandomTexts(5).inSeveralEncodings();
        String losses = new WebannoFormat().writer().orElseThrow().losses(new WriteRequest(folder.resolve("out"), data.schema), data)
                .toString();
        assertTrue(losses.contains("answers about all of it") && losses.contains("of several fragments")
                && losses.contains("that are left out")
                && losses.contains("with other bytes"), losses);
    }

    @Test
    void damagedFilesGiveProblemsOnly() throws IOException {
        TextFormatChecks.damageIsReported(new WebannoFormat(), new RandomTexts(23).withoutAnswers().inOnePiece().withoutBlanksAtTheEnds(),
                folder.resolve("out"), 150);
    }

    @Test
    void brokenRowsAreNamedAndReadingGoesOn() throws IOException {
        Recorder read = read(
                "#T_SP=x.Span|value\r\n\r\n\r\n#Text=Hi John you\r\n1-1\t0-2\tHi\tA\t\r\n1-2\t3-7\tJohn\r\n1-3\t8-99\tyou\tB\t\r\nnonsense\r\n");
        assertEquals("Hi", ((TextSpan) read.only().shape()).covered());
        assertEquals(List.of("a.tsv, line 7", "a.tsv, line 9", "a.tsv, line 8"),
                read.problems.stream().map(problem -> problem.where()).toList());
        assertEquals("Expected 4 columns as the head of the file says, but found 3.", read.problems.getFirst().what());
    }

    @Test
    void theTextCountsAndNotTheTokens() throws IOException {
        Recorder read = read("#T_SP=x.Span|value\n\n\n#Text=Hi John\n1-1\t0-2\tHi\t_\t\n1-2\t3-7\tJane\tPER\t\n");
        assertEquals("John", ((TextSpan) read.only().shape()).covered());
        assertEquals(Action.REPAIRED, read.problems.getFirst().action());
    }
}
