package labelwright.exchange;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import labelwright.exchange.formats.StandardFormats;
import labelwright.model.Problem.Action;
import labelwright.model.ProjectKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Every format of texts tells encodings in the same way: by their marks, else it is UTF-8, else the file is refused with the name of the encoding
/// that it looks like, and read when that is named.
class EncodingsTest {
    private static final String CHINESE = "北京大学的学生今天在上海开会。";
    private static final String FRENCH = "L'été, Élodie a déjà mangé à la crémerie.";
    private static final String EMOJI = "Smile 😀 again 😀 here.";
    private static final long TWO_GIGABYTES = 2L << 30;

    @TempDir
    Path folder;

    /// Files of one text with a span over its first four code points, where the format has spans.
    private static final Map<String, Map<String, String>> FILES = new LinkedHashMap<>();

    static {
        FILES.put("text", Map.of("a.txt", "TEXT"));
        FILES.put("text-lines", Map.of("a.txt", "TEXT\n"));
        FILES.put("csv", Map.of("a.csv", "text,label\n\"TEXT\",x\n"));
        FILES.put("doccano", Map.of("a.jsonl", "{\"text\":\"TEXT\",\"label\":[[0,4,\"X\"]]}\n"));
        FILES.put("prodigy",
                Map.of("a.jsonl", "{\"text\":\"TEXT\",\"spans\":[{\"start\":0,\"end\":4,\"label\":\"X\"}],\"answer\":\"accept\"}\n"));
        FILES.put("conll", Map.of("a.conll", "TOKEN\tB-X\nis\tO\n.\tO\n\n"));
        FILES.put("brat", Map.of("a.txt", "TEXT", "a.ann", "T1\tX 0 4\tHEAD\n"));
        FILES.put("webanno-tsv", Map.of("a.tsv", "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.b.Span|label\n\n\n#Text=TEXT\n1-1\t0-4\tHEAD\tX\t\n"));
        FILES.put("label-studio-text",
                Map.of("a.json", "[{\"id\":1,\"data\":{\"text\":\"TEXT\"},\"annotations\":[{\"result\":[{\"id\":\"a\","
                        + "\"from_name\":\"l\",\"to_name\":\"text\",\"type\":\"labels\",\"value\":{\"start\":0,\"end\":4,\"text\":\"HEAD\","
                        + "\"labels\":[\"X\"]}}]}]}]\n"));
    }

    private enum Case {
        GBK("GBK", "", CHINESE, "GB18030 (GBK)"), CESU_8("CESU-8", "", EMOJI, "CESU-8"), LATIN_1("ISO-8859-1", "", FRENCH,
                "ISO-8859-1 (Latin-1)"), UTF_16LE("UTF-16LE", "\uFEFF", CHINESE, ""), UTF_16BE("UTF-16BE", "\uFEFF", FRENCH,
                        ""), UTF_8_MARK("UTF-8", "\uFEFF", EMOJI, ""), UTF_8("UTF-8", "", CHINESE, "");

        private final Charset charset;
        private final String mark;
        private final String text;
        /// Empty where the bytes leave no doubt.
        private final String named;

        Case(String charset, String mark, String text, String named) {
            this.charset = Charset.forName(charset);
            this.mark = mark;
            this.text = text;
            this.named = named;
        }
    }

    static List<String> formats() {
        return List.copyOf(FILES.keySet());
    }

    static Stream<Arguments> formatsAndEncodings() {
        return formats().stream().flatMap(format -> Stream.of(Case.values()).map(each -> Arguments.of(format, each)));
    }

    @Test
    void noFormatOfTextFilesIsMissing() {
        List<String> all = StandardFormats.create().all().stream().filter(format -> format.kind() == ProjectKind.TEXT)
                .map(DatasetFormat::id).filter(id -> !id.equals("documents")).sorted().toList();
        assertEquals(all, formats().stream().sorted().toList());
        for (String id : formats()) {
            assertTrue(StandardFormats.create().byId(id).options().contains(ReadOption.ENCODING), id);
        }
    }

    @ParameterizedTest
    @MethodSource("formatsAndEncodings")
    void encodingsAreToldOrNamed(String id, Case encoding) throws IOException {
        write(id, encoding.text, encoding.charset, encoding.mark);
        DatasetFormat format = StandardFormats.create().byId(id);
        assertTrue(
                id.startsWith("text") || StandardFormats.create().detect(folder).stream().anyMatch(found -> found.format().id().equals(id)),
                "not recognised");
        Recorder read = read(format, Map.of());
        if (!encoding.named.isEmpty()) {
            assertEquals(List.of(), List.copyOf(read.texts.keySet()));
            String why = read.problems.getFirst().what();
            assertEquals(Action.REFUSED, read.problems.getFirst().action());
            assertTrue(why.contains("not UTF-8") && why.contains("looks like " + encoding.named) && why.contains("name its encoding"), why);
            read = read(format, Map.of(ReadOption.ENCODING, encoding.charset.name()));
        }
        assertEquals(List.of(), read.problems);
        assertEquals(id.equals("conll") ? token(encoding.text) + " is ." : encoding.text, read.onlyText().text().strip());
        if (!format.shapes().isEmpty()) {
            String covered = ((labelwright.geometry.TextSpan) read.only().shape()).covered();
            assertEquals(id.equals("conll") ? token(encoding.text) : head(encoding.text), covered);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aPlaceThatIsNoTextIsReportedWithFileAndLine(String id) throws IOException {
        write(id, CHINESE, StandardCharsets.UTF_8, "");
        String file = FILES.get(id).keySet().stream().filter(name -> !name.endsWith(".ann")).findFirst().orElseThrow();
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        String all = new String(bytes, StandardCharsets.UTF_8);
        int at = all.substring(0, all.indexOf("大")).getBytes(StandardCharsets.UTF_8).length;
        bytes[at + 2] = '!';
        Files.write(folder.resolve(file), bytes);
        Recorder read = read(StandardFormats.create().byId(id), Map.of());
        assertEquals(id.equals("conll") ? List.of("is .") : List.of(), read.texts.values().stream().map(TextRecord::text).toList());
        String problem = read.problems.getFirst().where() + ": " + read.problems.getFirst().what();
        assertTrue(problem.startsWith(file) && problem.contains("line ") && problem.contains("UTF-8"), problem);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anEmptyFileIsNoTextAndNoFault(String id) throws IOException {
        for (String name : FILES.get(id).keySet()) {
            Files.createFile(folder.resolve(name));
        }
        Recorder read = read(StandardFormats.create().byId(id), Map.of());
        if (id.equals("brat")) {
            assertEquals("", read.onlyText().text());
        } else {
            assertEquals(List.of(), List.copyOf(read.texts.keySet()));
            assertEquals(1, read.problems.size(), read.problems::toString);
            assertTrue(read.problems.getFirst().what().endsWith("is empty."), read.problems::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFileOfTwoGigabytesOfNothingIsRefusedAtOnce(String id) throws IOException {
        for (String name : FILES.get(id).keySet()) {
            try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                file.setLength(TWO_GIGABYTES);
            }
        }
        long[] most = {0};
        Recorder read = new Recorder() {
            @Override
            public void progress(long done, long total) {
                most[0] = Math.max(most[0], done);
            }
        };
        StandardFormats.create().byId(id).reader().read(request(Map.of()), read);
        assertEquals(List.of(), List.copyOf(read.texts.keySet()));
        assertEquals(1, read.problems.size(), read.problems::toString);
        assertTrue(read.problems.getFirst().what().contains("no text file") || read.problems.getFirst().what().contains("MB"),
                read.problems::toString);
        assertTrue(most[0] < 1 << 20, "read " + most[0]);
    }

    @Test
    void aFileOfTwoGigabytesIsReadToTheLineThatIsTooLong() throws IOException {
        Path file = folder.resolve("a.jsonl");
        Files.writeString(file, "{\"text\":\"one\",\"label\":[]}\n" + "\n".repeat(TextDecoding.HEAD));
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(TWO_GIGABYTES);
            large.seek(TWO_GIGABYTES);
            large.write("\n{\"text\":\"two\",\"label\":[]}\n".getBytes(StandardCharsets.UTF_8));
        }
        Recorder read = read(StandardFormats.create().byId("doccano"), Map.of());
        assertEquals(List.of("one", "two"), read.texts.values().stream().map(TextRecord::text).toList());
        assertEquals(List.of("a.jsonl, line " + (TextDecoding.HEAD + 2)), read.problems.stream().map(problem -> problem.where()).toList());
        assertTrue(read.problems.getFirst().what().contains("longer than 64 MB"), read.problems::toString);
    }

    @Test
    void whatAFileSaysItselfCountsMoreThanAName() throws IOException {
        for (String id : formats()) {
            boolean isMarked = id.length() % 2 == 0;
            write(id, CHINESE, isMarked ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8, isMarked ? "\uFEFF" : "");
            Recorder read = read(StandardFormats.create().byId(id), Map.of(ReadOption.ENCODING, "GBK"));
            assertEquals(List.of(), read.problems, id);
            assertTrue(read.onlyText().text().startsWith(token(CHINESE)), id);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void theBeginningIsShownInTheEncodingThatIsFoundOrNamed() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "plain words\n");
        Files.write(folder.resolve("b.txt"), ("plain\n" + CHINESE + "\n").getBytes(Charset.forName("GBK")));
        assertEquals(Optional.of(new TextPreview("b.txt", TextPreview.State.GUESSED, "GB18030", List.of(CHINESE))),
                TextPreview.of(request(Map.of())));
        assertEquals(Optional.of(new TextPreview("b.txt", TextPreview.State.SURE, "GBK", List.of(CHINESE))),
                TextPreview.of(request(Map.of(ReadOption.ENCODING, "GBK"))));
        assertEquals(TextPreview.State.WRONG, TextPreview.of(request(Map.of(ReadOption.ENCODING, "UTF-8"))).orElseThrow().state());
        Files.write(folder.resolve("b.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 0});
        assertEquals(TextPreview.State.NO_TEXT, TextPreview.of(request(Map.of())).orElseThrow().state());
        Files.delete(folder.resolve("b.txt"));
        assertEquals(new TextPreview("a.txt", TextPreview.State.SURE, "UTF-8", List.of("plain words")),
                TextPreview.of(request(Map.of())).orElseThrow());
    }

    @Test
    void aTextIsOtherwiseOnlyReadAsWhatItIsSaidToBe() throws IOException {
        for (String id : formats()) {
            write(id, FRENCH, StandardCharsets.ISO_8859_1, "");
            Recorder read = read(StandardFormats.create().byId(id), Map.of(ReadOption.ENCODING, "UTF-8"));
            assertFalse(read.problems.isEmpty(), id);
            assertTrue(read.problems.getFirst().what().contains("not UTF-8, as was said"), read.problems::toString);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void write(String id, String text, Charset charset, String mark) throws IOException {
        for (Map.Entry<String, String> file : FILES.get(id).entrySet()) {
            int units = head(text).length();
            String content = file.getValue().replace("TEXT", text).replace("HEAD", head(text)).replace("TOKEN", token(text));
            if (id.equals("webanno-tsv") || id.equals("label-studio-text")) {
                content = content.replace("0-4", "0-" + units).replace("\"end\":4", "\"end\":" + units);
            }
            Files.write(folder.resolve(file.getKey()), (mark + content).getBytes(charset));
        }
    }

    private static String head(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 4));
    }

    private static String token(String text) {
        return text.codePoints().filter(each -> each != ' ').mapToObj(Character::toString).collect(Collectors.joining());
    }

    private ReadRequest request(Map<ReadOption, String> options) {
        return new ReadRequest(folder, Optional.empty(), PictureSizes.UNKNOWN, options);
    }

    private Recorder read(DatasetFormat format, Map<ReadOption, String> options) {
        Recorder read = new Recorder();
        format.reader().read(request(options), read);
        return read;
    }
}
