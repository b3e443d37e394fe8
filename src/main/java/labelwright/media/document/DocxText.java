package labelwright.media.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

import labelwright.media.document.DocxLinks.Link;
import labelwright.model.Problem.Action;

/// Reads a DOCX: the lines of its body, then of its headers, footers, footnotes and endnotes.
final class DocxText {
    private static final int MOST_PARTS = 20_000;
    private static final List<String> BEHIND = List.of("header", "footer", "footnotes", "endnotes");

    private final ZipFile zip;
    private final StringBuilder text = new StringBuilder();
    /// What stands behind the body: the headers of first and even pages often say the same.
    private final Set<String> behind = new LinkedHashSet<>();

    private DocxText(ZipFile zip) {
        this.zip = zip;
    }

    static void read(Path file, DocumentText.Taker taker) throws DocumentException {
        taker.progress(0, 1);
        Contents contents;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            contents = new DocxText(zip).contents();
        } catch (DocumentException e) {
            throw e;
        } catch (BoundedPart.Bomb e) {
            throw DocumentException.tooMuch(e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw DocumentException.damaged("it is no whole zip file", e);
        } catch (XMLStreamException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BoundedPart.Bomb bomb) {
                    throw DocumentException.tooMuch(bomb.getMessage());
                }
            }
            throw DocumentException.damaged("its XML is broken", e);
        } catch (OutOfMemoryError e) {
            throw DocumentException.memory(e);
        }
        contents.notes().forEach(note -> taker.problem(0, Action.SKIPPED, note));
        if (contents.text().isBlank()) {
            taker.problem(0, Action.REFUSED, "The document has no text; there is nothing to label in it.");
        } else {
            taker.text(0, contents.text());
        }
    }

    /// @param notes what was left alone, in sentences
    private record Contents(String text, List<String> notes) {}

    private Contents contents() throws IOException, XMLStreamException {
        if (zip.size() > MOST_PARTS) {
            throw DocumentException.tooMuch("The file holds %,d parts".formatted(zip.size()));
        }
        String body = links("_rels/.rels", "").stream().filter(link -> link.isOf("officeDocument") && !link.isOutside()).map(Link::target)
                .findFirst().orElse("word/document.xml");
        if (zip.getEntry(body) == null || !body.endsWith(".xml") || !body.startsWith("word/")) {
            throw new DocumentException(
                    "The file is a zip file, but no Word document. Leave it out, or save it as DOCX in a word processor.");
        }
        lines(body, true);
        String folder = body.substring(0, body.lastIndexOf('/') + 1);
        List<Link> links = links(folder + "_rels/" + body.substring(folder.length()) + ".rels", folder);
        Set<String> read = new LinkedHashSet<>();
        for (String kind : BEHIND) {
            for (Link link : links) {
                if (link.isOf(kind) && !link.isOutside() && zip.getEntry(link.target()) != null && read.add(link.target())) {
                    lines(link.target(), false);
                }
            }
        }
        return new Contents(DocumentText.clean(text.toString()), notes());
    }

    private void lines(String part, boolean isBody) throws IOException, XMLStreamException {
        try (InputStream in = open(part)) {
            String lines = DocxLines.read(in);
            if (isBody) {
                text.append(lines).append('\n');
            } else {
                String solid = String.join("\n", lines.lines().filter(line -> !line.isBlank()).toList());
                if (!solid.isEmpty() && behind.add(solid)) {
                    text.append(solid).append('\n');
                }
            }
        }
        if (text.length() > DocxLines.MOST_CHARACTERS) {
            throw DocumentException.tooMuch("The document has more than %,d characters".formatted(DocxLines.MOST_CHARACTERS));
        }
    }

    private List<String> notes() throws IOException, XMLStreamException {
        long followed = 0;
        long fetched = 0;
        for (String part : names().filter(name -> name.endsWith(".rels")).toList()) {
            for (Link link : links(part, "")) {
                if (link.isOutside()) {
                    followed += link.isOf("hyperlink") ? 1 : 0;
                    fetched += link.isOf("hyperlink") ? 0 : 1;
                }
            }
        }
        boolean hasMacros = names().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"));
        return Stream.of(hasMacros ? "The document has macros; they were not run and are not part of the text." : "",
                followed == 0
                        ? ""
                        : "The document has links to other places (%,d); their words were kept, and none was followed."
                                .formatted(followed),
                fetched == 0
                        ? ""
                        : "The document asks for pictures, templates or other parts from outside (%,d); none was fetched."
                                .formatted(fetched))
                .filter(note -> !note.isEmpty()).toList();
    }

    private Stream<String> names() {
        return Collections.list(zip.entries()).stream().map(ZipEntry::getName);
    }

    private List<Link> links(String part, String folder) throws IOException, XMLStreamException {
        if (zip.getEntry(part) == null) {
            return List.of();
        }
        try (InputStream in = open(part)) {
            return DocxLinks.read(in, folder);
        }
    }

    private InputStream open(String part) throws IOException {
        ZipEntry entry = zip.getEntry(part);
        return new BoundedPart(zip.getInputStream(entry), entry.getCompressedSize());
    }
}
