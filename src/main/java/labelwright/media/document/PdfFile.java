package labelwright.media.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import labelwright.media.PixelImage;
import labelwright.model.Problem.Action;
import labelwright.text.PageLetters;

/// An open PDF whose pages are looked at: their text with the places of the letters, and pictures of them. One thread at a time.
public final class PdfFile implements AutoCloseable {
    private static final int OPAQUE = 0xFF000000;
    private static final int MOST_PIXELS = 32 << 20;
    private static final int QUARTER = 90;

    private final PDDocument document;

    private PdfFile(PDDocument document) {
        this.document = document;
    }

    /// Only reads the list of the pages.
    public static PdfFile open(Path file) throws DocumentException {
        return new PdfFile(PdfText.open(DocumentText.requirePdf(file)));
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /// What [DocumentText] says about the page, with the places of its letters.
    ///
    /// @param text empty when the page has none
    public record Sheet(String text, PageLetters letters) {}

    /// @param number from 0
    /// @throws DocumentException when there is no such page
    public Sheet sheet(int number) throws DocumentException {
        try {
            PDPage page = page(number);
            Taken taken = new Taken();
            PdfPages pages = new PdfPages(pages(), taken);
            pages.readOne(document, number + 1);
            double width = width(page);
            double height = height(page);
            return new Sheet(taken.text, taken.text.isEmpty() ? PageLetters.none(width, height) : pages.letters(width, height));
        } catch (RuntimeException | StackOverflowError e) {
            throw DocumentException.damaged("the page is not where it says", e);
        } catch (OutOfMemoryError e) {
            throw DocumentException.memory(e);
        }
    }

    /// Draws a part of a page on white.
    ///
    /// @param number of the page, from 0
    /// @param scale pixels for each point
    /// @param x left edge of the part in pixels of the whole page at that scale, y, width and height alike; the part may reach over the edge
    /// @param isCancelled asked before every operation of the page
    /// @throws DocumentException when it cannot be drawn
    /// @throws java.util.concurrent.CancellationException when it was cancelled
    public PixelImage picture(int number, double scale, int x, int y, int width, int height, BooleanSupplier isCancelled)
            throws DocumentException {
        if ((long) width * height > MOST_PIXELS) {
            throw new IllegalArgumentException("A part of %d x %d is more than the screen shows".formatted(width, height));
        }
        try {
            PDPage page = page(number);
            PdfPages.requireBounded(page);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            try {
                graphics.setBackground(Color.WHITE);
                graphics.clearRect(0, 0, width, height);
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                graphics.clipRect(0, 0, width, height);
                graphics.translate(-x, -y);
                new PagePainter(document, isCancelled).renderPageToGraphics(number, graphics, (float) scale);
            } finally {
                graphics.dispose();
            }
            return new PixelImage(width, height, opaque(((DataBufferInt) image.getRaster().getDataBuffer()).getData()));
        } catch (PdfPages.TooMuch e) {
            throw DocumentException.tooMuch(String.valueOf(e.getMessage()));
        } catch (PagePainter.TooLong e) {
            throw new DocumentException("The page takes too long to be drawn.", e);
        } catch (java.util.concurrent.CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new DocumentException("The page is damaged and cannot be drawn.", e);
        } catch (OutOfMemoryError e) {
            throw new DocumentException("There is not enough memory to draw the page.", e);
        }
    }

    private static int[] opaque(int[] rgb) {
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] |= OPAQUE;
        }
        return rgb;
    }

    private PDPage page(int number) throws DocumentException {
        if (number < 0 || number >= pages()) {
            throw new DocumentException("The file has no page %,d, only %,d.".formatted(number + 1, pages()));
        }
        return document.getPage(number);
    }

    private static boolean isTurned(PDPage page) {
        return page.getRotation() / QUARTER % 2 != 0;
    }

    private static double width(PDPage page) {
        PDRectangle box = page.getCropBox();
        return isTurned(page) ? box.getHeight() : box.getWidth();
    }

    private static double height(PDPage page) {
        PDRectangle box = page.getCropBox();
        return isTurned(page) ? box.getWidth() : box.getHeight();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Keeps the text of one page; a page without any is no fault here.
    private static final class Taken implements DocumentText.Taker {
        private String text = "";

        @Override
        public void text(int page, String taken) {
            text = taken;
        }

        @Override
        public void problem(int page, Action action, String sentence) {
            text = "";
        }

        @Override
        public void progress(int done, int total) {
            // one page is quick
        }
    }
}
