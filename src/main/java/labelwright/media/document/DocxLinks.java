package labelwright.media.document;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads what a part of a DOCX points to.
final class DocxLinks {
    private static final int MOST = 200_000;

    private DocxLinks() {}

    /// @param target path in the zip file, or an address when it is outside
    /// @param type the last part of the address that names the relation: `hyperlink`, `header`
    record Link(String type, String target, boolean isOutside) {
        boolean isOf(String wanted) {
            return type.equals(wanted);
        }
    }

    /// @param folder of the part that points, with `/` at its end; empty at the top
    static List<Link> read(InputStream in, String folder) throws XMLStreamException {
        List<Link> links = new ArrayList<>();
        XMLStreamReader xml = reader(in);
        while (xml.hasNext() && links.size() < MOST) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                String type = text(xml, "Type");
                String target = text(xml, "Target");
                boolean isOutside = text(xml, "TargetMode").equalsIgnoreCase("External");
                links.add(new Link(type.substring(type.lastIndexOf('/') + 1), isOutside ? target : inside(target, folder), isOutside));
            }
        }
        return links;
    }

    /// Reads without DTDs and opens nothing else. The JDK counts every `&amp;` as an entity and would stop at 100,000 of them; without DTDs there
    /// are no others, and the size of a part is bounded. Its 200 levels of elements are too few for tables in tables.
    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.totalEntitySizeLimit", 0);
        factory.setProperty("jdk.xml.maxElementDepth", 2 * DocxLines.DEEPEST);
        factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
        return factory.createXMLStreamReader(in);
    }

    private static String inside(String target, String folder) {
        return target.startsWith("/") ? target.substring(1) : folder + target;
    }

    private static String text(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
