package labelwright.media.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.StringWriter;
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

/// Goes through the pages of a PDF once; a page that cannot be read is reported, and the next is read.
final class PdfPages extends PDFTextStripper {
    private static final int MOST_LETTERS = 2_000_000;
    private static final long MOST_BYTES = 128L << 20;
    private static final String NO_TEXT = "The page has no text layer: it is empty or a picture of a page. Run text recognition (OCR) over "
            + "the file in another program and import it again.";

    private final StringWriter written = new StringWriter();
    private final DocumentText.Taker taker;
    private final int total;
    private int page;
    private int letters;

    PdfPages(int total, DocumentText.Taker taker) {
        this.total = total;
        this.taker = taker;
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
    private static final class TooMuch extends RuntimeException {
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
        written.getBuffer().setLength(0);
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
        String text = DocumentText.clean(written.toString());
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
    private static void requireBounded(PDPage page) {
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
