package labelwright.exchange.voc;

import java.util.Map;
import java.util.TreeMap;

import labelwright.exchange.BoxText;
import labelwright.exchange.Decimals;
import labelwright.exchange.Facts;
import labelwright.exchange.FileNames;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.ShapeText;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Item;

/// Builds the XML text of one picture, with the elements in the order of the challenge.
final class VocXml {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<annotation>\n");

    /// @param picture path below `JPEGImages`
    static String of(Item item, String picture, AnnotationSet annotations, LabelNumbers labels, boolean isSegmented) {
        VocXml xml = new VocXml();
        xml.element(1, "folder", FileNames.join("JPEGImages", FileNames.folder(picture)));
        xml.element(1, "filename", FileNames.last(picture));
        xml.open(1, "size");
        xml.element(2, "width", Integer.toString(item.width()));
        xml.element(2, "height", Integer.toString(item.height()));
        xml.element(2, "depth", "3");
        xml.close(1, "size");
        xml.element(1, "segmented", isSegmented ? "1" : "0");
        annotations.annotations().forEach(annotation -> xml.object(annotation, labels.name(annotation.label()), item));
        return xml.text.append("</annotation>\n").toString();
    }

    private void object(Annotation annotation, String label, Item item) {
        Map<String, String> others = new TreeMap<>(annotation.attributes());
        open(1, "object");
        element(2, "name", label);
        for (Map.Entry<String, String> fact : Facts.USUAL.entrySet()) {
            String value = others.remove(fact.getKey());
            if (value != null || !fact.getKey().equals(Facts.CROWD)) {
                element(2, fact.getKey(), value == null ? fact.getValue() : value);
            }
        }
        Shape shape = annotation.shape();
        Bounds box = shape instanceof Box ? shape.bounds() : BoxText.inside(shape.bounds(), item.width(), item.height());
        open(2, "bndbox");
        element(3, "xmin", Decimals.exact(box.x()));
        element(3, "ymin", Decimals.exact(box.y()));
        element(3, "xmax", Decimals.exact(box.maxX()));
        element(3, "ymax", Decimals.exact(box.maxY()));
        close(2, "bndbox");
        if (!(shape instanceof Box)) {
            element(2, ShapeText.KEY, ShapeText.of(shape));
        }
        if (!others.isEmpty()) {
            open(2, "attributes");
            others.forEach((name, value) -> {
                open(3, "attribute");
                element(4, "name", name);
                element(4, "value", value);
                close(3, "attribute");
            });
            close(2, "attributes");
        }
        close(1, "object");
    }

    private void open(int depth, String name) {
        text.append("  ".repeat(depth)).append('<').append(name).append(">\n");
    }

    private void close(int depth, String name) {
        text.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    private void element(int depth, String name, String value) {
        text.append("  ".repeat(depth)).append('<').append(name).append('>');
        value.codePoints().forEach(this::escape);
        text.append("</").append(name).append(">\n");
    }

    /// Characters that XML cannot hold become a question mark.
    private void escape(int c) {
        switch (c) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            default -> text.appendCodePoint(isXml(c) ? c : '?');
        }
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
