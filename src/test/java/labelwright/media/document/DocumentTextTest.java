package labelwright.media.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.Problem.Action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Documents of people, good and bad.
@Timeout(60)
class DocumentTextTest {
    @TempDir
    private Path folder;

    /// Keeps what comes.
    private static class Kept implements DocumentText.Taker {
        final List<String> texts = new ArrayList<>();
        final List<String> problems = new ArrayList<>();

        @Override
        public void text(int page, String text) {
            texts.add(page + ": " + text);
        }

        @Override
        public void problem(int page, Action action, String sentence) {
            problems.add("%d %s %s".formatted(page, action, sentence));
        }

        @Override
        public void progress(int done, int total) {}
    }

    private static Kept read(Path file) throws DocumentException {
        Kept kept = new Kept();
        DocumentText.read(file, kept);
        return kept;
    }

    private static String refusal(Path file) {
        return String.valueOf(assertThrows(DocumentException.class, () -> read(file)).getMessage());
    }

    private static void assertStarts(String expected, String actual) {
        assertTrue(actual.startsWith(expected) && actual.endsWith("."), actual);
    }

    @Test
    void pagesOfAPdfComeInReadingOrder() throws IOException {
        Kept kept = read(TestDocuments.pdf(folder.resolve("a.pdf"), "First line\nSecond line über", "", "The third page"));
        assertEquals(List.of("1: First line\nSecond line über", "3: The third page"), kept.texts);
        assertEquals(1, kept.problems.size());
        assertStarts("2 REFUSED The page has no text layer", kept.problems.getFirst());
    }

    @Test
    void aReaderThatIsStoppedReadsNoFurtherPage() throws IOException {
        Path file = TestDocuments.pdf(folder.resolve("a.pdf"), "one", "two", "three");
        Kept stopping = new Kept() {
            @Override
            public void progress(int done, int total) {
                if (done == 1) {
                    throw new IllegalStateException("stop at " + done + " of " + total);
                }
            }
        };
        assertEquals("stop at 1 of 3",
                assertThrows(IllegalStateException.class, () -> DocumentText.read(file, stopping)).getMessage());
        assertEquals(List.of("1: one"), stopping.texts);
    }

    @Test
    void lockedPdfsSayWhatToDo() throws IOException {
        assertStarts("The file is protected with a password", refusal(TestDocuments.lockedPdf(folder.resolve("a.pdf"), "user", true)));
        assertStarts("The file does not permit its text", refusal(TestDocuments.lockedPdf(folder.resolve("b.pdf"), "", false)));
        assertEquals(List.of("1: secret"), read(TestDocuments.lockedPdf(folder.resolve("c.pdf"), "", true)).texts);
    }

    @Test
    void cutAndStrangeFilesSayWhatTheyAre() throws IOException {
        byte[] sound = Files.readAllBytes(TestDocuments.pdf(folder.resolve("a.pdf"), "one", "two"));
        assertStarts("The file is an incomplete PDF",
                refusal(Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(sound, sound.length / 2))));
        assertStarts("The file is empty", refusal(Files.createFile(folder.resolve("empty.pdf"))));
        assertStarts("The file is no PDF and no DOCX", refusal(Files.writeString(folder.resolve("words.pdf"), "just words")));
        assertStarts("The file was not found", refusal(folder.resolve("none.pdf")));
        assertStarts("The file is damaged",
                refusal(Files.writeString(folder.resolve("hollow.pdf"), "%PDF-1.4\nnothing here\nstartxref\n5\n%%EOF\n")));
        byte[] docx = Files.readAllBytes(TestDocuments.docx(folder.resolve("a.docx")));
        assertStarts("The file is damaged", refusal(Files.write(folder.resolve("cut.docx"), Arrays.copyOf(docx, docx.length / 2))));
        assertStarts("The file is no Word document, but another one", refusal(Files.write(folder.resolve("cut.doc"),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0})));
        assertStarts("The file is of the old kind .doc", refusal(TestDocuments.oldDoc(folder.resolve("old.docx"))));
        assertStarts("The file is protected with a password. Open", refusal(TestDocuments.lockedDocx(folder.resolve("locked.docx"))));
        Path sheet = folder.resolve("sheet.docx");
        Files.write(sheet, docx);
        TestDocuments.part(sheet, "_rels/.rels", ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
                .getBytes(StandardCharsets.UTF_8));
        assertStarts("The file is a zip file, but no Word document", refusal(sheet));
    }

    @Test
    void aFileOfMoreThanTwoGigabytesIsRefusedAtOnce() throws IOException {
        byte[] sound = Files.readAllBytes(TestDocuments.pdf(folder.resolve("a.pdf"), "one"));
        Path big = Files.write(folder.resolve("big.pdf"), sound);
        try (FileChannel channel = FileChannel.open(big, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), (2L << 30) + 10);
        }
        assertTrue(Files.size(big) > 2L << 30);
        assertStarts("The file has more than 2 GB. Split it", refusal(big));
        assertStarts("The file has more than 2 GB. Split it",
                String.valueOf(assertThrows(DocumentException.class, () -> PdfFile.open(big)).getMessage()));
    }

    @Test
    void aDocxBecomesLinesAndNothingOutsideIsFetched() throws IOException {
        Kept kept = read(TestDocuments.docx(folder.resolve("a.docx")));
        assertEquals(List.of("0: Report & findings\nAda met Grace\tin Zürich 😀\nname\tage\nAda Lovelace\t36\nThe end.\nthe header\n"
                + "a note below"), kept.texts);
        assertEquals(List.of("0 SKIPPED The document has links to other places (1); their words were kept, and none was followed.",
                "0 SKIPPED The document asks for pictures, templates or other parts from outside (1); none was fetched."), kept.problems);
    }

    @Test
    void macrosAreToldAndNotRun() throws IOException {
        Path file = TestDocuments.part(TestDocuments.docx(folder.resolve("a.docm")), "word/vbaProject.bin", new byte[100]);
        assertEquals("0 SKIPPED The document has macros; they were not run and are not part of the text.", read(file).problems.getFirst());
    }

    @Test
    void settingsDeletedWordsAndTwinsOfDrawingsAreNoText() throws IOException {
        String body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>kept</w:t></w:r>"
                + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
                + "<mc:AlternateContent><mc:Choice><w:r><w:t> new</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback>"
                + "</mc:AlternateContent><w:r><w:instrText>PAGE</w:instrText><w:br/><w:t xml:space=\"preserve\"> a&#10;b &lt;c&gt;</w:t></w:r>"
                + "</w:p><w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>in</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
                + "<w:p/></w:tc><w:tc><w:p><w:r><w:t>out</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        String text = read(TestDocuments.docx(folder.resolve("a.docx"), body)).texts.getFirst();
        assertStarts("0: kept new\n a\nb <c>\nin \tout\nthe header", text + ".");
        String many = "<w:p><w:r><w:t>" + "&amp;".repeat(200_000) + "</w:t></w:r></w:p>";
        assertTrue(read(TestDocuments.docx(folder.resolve("b.docx"), many)).texts.getFirst().startsWith("0: " + "&".repeat(200_000)));
    }

    @Test
    void bombsAreDefused() throws IOException {
        Path docx = TestDocuments.bomb(folder.resolve("bomb.docx"));
        assertTrue(Files.size(docx) < 1 << 20, "it is small: " + Files.size(docx));
        assertStarts("A part of the file unpacks to more than ", refusal(docx));
        assertStarts("The document is nested more than 1,000 deep",
                refusal(TestDocuments.docx(folder.resolve("deep.docx"), "<w:tbl>".repeat(1_100))));
        Path laughs = TestDocuments.part(TestDocuments.docx(folder.resolve("laughs.docx")), "word/document.xml",
                ("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w="
                        + "\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
                        + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8));
        assertStarts("The file is damaged", refusal(laughs));
        Path pdf = folder.resolve("bomb.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] block = new byte[1 << 20];
                Arrays.fill(block, (byte) ' ');
                for (int i = 0; i < 200; i++) {
                    out.write(block);
                }
            }
            page.setContents(stream);
            document.save(pdf.toFile());
        }
        assertEquals(List.of("1 REFUSED The page unpacks to more than 128 MB, far more than a page needs; it was not read."),
                read(pdf).problems);
    }

    @Test
    void damagedBytesGiveSentencesOnly() throws IOException {
        List<byte[]> sound = List.of(Files.readAllBytes(TestDocuments.pdf(folder.resolve("a.pdf"), "one\nline", "two")),
                Files.readAllBytes(TestDocuments.docx(folder.resolve("a.docx"))));
        Random random = new Random(7);
        int refused = 0;
        for (int round = 0; round < 200; round++) {
            byte[] bytes = sound.get(round % 2).clone();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged"), bytes);
            try {
                Kept kept = read(file);
                assertTrue(kept.problems.stream().allMatch(problem -> problem.endsWith(".")), kept.problems::toString);
            } catch (DocumentException e) {
                refused++;
                assertStarts("The file ", String.valueOf(e.getMessage()));
            }
        }
        assertTrue(refused > 20, "refused: " + refused);
    }
}
