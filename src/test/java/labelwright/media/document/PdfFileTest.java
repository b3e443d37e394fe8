package labelwright.media.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.geometry.Bounds;
import labelwright.geometry.TextRange;
import labelwright.media.PixelImage;
import labelwright.text.PageLetters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Where letters stand on a page, in which order they are read, and what the page looks like.
@Timeout(60)
class PdfFileTest {
    @TempDir
    private Path folder;

    private interface Drawing {
        void on(PDPageContentStream content, PDDocument document) throws IOException;
    }

    private Path page(PDRectangle media, PDRectangle crop, int rotation, Drawing drawing) throws IOException {
        OneFont.use();
        Path file = folder.resolve("page.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(media);
            page.setCropBox(crop);
            page.setRotation(rotation);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                drawing.on(content, document);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void write(PDPageContentStream content, Matrix where, int size, String text) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), size);
        content.setTextMatrix(where);
        content.showText(text);
        content.endText();
    }

    private static void write(PDPageContentStream content, double x, double y, String text) throws IOException {
        write(content, Matrix.getTranslateInstance((float) x, (float) y), 10, text);
    }

    private static String text(Path file) throws DocumentException {
        try (PdfFile pdf = PdfFile.open(file)) {
            return pdf.sheet(0).text();
        }
    }

    /// Share of dark pixels.
    private static double ink(PixelImage image, double x, double y, double width, double height) {
        int dark = 0;
        int all = 0;
        for (int row = (int) Math.round(y); row < Math.round(y + height); row++) {
            for (int column = (int) Math.round(x); column < Math.round(x + width); column++) {
                if (column >= 0 && row >= 0 && column < image.width() && row < image.height()) {
                    all++;
                    dark += (image.argb(column, row) & 0xFF) < 128 ? 1 : 0;
                }
            }
        }
        return all == 0 ? 0 : (double) dark / all;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void lettersStandWhereTheyAreDrawn(int rotation) throws IOException {
        Path file = page(new PDRectangle(400, 300), new PDRectangle(30, 20, 300, 240), rotation, (content, _) -> {
            write(content, 60, 200, "MMM first WWW");
            write(content, Matrix.getRotateInstance(Math.PI / 2, 250, 60), 12, "HHH");
        });
        try (PdfFile pdf = PdfFile.open(file)) {
            PdfFile.Sheet sheet = pdf.sheet(0);
            PageLetters letters = sheet.letters();
            boolean turned = rotation % 180 != 0;
            assertEquals(turned ? 240 : 300, letters.width());
            assertEquals(turned ? 300 : 240, letters.height());
            assertEquals(sheet.text().length(), letters.length());
            int scale = 4;
            PixelImage image = pdf.picture(0, scale, 0, 0, (int) letters.width() * scale, (int) letters.height() * scale, () -> false);
            double found = 0;
            for (String word : List.of("MMM", "first", "WWW", "HHH")) {
                int at = sheet.text().indexOf(word);
                assertTrue(at >= 0, sheet::text);
                for (int i = at; i < at + word.length(); i++) {
                    Bounds box = letters.box(i).orElseThrow();
                    double ink = ink(image, box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale);
                    assertTrue(ink > 0.05, "%s at %s: %f".formatted(word.charAt(i - at), box, ink));
                    found += ink * box.width() * box.height();
                }
            }
            double all = ink(image, 0, 0, image.width(), image.height()) * letters.width() * letters.height();
            assertEquals(all, found, all * 0.06, "all ink lies in the boxes of letters");
        }
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws IOException {
        List<String> left = List.of("The first column begins here", "and goes on line by line un-", "til it ends at the bottom of",
                "the page, as columns do.",
                "This line is the last one.");
        List<String> right = List.of("The second column follows", "only then, although its lines", "stand at the same height as",
                "those of the first, which is",
                "usual. It is longer than the", "other one.");
        Path file = TestDocuments.twoColumns(folder.resolve("a.pdf"), "A title over both", left, right, "The foot of the page");
        assertEquals("A title over both\n" + String.join("\n", left) + "\n" + String.join("\n", right) + "\nThe foot of the page",
                text(file));
    }

    @Test
    void threeColumnsOfWhichLinesStandAtAnyHeight() throws IOException {
        Path file = page(PDRectangle.A4, PDRectangle.A4, 0, (content, _) -> {
            write(content, 40, 800, "A headline that reaches over all the columns of this page, from its left to its right edge");
            for (int column = 2; column >= 0; column--) {
                for (int line = 0; line < 20; line++) {
                    write(content, 40 + 180 * column, 770 - column * 4.3 - line * 12,
                            "column %d, line %02d of twenty".formatted(column, line));
                }
            }
        });
        List<String> lines = text(file).lines().toList();
        assertEquals(61, lines.size());
        assertEquals("column 0, line 00 of twenty", lines.get(1));
        assertEquals("column 1, line 00 of twenty", lines.get(21));
        assertEquals("column 2, line 19 of twenty", lines.get(60));
    }

    @Test
    void aTableIsReadByItsRows() throws IOException {
        Path file = page(PDRectangle.A4, PDRectangle.A4, 0, (content, _) -> {
            for (int row = 0; row < 12; row++) {
                write(content, 60, 700 - 14 * row, "Item " + row);
                write(content, 250, 700 - 14 * row, "%d pieces".formatted(row * 7));
                write(content, 420, 700 - 14 * row, "EUR %d.00".formatted(row * 11));
            }
        });
        List<String> lines = text(file).lines().toList();
        assertEquals(12, lines.size(), lines::toString);
        assertEquals("Item 3 21 pieces EUR 33.00", lines.get(3));
    }

    @Test
    void areasOfARangeFollowTheLinesOfTheColumn() throws IOException {
        Path file = TestDocuments.twoColumns(folder.resolve("a.pdf"), "Title",
                List.of("one two three four five six", "seven eight nine ten eleven",
                        "twelve thirteen fourteen of", "fifteen sixteen seventeen!"),
                List.of("uno due tre quattro cinque", "sei sette otto nove dieci!",
                        "undici dodici tredici e poi", "quattordici quindici sedici"),
                "");
        try (PdfFile pdf = PdfFile.open(file)) {
            PdfFile.Sheet sheet = pdf.sheet(0);
            int start = sheet.text().indexOf("five six");
            int end = sheet.text().indexOf("eight nine");
            List<Bounds> areas = sheet.letters().areas(new TextRange(start, end));
            assertEquals(2, areas.size(), areas::toString);
            assertTrue(areas.get(0).y() < areas.get(1).y() && areas.get(0).x() > areas.get(1).x(), areas::toString);
            assertTrue(areas.stream().allMatch(area -> area.maxX() < 300), areas::toString);
            Bounds six = sheet.letters().box(sheet.text().indexOf("six")).orElseThrow();
            assertEquals(sheet.text().indexOf("six"), sheet.letters().letterAt(six.x() + 1, six.y() + 4).orElseThrow());
            assertEquals(sheet.text().indexOf("six"), sheet.letters().caretAt(six.x() + 0.5, six.y() + 4).orElseThrow());
            assertEquals(sheet.text().indexOf("six") + 1, sheet.letters().caretAt(six.maxX() - 0.5, six.y() + 4).orElseThrow());
            assertTrue(sheet.letters().letterAt(5, 5).isEmpty());
        }
    }

    @Test
    void aPartLooksAsItDoesInTheWholePageAlsoWhereThePageIsSeeThrough() throws IOException {
        Path file = page(new PDRectangle(200, 200), new PDRectangle(200, 200), 90, (content, _) -> {
            PDExtendedGraphicsState half = new PDExtendedGraphicsState();
            half.setNonStrokingAlphaConstant(0.5f);
            content.setGraphicsStateParameters(half);
            content.setNonStrokingColor(1f, 0, 0);
            content.addRect(20, 20, 120, 90);
            content.fill();
            content.setNonStrokingColor(0, 0, 1f);
            content.addRect(60, 60, 120, 90);
            content.fill();
            write(content, 40, 100, "words over both");
        });
        try (PdfFile pdf = PdfFile.open(file)) {
            PixelImage whole = pdf.picture(0, 3, 0, 0, 600, 600, () -> false);
            PixelImage part = pdf.picture(0, 3, 150, 210, 240, 180, () -> false);
            int[] expected = new int[240 * 180];
            for (int y = 0; y < 180; y++) {
                System.arraycopy(whole.argb(), (y + 210) * 600 + 150, expected, y * 240, 240);
            }
            assertArrayEquals(expected, part.argb());
        }
    }

    @Test
    void drawingIsCancelledAndEveryFaultIsASentence() throws IOException {
        Path file = TestDocuments.pdf(folder.resolve("a.pdf"), "one", "two");
        try (PdfFile pdf = PdfFile.open(file)) {
            assertThrows(CancellationException.class, () -> pdf.picture(0, 1, 0, 0, 100, 100, () -> true));
            assertEquals("The file has no page 3, only 2.", assertThrows(DocumentException.class, () -> pdf.sheet(2)).getMessage());
            assertEquals("two", pdf.sheet(1).text());
        }
        assertEquals("The file is no PDF.", assertThrows(DocumentException.class,
                () -> PdfFile.open(TestDocuments.docx(folder.resolve("a.docx")))).getMessage());
    }

    /// A square metre at the largest zoom: only what is seen is drawn.
    @Test
    void aLargePageIsDrawnInParts() throws IOException {
        float metre = 2_835;
        Path file = page(new PDRectangle(metre, metre), new PDRectangle(metre, metre), 0,
                (content, _) -> write(content, 2_000, 1_000, "far away"));
        try (PdfFile pdf = PdfFile.open(file)) {
            Bounds box = pdf.sheet(0).letters().box(0).orElseThrow();
            int x = (int) (box.x() * 20) - 10;
            int y = (int) (box.y() * 20) - 10;
            PixelImage part = pdf.picture(0, 20, x, y, 800, 400, () -> false);
            assertTrue(ink(part, 0, 0, 800, 400) > 0.05);
        }
    }
}
