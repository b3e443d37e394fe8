package labelwright.exchange;

import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a small XML file as a tree. Document types are refused, and with them entities: nothing but the file itself is opened.
public final class XmlDocument {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int DEEPEST = 50;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    public XmlDocument() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (Files.size(file) > MOST_BYTES) {
                throw new Damaged("The file is larger than 64 MB, too large for the description of one picture.");
            }
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Damaged(sentence(e));
        } catch (IOException e) {
            throw new Damaged("The file cannot be read: %s.".formatted(ExchangeException.reason(e)));
        }
    }

    /// Hands over elements of these names one by one, wherever they stand, so that the file need not fit into memory.
    ///
    /// @param progress told now and then
    public void stream(Path file, Set<String> names, Consumer<XmlElement> visitor, Runnable progress) throws Damaged {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            try {
                int depth = 0;
                boolean any = false;
                while (reader.hasNext()) {
                    int event = reader.next();
                    if (event == XMLStreamConstants.DTD) {
                        throw doctype(reader);
                    } else if (event == XMLStreamConstants.END_ELEMENT) {
                        depth--;
                    } else if (event == XMLStreamConstants.START_ELEMENT) {
                        any = true;
                        progress.run();
                        if (names.contains(reader.getLocalName())) {
                            visitor.accept(element(reader, depth));
                        } else if (++depth > DEEPEST) {
                            throw new Damaged("Elements are nested deeper than %d (line %d).".formatted(DEEPEST,
                                    reader.getLocation().getLineNumber()));
                        }
                    }
                }
                if (!any) {
                    throw new Damaged("The file holds no element.");
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new Damaged(sentence(e));
        } catch (IOException e) {
            throw new Damaged("The file cannot be read: %s.".formatted(ExchangeException.reason(e)));
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
        if (depth > DEEPEST) {
            throw new Damaged("Elements are nested deeper than %d (line %d).".formatted(DEEPEST, reader.getLocation().getLineNumber()));
        }
        String name = reader.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
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
                    return new XmlElement(name, Collections.unmodifiableMap(attributes), text.toString().strip(), List.copyOf(children),
                            line);
                }
                default -> {
                }
            }
        }
    }

    private static Damaged doctype(XMLStreamReader reader) {
        return new Damaged("The file has a DOCTYPE (line %d), which is not opened, for safety: remove it from the file."
                .formatted(reader.getLocation().getLineNumber()));
    }

    private static String sentence(XMLStreamException cause) {
        if (cause.getNestedException() instanceof CharConversionException) {
            return "The file is not in the encoding that it claims to be in (UTF-8 unless it says otherwise): save it as UTF-8.";
        }
        String message = String.valueOf(cause.getMessage());
        int mark = message.indexOf("Message: ");
        String reason = (mark < 0 ? message : message.substring(mark + "Message: ".length())).strip();
        int line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNumber();
        return "The file is not well-formed XML%s: %s".formatted(line > 0 ? " (line " + line + ")" : "",
                reason.endsWith(".") ? reason : reason + ".");
    }
}
