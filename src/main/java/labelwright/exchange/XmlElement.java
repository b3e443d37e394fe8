package labelwright.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One element of a small XML document.
///
/// @param text what stands directly in the element, without blanks at the ends
/// @param line where the element begins, counted from 1
public record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children, int line) {

    public Optional<XmlElement> find(String child) {
        return children.stream().filter(element -> element.name.equals(child)).findFirst();
    }

    public List<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /// The child's text; empty when there is no such child or nothing in it.
    public Optional<String> textOf(String child) {
        return find(child).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    /// Empty when there is no such attribute or nothing in it.
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// The attribute as a number; NaN when it is missing or none.
    public double number(String attribute) {
        try {
            return Double.parseDouble(attributes.getOrDefault(attribute, "").strip());
        } catch (NumberFormatException ignored) {
            return Double.NaN;
        }
    }
}
