package labelwright.exchange.voc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an `object` element says: its label and attributes in our words.
final class VocObject {
    /// Facts that VOC writes as elements of their own, with the value that says nothing.
    static final Map<String, String> USUAL = usual();
    private static final List<String> NOT_SUPPORTED = List.of("part", "actions", "polygon", "mask", "segm");

    private final XmlElement element;

    VocObject(XmlElement element) {
        this.element = element;
    }

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("pose", "Unspecified");
        usual.put("truncated", "0");
        usual.put("difficult", "0");
        usual.put("occluded", "0");
        return usual;
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
            if (USUAL.containsKey(child.name()) || isExtra(child)) {
                put(attributes, child.name(), child.text());
            }
        }
        element.all("attributes").stream().flatMap(list -> list.all("attribute").stream()).forEach(
                attribute -> attribute.textOf("name").ifPresent(name -> put(attributes, name, attribute.textOf("value").orElse(""))));
        return attributes;
    }

    private static boolean isExtra(XmlElement child) {
        return child.children().isEmpty() && !child.name().equals("name") && !NOT_SUPPORTED.contains(child.name())
                && !child.name().equals("bndbox") && !child.name().equals("attributes");
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        String text = switch (value) {
            case "False", "false" -> USUAL.containsKey(name) ? "0" : value;
            case "True", "true" -> USUAL.containsKey(name) ? "1" : value;
            default -> value;
        };
        if (!text.isEmpty() && !text.equals(USUAL.get(name))) {
            attributes.put(name, text);
        }
    }
}
