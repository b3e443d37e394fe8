package labelwright.media.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// Makes documents as office programs do.
public final class TestDocuments {
    private static final String DOCUMENT = "word/document.xml";

    private TestDocuments() {}

    /// @param pages the lines of each, with LF between them; an empty one stays empty. Lines are written from the last to the first.
    public static Path pdf(Path file, String... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            document.save(file.toFile());
        }
        return file;
    }

    /// @param user its password to open it; empty for one that everybody may open
    public static Path lockedPdf(Path file, String user, boolean mayExtract) throws IOException {
        try (PDDocument document = document("secret")) {
            AccessPermission permission = new AccessPermission();
            permission.setCanExtractContent(mayExtract);
            document.protect(new StandardProtectionPolicy("owner", user, permission));
            document.save(file.toFile());
        }
        return file;
    }

    private static PDDocument document(String... pages) throws IOException {
        OneFont.use();
        PDDocument document = new PDDocument();
        for (String lines : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            if (lines.isEmpty()) {
                continue;
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                String[] each = lines.split("\n");
                for (int i = each.length - 1; i >= 0; i--) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700 - 14 * i);
                    content.showText(each[i]);
                    content.endText();
                }
            }
        }
        return document;
    }

    /// A title over the whole page, two columns, and a line over the whole page below them. Lines of both columns stand at the same height.
    public static Path twoColumns(Path file, String title, List<String> left, List<String> right, String foot) throws IOException {
        OneFont.use();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                PDType1Font font = new PDType1Font(FontName.HELVETICA);
                write(content, font, 18, 60, 780, title);
                for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                    write(content, font, 10, 60, 740 - 13 * i, i < left.size() ? left.get(i) : "");
                    write(content, font, 10, 310, 740 - 13 * i, i < right.size() ? right.get(i) : "");
                }
                write(content, font, 9, 60, 60, foot);
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void write(PDPageContentStream content, PDType1Font font, int size, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    /// With a heading, a table, a link to a file, a header, a footnote and a picture that is somewhere else.
    public static Path docx(Path file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(); OutputStream out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("Report & findings");
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("Ada met ");
            paragraph.createHyperlinkRun("file:///etc/passwd").setText("Grace");
            var run = paragraph.createRun();
            run.addTab();
            run.setText("in Zürich 😀");
            XWPFTable table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("name");
            table.getRow(0).getCell(1).setText("age");
            table.getRow(1).getCell(0).setText("Ada");
            table.getRow(1).getCell(0).addParagraph().createRun().setText("Lovelace");
            table.getRow(1).getCell(1).setText("36");
            document.createFootnotes();
            document.createFootnote().createParagraph().createRun().setText("a note below");
            document.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("the header");
            document.getPackagePart().addExternalRelationship("http://192.0.2.1/track.png",
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image");
            document.createParagraph().createRun().setText("The end.");
            document.write(out);
        }
        return file;
    }

    /// As Word saves a document with a password.
    public static Path lockedDocx(Path file) throws IOException {
        Path open = docx(file.resolveSibling("open-" + file.getFileName()));
        try (POIFSFileSystem ole = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream inside = encryptor.getDataStream(ole)) {
                Files.copy(open, inside);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            ole.writeFilesystem(out);
        }
        Files.delete(open);
        return file;
    }

    /// The beginnings of a document of Word 97.
    public static Path oldDoc(Path file) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(file)) {
            ole.createDocument(new ByteArrayInputStream(new byte[5_000]), "1Table");
            ole.createDocument(new ByteArrayInputStream(new byte[5_000]), "Data");
            ole.createDocument(new ByteArrayInputStream(new byte[5_000]), "WordDocument");
            ole.writeFilesystem(out);
        }
        return file;
    }

    /// @param body what stands inside `w:body`
    public static Path docx(Path file, String body) throws IOException {
        docx(file);
        return part(file, DOCUMENT,
                ("<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body
                        + "</w:body></w:document>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// Puts a part into a DOCX, or another in its place.
    public static Path part(Path file, String name, byte[] bytes) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            Files.write(zip.getPath(name), bytes);
        }
        return file;
    }

    /// A small file whose body unpacks to 400 MB of spaces.
    public static Path bomb(Path file) throws IOException {
        docx(file);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of("useTempFile", true));
                OutputStream out = Files.newOutputStream(zip.getPath(DOCUMENT))) {
            out.write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    .getBytes(StandardCharsets.UTF_8));
            byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 400; i++) {
                out.write(block);
            }
        }
        return file;
    }
}
