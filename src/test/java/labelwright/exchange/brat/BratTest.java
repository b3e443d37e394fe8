package labelwright.exchange.brat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.Samples;
import labelwright.exchange.ExchangeException;
import labelwright.exchange.RandomTexts;
import labelwright.exchange.Recorder;
import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.exchange.TextFormatChecks;
import labelwright.exchange.formats.StandardFormats;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Problem;
import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BratTest {

    @TempDir
    Path folder;

    private Recorder read(String text, String annotations) throws IOException {
        Files.writeString(folder.resolve("a.txt"), text);
        Files.writeString(folder.resolve("a.ann"), annotations);
        return Recorder.read(new BratFormat(), folder);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # folder,                            texts, spans, relations, attributes, labels
            brat/inception/corpora/NCBI-disease,    20,   226,         0,        226,      1
            brat/inception/corpora/TDT,              6,  1165,      1169,       4671,     12
            """)
    void samplesGiveTheirCounts(String path, int texts, int spans, int relations, int attributes, int labels) {
        Path root = Samples.require("formats/" + path);
        Recorder read = Recorder.read(new BratFormat(), root);
        assertEquals("brat", StandardFormats.create().detect(root).getFirst().format().id());
        assertEquals(texts, read.texts.size());
        assertEquals(spans, read.allRegions().size());
        assertEquals(relations, read.allRelations().size());
        assertEquals(attributes, read.allRegions().stream().mapToInt(region -> region.attributes().size()).sum());
        assertEquals(labels, read.allRegions().stream().map(RegionRecord::label).distinct().count());
        assertEquals(List.of(), read.problems);
        read.texts.forEach((key, text) -> read.regions.get(key)
                .forEach(region -> assertEquals(TextSpan.of(text.text(), ((TextSpan) region.shape()).fragments()), region.shape())));
    }

    @Test
    void archivesAreReadWithoutUnpacking() {
        Path archive = Samples.require("formats/brat/inception/corpora/TDT-b105-sample.zip");
        Recorder read = Recorder.read(new BratFormat(), archive);
        assertEquals("brat", StandardFormats.create().detect(archive).getFirst().format().id());
        assertEquals("b105.txt", read.onlyText().name());
        assertEquals(List.of(), read.problems);
        assertTrue(read.allRegions().size() > 100 && read.allRelations().size() > 100);
        Recorder above = Recorder.read(new BratFormat(), archive.getParent());
        assertTrue(above.problems(Action.SKIPPED).getFirst().what().contains("archive"), above.problems::toString);
    }

    @Test
    void archivesThatAreNoneAreRefused() throws IOException {
        Path bomb = Samples.require("formats/edge-made/zip-bomb-small.zip");
        assertEquals(0, Recorder.read(new BratFormat(), bomb).texts.size());
        Path broken = folder.resolve("broken.zip");
        Files.writeString(broken, "PK\u0003\u0004 no archive");
        String message = assertThrows(ExchangeException.class, () -> Recorder.read(new BratFormat(), broken)).getMessage();
        assertTrue(message.contains("no archive that can be read"), message);
    }

    @Test
    void fragmentsAreOneSpan() {
        Recorder read = Recorder.read(new BratFormat(), Samples.require("formats/edge-issues/brat-fragments.ann"));
        assertEquals(new TextSpan(List.of(new TextRange(0, 5), new TextRange(12, 17)), "Lorem dolor"), read.only().shape());
        assertEquals(List.of(), read.problems);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void textsComeBackTheSame(long seed) {
        RandomTexts data = new RandomTexts(seed).withoutAnswers();
        Recorder read = TextFormatChecks.comesBack(new BratFormat(), data, folder.resolve("out"));
        assertEquals(data.schema.names(), read.labels);
        assertEquals(data.schema.relations().stream().map(type -> type.name()).toList(), read.relationTypes);
        TextFormatChecks.canBeCancelled(new BratFormat(), folder.resolve("out"));
    }

    @Test
    void whatBratCannotHoldIsNamed() {
        RandomTexts data = new RandomTexts(3).inSeveralEncodings();
        String losses = new BratFormat().writer().orElseThrow()
                .losses(new labelwright.exchange.WriteRequest(folder.resolve("out"), data.schema), data).toString();
        assertTrue(losses.contains("answers about all of it") && losses.contains("byte order mark") && losses.contains("in other encodings")
                && losses.contains("labels with other names for other tools") && losses.contains("as notes for other tools"), losses);
    }

    @Test
    void damagedFilesGiveProblemsOnly() throws IOException {
        TextFormatChecks.damageIsReported(new BratFormat(), new RandomTexts(21).withoutAnswers(), folder.resolve("out"), 150);
    }

    @Test
    void eventsAreTriggersWithRelations() throws IOException {
        Recorder read = read("He was charged with arson in Rome, and fined.", """
                T1\tPerson 0 2\tHe
                T2\tCharge 7 14\tcharged
                T3\tCrime 20 25\tarson
                T4\tCity 29 33\tRome
                T5\tFine 39 44\tfined
                E1\tCharge:T2 Defendant:T1 Crime:T3 Place:T4
                E2\tFine:T5 Cause:E1 Theme:T1 Theme2:T3
                A1\tNegation E1
                M2\tConfidence E1 High
                N1\tReference T4 Wikipedia:25458\tRome
                #1\tAnnotatorNotes T1\twho is it?
                #2\tAnnotatorNotes T1\tsee page 2
                *\tAlias T1 T3 T4
                R1\tFamily Spouse1:T1 Spouse2:T4
                A3\tSure R1
                """);
        assertEquals(List.of(), read.problems);
        List<RegionRecord> regions = read.allRegions();
        assertEquals(Map.of("Negation", "1", "Confidence", "High"), regions.get(1).attributes());
        assertEquals(Map.of("Reference", "Wikipedia:25458 Rome"), regions.get(3).attributes());
        assertEquals(Map.of("note", "who is it?\nsee page 2"), regions.get(0).attributes());
        assertEquals(List.of(new RelationRecord("Defendant", "T2", "T1"), new RelationRecord("Crime", "T2", "T3"),
                new RelationRecord("Place", "T2", "T4"), new RelationRecord("Cause", "T5", "T2"), new RelationRecord("Theme", "T5", "T1"),
                new RelationRecord("Theme", "T5", "T3"),
                new RelationRecord("Family", "T1", "T4", Map.of("from-role", "Spouse1", "to-role", "Spouse2", "Sure", "1")),
                new RelationRecord("Alias", "T1", "T3"), new RelationRecord("Alias", "T3", "T4")), read.allRelations());
    }

    @Test
    void brokenLinesAreNamedAndReadingGoesOn() throws IOException {
        Recorder read = read("Hi John, hi Jane.", """
                T1\tPerson 3 7\tJohn
                T2 Person 12 16 Jane
                T3\tPerson x y\tJane
                T4\tPerson 12 16
                R1\tknows Arg1:T1
                R2\tknows Arg1:T1 Arg2:T9
                R3\tknows Arg1:T1 Arg2:T1
                nonsense
                A1\tSure T77
                A2\tSure
                T5\tPerson 5 5\t
                T6\tPerson 12 99999999999\tJane
                T7\tPerson 12 16\tJane
                """);
        assertEquals(2, read.allRegions().size());
        assertEquals(
                List.of("a.ann, line 2", "a.ann, line 3", "a.ann, line 4", "a.ann, line 5", "a.ann, line 8", "a.ann, line 10",
                        "a.ann, line 12",
                        "a.ann, line 11", "a.ann, line 6", "a.ann, line 7", "a.ann, line 9"),
                read.problems.stream().map(Problem::where).toList());
        assertEquals("Expected a type and offsets, such as \"Person 0 5\" or \"Person 0 5;12 17\", but found \"Person x y\".",
                read.problems.get(1).what());
    }

    @Test
    void spansThatLieElsewhereAreMovedWhenThereIsOnePlace() throws IOException {
        Recorder read = read("Hi John, hi Jane, hi you.", """
                T1\tPerson 2 6\tJohn
                T2\tWord 100 102\thi
                T3\tPerson 11 15\tPeter
                T4\tPerson 90 94\tJane
                """);
        assertEquals(List.of(TextSpan.of("Hi John, hi Jane, hi you.", List.of(new TextRange(3, 7))),
                TextSpan.of("Hi John, hi Jane, hi you.", List.of(new TextRange(12, 16)))),
                read.allRegions().stream().map(RegionRecord::shape).toList());
        assertEquals(List.of(Action.REPAIRED, Action.REFUSED, Action.REFUSED, Action.REPAIRED),
                read.problems.stream().map(Problem::action).toList());
        assertEquals("a.ann, line 1", read.problems.getFirst().where());
        assertEquals("At 2 to 6 the text does not say \"John\". It says so once, from 3 to 7; the span was moved there.",
                read.problems.getFirst().what());
    }

    /// Three ways to count the same span.
    @ParameterizedTest
    @CsvSource({"12, 22, 0", "13, 23, 1", "15, 25, 1"})
    void offsetsInUnitsOrBytesAreConverted(int start, int end, int repaired) throws IOException {
        Recorder read = read("💩This is an annotation.", "T1\tX %d %d\tannotation\n".formatted(start, end));
        assertEquals(List.of(new TextRange(12, 22)), ((TextSpan) read.only().shape()).fragments());
        assertEquals(repaired, read.problems(Action.REPAIRED).size(), read.problems::toString);
    }

    @Test
    void theByteOrderMarkCountsForBrat() throws IOException {
        Recorder read = read("\uFEFFHi John", "T1\tX 4 8\tJohn\n");
        assertEquals(List.of(new TextRange(3, 7)), ((TextSpan) read.only().shape()).fragments());
        assertEquals(List.of(), read.problems);
    }

    /// As in the sample of CoNLL 2002, where covered texts hold line breaks.
    @Test
    void lineBreaksInCoveredTextsAreMended() throws IOException {
        Recorder read = read("Banco Central\nHispano is here", "T1\tORG 0 21\tBanco Central\nHispano\nT2\tX 25 29\there\n");
        assertEquals(2, read.allRegions().size());
        assertEquals("a.ann, line 1", read.problems.getFirst().where());
        assertEquals(Action.REPAIRED, read.problems.getFirst().action());
    }

    @Test
    void filesInOtherEncodingsSaySo() throws IOException {
        Files.write(folder.resolve("a.txt"), "Zähler".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("a.ann"), "T1\tX 0 6\tZähler\n");
        Recorder read = Recorder.read(new BratFormat(), folder);
        assertEquals(List.of(), read.allRegions());
        assertTrue(read.problems.getFirst().what().contains("not UTF-8") && read.problems.getFirst().what().contains("Latin-1"),
                read.problems::toString);
    }

    @Test
    void annotationsWithoutTheirTextAreNamed() throws IOException {
        Files.writeString(folder.resolve("b.ann"), "T1\tX 0 6\tfields\n");
        Files.writeString(folder.resolve("c.txt"), "no annotations");
        Recorder read = Recorder.read(new BratFormat(), folder);
        assertEquals("b.ann", read.problems.getFirst().where());
        assertEquals("c.txt", read.onlyText().name());
        assertThrows(ExchangeException.class, () -> Recorder.read(new BratFormat(), folder.resolve("b.ann")));
    }
}
