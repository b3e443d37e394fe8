package labelwright.media.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Reads a PDF.
final class PdfText {
    private static final int TAIL = 8192;

    private PdfText() {}

    static void read(Path file, DocumentText.Taker taker) throws DocumentException {
        try {
            try (PDDocument document = open(file)) {
                new PdfPages(document.getNumberOfPages(), taker).readAll(document);
            }
        } catch (DocumentException e) {
            throw e;
        } catch (PdfPages.Ended e) {
            throw e.reason();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw DocumentException.damaged("its pages are not where it says", e);
        } catch (OutOfMemoryError e) {
            throw DocumentException.memory(e);
        }
    }

    /// A document that has pages and permits their text to be taken.
    static PDDocument open(Path file) throws DocumentException {
        try {
            requireEnd(file);
            OneFont.use();
            PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
            try {
                if (!document.getCurrentAccessPermission().canExtractContent()) {
                    throw new DocumentException("The file does not permit its text to be taken. Ask its author for one that does.");
                }
                if (document.getNumberOfPages() == 0) {
                    throw DocumentException.damaged("it has no pages", null);
                }
            } catch (IOException | RuntimeException | Error e) {
                document.close();
                throw e;
            }
            return document;
        } catch (DocumentException e) {
            throw e;
        } catch (InvalidPasswordException e) {
            throw new DocumentException("The file is protected with a password. Save it without one and import it again.", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw DocumentException.damaged("its pages are not where it says", e);
        } catch (OutOfMemoryError e) {
            throw DocumentException.memory(e);
        }
    }

    private static void requireEnd(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("startxref")) {
                throw new DocumentException("The file is an incomplete PDF: its end is missing. Copy or download it again.");
            }
        }
    }
}
