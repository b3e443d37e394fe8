package labelwright.media.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.util.Iterator;
import java.util.List;
import java.util.zip.InflaterInputStream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import labelwright.model.Problem.Action;
import labelwright.text.PageLetters;

/// Goes through the pages of a PDF once; a page that cannot be read is reported, and the next is read.
final class PdfPages extends PDFTextStripper {
    private static final int MOST_LETTERS = 2_000_000;
    private static final long MOST_BYTES = 128L << 20;
    private static final String NO_TEXT = "The page has no text layer: it is empty or a picture of a page. Run text recognition (OCR) over "
            + "the file in another program and import it again.";

    private final PageText written = new PageText();
    private final DocumentText.Taker taker;
    private final int total;
    private int page;
    private int letters;

    PdfPages(int total, DocumentText.Taker taker) {
        this.total = total;
        this.taker = taker;
        setShouldSeparateByBeads(false);
        setArticleEnd("\n");
        setSortByPosition(true);
        setLineSeparator("\n");
        setParagraphStart("");
        setParagraphEnd("");
        setPageStart("");
        setPageEnd("");
    }

    /// What the taker threw, carried past PDFBox.
    static final class Ended extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
        private final RuntimeException reason;

        Ended(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }

        RuntimeException reason() {
            return reason;
        }
    }

    /// Ends one page.
    static final class TooMuch extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        TooMuch(String what) {
            super(what);
        }
    }

    /// @throws Ended when the taker throws
    void readAll(PDDocument document) throws IOException {
        writeText(document, written);
        emptyUpTo(getCurrentPageNo() - 1);
    }

    /// Reads one page only, without a look at those before it.
    ///
    /// @param number from 1
    /// @throws Ended when the taker throws
    void readOne(PDDocument from, int number) {
        setStartPage(0);
        document = from;
        output = written;
        page = number - 1;
        processPage(from.getPage(number - 1));
    }

    /// Where the letters of the page stand that was handed over last.
    PageLetters letters(double width, double height) {
        return written.letters(width, height);
    }

    /// One block after the other; PDFBox puts the letters of each into lines.
    @Override
    protected void writePage() throws IOException {
        List<TextPosition> all = charactersByArticle.stream().flatMap(List::stream).toList();
        charactersByArticle.clear();
        charactersByArticle.addAll(ReadingOrder.blocks(all));
        super.writePage();
    }

    @Override
    protected void writeString(String word, List<TextPosition> drawn) {
        written.word(word, drawn);
    }

    /// PDFBox passes over pages on which nothing is drawn.
    private void emptyUpTo(int last) {
        while (page < last) {
            page++;
            tell(() -> taker.progress(page - 1, total));
            refused(NO_TEXT);
        }
    }

    @Override
    public void processPage(PDPage one) {
        emptyUpTo(getCurrentPageNo() - 1);
        page++;
        tell(() -> taker.progress(page - 1, total));
        written.clear();
        letters = 0;
        try {
            requireBounded(one);
            super.processPage(one);
        } catch (TooMuch e) {
            refused("%s, far more than a page needs; it was not read.".formatted(e.getMessage()));
            return;
        } catch (IOException | RuntimeException | StackOverflowError _) {
            refused("The page is damaged and cannot be read. Copy the file again, or save it anew in another program.");
            return;
        } catch (OutOfMemoryError _) {
            refused("There is not enough memory to read the page.");
            return;
        }
        String text = written.text();
        if (text.isBlank()) {
            refused(NO_TEXT);
        } else {
            tell(() -> taker.text(page, text));
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++letters > MOST_LETTERS) {
            throw new TooMuch("The page has more than %,d letters".formatted(MOST_LETTERS));
        }
        super.processTextPosition(text);
    }

    private void refused(String sentence) {
        tell(() -> taker.problem(page, Action.REFUSED, sentence));
    }

    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            throw new Ended(e);
        }
    }

    /// PDFBox unpacks the drawing of a page into memory; this counts first.
    ///
    /// @throws TooMuch when it is more than a page needs
    static void requireBounded(PDPage page) {
        long bytes = 0;
        for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext();) {
            PDStream stream = streams.next();
            if (List.of(COSName.FLATE_DECODE).equals(stream.getFilters())) {
                bytes += unpacked(stream, MOST_BYTES - bytes);
            }
            if (bytes > MOST_BYTES) {
                throw new TooMuch("The page unpacks to more than %,d MB".formatted(MOST_BYTES >> 20));
            }
        }
    }

    private static long unpacked(PDStream stream, long enough) {
        byte[] block = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = new InflaterInputStream(stream.getCOSObject().createRawInputStream())) {
            for (int read = in.read(block); read >= 0 && bytes <= enough; read = in.read(block)) {
                bytes += read;
            }
        } catch (IOException _) {
            // PDFBox reads what there is of a damaged stream, and so much was counted.
            return bytes;
        }
        return bytes;
    }
}
