package labelwright.exchange.voc;

import java.util.List;
import java.util.Optional;

/// One element of a small XML document.
///
/// @param text what stands directly in the element, without blanks at the ends
/// @param line where the element begins, counted from 1
record XmlElement(String name, String text, List<XmlElement> children, int line) {

    Optional<XmlElement> find(String child) {
        return children.stream().filter(element -> element.name.equals(child)).findFirst();
    }

    List<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child)).toList();
    }

    /// The child's text; empty when there is no such child or nothing in it.
    Optional<String> textOf(String child) {
        return find(child).map(XmlElement::text).filter(text -> !text.isEmpty());
    }
}
