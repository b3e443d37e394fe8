package labelwright.media.document;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Turns one part of a DOCX into lines: a paragraph is a line, a row of a table is a line with tabs between its cells. What is in a text box
/// comes before the paragraph that holds it.
final class DocxLines {
    static final int MOST_CHARACTERS = 32 << 20;
    static final int DEEPEST = 1000;
    /// Elements whose insides are no text: settings, deleted words, the older twin of a drawing, the commands of fields.
    private static final Set<String> PASSED_OVER = Set.of("pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr",
            "del", "moveFrom", "Fallback", "instrText");

    private final XMLStreamReader xml;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private long characters;
    private boolean isInText;

    private DocxLines(XMLStreamReader xml) {
        this.xml = xml;
    }

    private enum Kind {
        PART, PARAGRAPH, ROW, CELL
    }

    /// An element that is being read.
    private static final class Frame {
        private final Kind kind;
        private final StringBuilder text = new StringBuilder();
        private boolean isBegun;

        Frame(Kind kind) {
            this.kind = kind;
        }

        void add(String separator, String piece) {
            text.append(isBegun ? separator : "").append(piece);
            isBegun = true;
        }
    }

    /// Lines, with LF between them.
    static String read(InputStream in) throws XMLStreamException, DocumentException {
        return new DocxLines(DocxLinks.reader(in)).lines();
    }

    private String lines() throws XMLStreamException, DocumentException {
        Frame part = new Frame(Kind.PART);
        frames.push(part);
        int passedOver = 0;
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw DocumentException.tooMuch("The document is nested more than %,d deep".formatted(DEEPEST));
                    }
                    if (passedOver > 0 || PASSED_OVER.contains(xml.getLocalName())) {
                        passedOver++;
                    } else if (isText()) {
                        begin(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (passedOver > 0) {
                        passedOver--;
                    } else if (isText()) {
                        end(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (passedOver == 0 && isInText) {
                        put(xml.getText());
                    }
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw DocumentException.damaged("its XML names unknown entities", null);
                default -> {
                }
            }
        }
        return part.text.toString();
    }

    /// Whether the element is one of word processing or, for equations, of mathematics; drawings have elements of the same names.
    private boolean isText() {
        String space = xml.getNamespaceURI();
        return space != null && (space.endsWith("/wordprocessingml/2006/main") || space.endsWith("/wordprocessingml/main")
                || space.endsWith("/math"));
    }

    private void begin(String name) throws DocumentException {
        switch (name) {
            case "p" -> frames.push(new Frame(Kind.PARAGRAPH));
            case "tr" -> frames.push(new Frame(Kind.ROW));
            case "tc" -> frames.push(new Frame(Kind.CELL));
            case "t" -> isInText = true;
            case "tab", "ptab" -> put("\t");
            case "br", "cr" -> put("\n");
            case "noBreakHyphen" -> put("\u2011");
            case "softHyphen" -> put("\u00AD");
            default -> {
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "t" -> isInText = false;
            case "p" -> line(pop());
            case "tr" -> line(pop());
            case "tc" -> {
                String cell = pop();
                frames.element().add("\t", cell);
            }
            default -> {
            }
        }
    }

    private String pop() {
        return frames.pop().text.toString();
    }

    /// Into the cell or the part that is being read.
    private void line(String line) {
        for (Frame frame : frames) {
            if (frame.kind == Kind.PART) {
                frame.add("\n", line);
                return;
            }
            if (frame.kind == Kind.CELL) {
                if (!line.isBlank()) {
                    frame.add(" ", line.replace('\t', ' ').replace('\n', ' '));
                }
                return;
            }
        }
    }

    private void put(String text) throws DocumentException {
        Frame frame = frames.element();
        if (frame.kind != Kind.PARAGRAPH) {
            return;
        }
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw DocumentException.tooMuch("The document has more than %,d characters".formatted(MOST_CHARACTERS));
        }
        frame.text.append(text);
    }
}
