package labelwright.exchange.voc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.exchange.Facts;
import labelwright.exchange.ShapeText;
import labelwright.exchange.XmlElement;

/// What an `object` element says: its label and attributes in our words.
final class VocObject {
    private static final List<String> NOT_SUPPORTED = List.of("part", "actions", "polygon", "mask", "segm");

    private final XmlElement element;

    VocObject(XmlElement element) {
        this.element = element;
    }

    int line() {
        return element.line();
    }

    Optional<String> label() {
        return element.textOf("name");
    }

    Optional<XmlElement> box() {
        return element.find("bndbox");
    }

    /// Our own line beside the box.
    Optional<String> ownLine() {
        return element.textOf(ShapeText.KEY);
    }

    /// Names of elements that hold what is not supported yet.
    List<String> notSupported() {
        return element.children().stream().map(XmlElement::name).filter(NOT_SUPPORTED::contains).distinct().toList();
    }

    boolean isTurned() {
        return element.find("robndbox").isPresent();
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (XmlElement child : element.children()) {
            if (Facts.USUAL.containsKey(child.name()) || isExtra(child)) {
                Facts.put(attributes, child.name(), child.text());
            }
        }
        element.all("attributes").stream().flatMap(list -> list.all("attribute").stream()).forEach(
                attribute -> attribute.textOf("name").ifPresent(name -> Facts.put(attributes, name, attribute.textOf("value").orElse(""))));
        return attributes;
    }

    private static boolean isExtra(XmlElement child) {
        return child.children().isEmpty() && !child.name().equals("name") && !NOT_SUPPORTED.contains(child.name())
                && !child.name().equals("bndbox") && !child.name().equals("attributes") && !child.name().equals(ShapeText.KEY);
    }
}
