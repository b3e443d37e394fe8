package labelwright.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a small XML file as a tree, or a large one element by element. Document types are refused, and with them entities: nothing but the
/// file itself is opened.
///
/// Decision: the limits of the JDK on the length of entities are lifted, since they count `&amp;` and its like, of which a fair file may have
/// any number; there is no way to declare an entity of one's own without a document type. What bounds memory is [#MOST_BYTES].
public final class XmlDocument {
    /// Of a small file, and of one element of a large one.
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int DEEPEST = 50;
    private static final List<String> LIFTED = List.of("jdk.xml.entityExpansionLimit", "jdk.xml.entityReplacementLimit",
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit");
    private static final int NO_LIMIT = 0;
    private static final String WRONG_ENCODING = "The file is not in the encoding that it claims to be in (UTF-8 unless it says otherwise): "
            + "save it as UTF-8.";
    private static final Pattern CODE = Pattern.compile("^JAXP\\d+:\\s*");

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    public XmlDocument() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        LIFTED.forEach(limit -> factory.setProperty(limit, NO_LIMIT));
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("Entities are not opened");
        });
    }

    /// What is wrong with a file, a plain sentence.
    public static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String sentence) {
            super(sentence);
        }

        public String sentence() {
            return String.valueOf(getMessage());
        }
    }

    public XmlElement read(Path file) throws Damaged {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > MOST_BYTES) {
                throw new Damaged("The file is larger than 64 MB, too large for the description of one picture.");
            }
            XMLStreamReader reader = factory.createXMLStreamReader(XmlCharacters.of(in));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Damaged(sentence(e));
        } catch (CharacterCodingException e) {
            throw new Damaged(WRONG_ENCODING);
        } catch (IOException e) {
            throw new Damaged("The file cannot be read: %s.".formatted(ExchangeException.reason(e)));
        }
    }

    /// A document that stands within another one.
    public XmlElement read(String text) throws Damaged {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Damaged(sentence(e));
        }
    }

    /// Takes the elements of a large file.
    public interface Visitor {
        /// An element as a whole.
        void element(XmlElement element);

        /// An element whose children come one by one: without text and children.
        void begin(XmlElement element);

        /// A child, as a whole, of the element that began last.
        void child(XmlElement child);

        /// The element that began last is over, or the file ends within it.
        void end();
    }

    /// Hands over elements of these names one by one, wherever they stand, so that the file need not fit into memory.
    ///
    /// @param whole names of elements that are handed over at once
    /// @param opened names of elements whose children are handed over one by one
    /// @param progress told now and then
    public void stream(Path file, Set<String> whole, Set<String> opened, Visitor visitor, Runnable progress) throws Damaged {
        try (BoundedInput in = new BoundedInput(Files.newInputStream(file), MOST_BYTES)) {
            XMLStreamReader reader = factory.createXMLStreamReader(XmlCharacters.of(in));
            try {
                new Walk(reader, in, whole, opened, visitor, progress).run();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Damaged(sentence(e));
        } catch (CharacterCodingException e) {
            throw new Damaged(WRONG_ENCODING);
        } catch (IOException e) {
            throw new Damaged("The file cannot be read: %s.".formatted(ExchangeException.reason(e)));
        }
    }

    /// Hands over elements of these names as wholes.
    ///
    /// @param progress told now and then
    public void stream(Path file, Set<String> names, Consumer<XmlElement> consumer, Runnable progress) throws Damaged {
        stream(file, names, Set.of(), new Visitor() {
            @Override
            public void element(XmlElement element) {
                consumer.accept(element);
            }

            @Override
            public void begin(XmlElement element) {
                throw new IllegalStateException("No element is opened");
            }

            @Override
            public void child(XmlElement child) {
                throw new IllegalStateException("No element is opened");
            }

            @Override
            public void end() {
                throw new IllegalStateException("No element is opened");
            }
        }, progress);
    }

    /// One way through a large file.
    private record Walk(XMLStreamReader reader, BoundedInput in, Set<String> whole, Set<String> opened, Visitor visitor,
            Runnable progress) {

        void run() throws XMLStreamException, Damaged {
            int depth = 0;
            boolean any = false;
            while (reader.hasNext()) {
                switch (next()) {
                    case XMLStreamConstants.DTD -> throw doctype(reader);
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.START_ELEMENT -> {
                        any = true;
                        progress.run();
                        String name = reader.getLocalName();
                        if (whole.contains(name)) {
                            visitor.element(XmlDocument.element(reader, depth));
                        } else if (opened.contains(name)) {
                            children(depth);
                        } else {
                            depth++;
                            requireDepth(reader, depth);
                        }
                    }
                    default -> {
                    }
                }
            }
            if (!any) {
                throw new Damaged("The file holds no element.");
            }
        }

        private void children(int depth) throws XMLStreamException, Damaged {
            visitor.begin(new XmlElement(reader.getLocalName(), attributes(reader), "", List.of(), reader.getLocation().getLineNumber()));
            try {
                for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        progress.run();
                        visitor.child(XmlDocument.element(reader, depth + 1));
                    }
                }
            } catch (XMLStreamException | Damaged e) {
                visitor.end();
                throw e;
            }
            visitor.end();
        }

        private int next() throws XMLStreamException {
            in.nextPart();
            return reader.next();
        }
    }

    private static XmlElement root(XMLStreamReader reader) throws XMLStreamException, Damaged {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw doctype(reader);
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement root = element(reader, 0);
                    while (reader.hasNext()) {
                        reader.next();
                    }
                    return root;
                }
                default -> {
                }
            }
        }
        throw new Damaged("The file holds no element.");
    }

    private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException, Damaged {
        requireDepth(reader, depth);
        String name = reader.getLocalName();
        Map<String, String> attributes = attributes(reader);
        int line = reader.getLocation().getLineNumber();
        List<XmlElement> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new Damaged(
                        "The file refers to the entity \"%s\" (line %d); entities are not opened, for safety.".formatted(
                                reader.getLocalName(),
                                reader.getLocation().getLineNumber()));
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(name, attributes, text.toString().strip(), List.copyOf(children),
                            line);
                }
                default -> {
                }
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return Collections.unmodifiableMap(attributes);
    }

    private static void requireDepth(XMLStreamReader reader, int depth) throws Damaged {
        if (depth > DEEPEST) {
            throw new Damaged("Elements are nested deeper than %d (line %d).".formatted(DEEPEST, reader.getLocation().getLineNumber()));
        }
    }

    private static Damaged doctype(XMLStreamReader reader) {
        return new Damaged("The file has a DOCTYPE (line %d), which is not opened, for safety: remove it from the file."
                .formatted(reader.getLocation().getLineNumber()));
    }

    private static String sentence(XMLStreamException cause) {
        if (cause.getNestedException() instanceof CharacterCodingException) {
            return WRONG_ENCODING;
        }
        int line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNumber();
        if (cause.getNestedException() instanceof BoundedInput.TooLarge) {
            return "One element of the file is larger than 64 MB%s, too large to be read."
                    .formatted(line > 0 ? " (line " + line + ")" : "");
        }
        String message = String.valueOf(cause.getMessage());
        int mark = message.indexOf("Message: ");
        String reason = CODE.matcher((mark < 0 ? message : message.substring(mark + "Message: ".length())).strip()).replaceFirst("");
        return "The file is not well-formed XML%s: %s".formatted(line > 0 ? " (line " + line + ")" : "",
                reason.endsWith(".") ? reason : reason + ".");
    }
}
