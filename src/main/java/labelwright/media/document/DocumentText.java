package labelwright.media.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

import labelwright.model.Problem.Action;

/// Reads the text of a document.
public final class DocumentText {
    private static final int HEAD = 1024;
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private DocumentText() {}

    /// Takes what a document holds, on the thread of the reader. Any method may throw to end the reading.
    public interface Taker {
        /// @param page from 1; 0 for a document that has no pages of its own
        /// @param text lines end with LF; never blank
        void text(int page, String text);

        /// @param page from 1; 0 for the whole file
        /// @param sentence for people
        void problem(int page, Action action, String sentence);

        /// Called before every page.
        void progress(int done, int total);
    }

    /// @throws DocumentException when nothing of the file can be read; what has been handed over stays as it is
    public static void read(Path file, Taker taker) throws DocumentException {
        byte[] head = head(file);
        if (head.length == 0) {
            throw new DocumentException("The file is empty (0 bytes). Copy or download it again.");
        }
        if (isPdf(head)) {
            PdfText.read(file, taker);
        } else if (startsWith(head, ZIP)) {
            DocxText.read(file, taker);
        } else if (startsWith(head, OLE)) {
            throw ole(OleNames.of(file));
        } else {
            throw new DocumentException(
                    "The file is no PDF and no DOCX, whatever its name says. Leave it out, or save it as one of these in another program.");
        }
    }

    private static DocumentException ole(Set<String> names) {
        if (names.contains("EncryptedPackage")) {
            return new DocumentException("The file is protected with a password. Open it in a word processor, save it as DOCX without a "
                    + "password, and import that.");
        }
        return new DocumentException(names.contains("WordDocument")
                ? "The file is of the old kind .doc, whatever its name says. Open it in a word processor, save it as DOCX, and import that."
                : "The file is no Word document, but another one of an old Office program. Leave it out, or save its text as DOCX.");
    }

    /// @return the same file
    /// @throws DocumentException when it is none
    static Path requirePdf(Path file) throws DocumentException {
        if (!isPdf(head(file))) {
            throw new DocumentException("The file is no PDF.");
        }
        return file;
    }

    private static boolean isPdf(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-");
    }

    private static byte[] head(Path file) throws DocumentException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > Integer.MAX_VALUE) {
                throw new DocumentException("The file has more than 2 GB. Split it and import the parts.");
            }
            return in.readNBytes(HEAD);
        } catch (DocumentException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new DocumentException("The file was not found. Put it back and import again.", e);
        } catch (AccessDeniedException e) {
            throw new DocumentException("The file may not be opened. Check the permissions of the file and its folder.", e);
        } catch (IOException e) {
            throw DocumentException.damaged("its beginning cannot be read", e);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /// Without control characters other than tabs and line feeds, without halves of characters, and without blank lines around it.
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().map(DocumentText::kept).filter(point -> point >= 0)
                .forEach(clean::appendCodePoint);
        return clean.substring(Math.min(start(clean), clean.length())).stripTrailing();
    }

    /// What stands in a text for this code point; negative for nothing.
    static int kept(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return '\uFFFD';
        }
        return codePoint == '\n' || codePoint == '\t' || !Character.isISOControl(codePoint) ? codePoint : -1;
    }

    /// Where the first line begins that is not blank.
    static int start(CharSequence text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            start = text.charAt(i) == '\n' ? i + 1 : start;
        }
        return start;
    }
}
