package labelwright.ui.annotate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;
import labelwright.model.RegionFacts;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Words;

/// What is said about a region, in words for people.
final class RegionWords {
    private static final Texts TEXTS = Texts.of(RegionWords.class);

    private RegionWords() {}

    /// Width and height in pixels, or the number of points.
    static String size(Shape shape) {
        return switch (shape) {
            case Box box -> Math.round(box.width()) + " \u00d7 " + Math.round(box.height());
            case RotatedBox box ->
                TEXTS.format("region.turned", Math.round(box.width()), Math.round(box.height()), Math.round(box.angle()));
            case Ellipse ellipse -> Math.round(2 * ellipse.radiusX()) + " \u00d7 " + Math.round(2 * ellipse.radiusY());
            case Polygon polygon -> TEXTS.format("region.points", polygon.pointCount());
            case Polyline line -> TEXTS.format("region.points", line.points().size());
            case Points points -> TEXTS.format("region.points", points.points().size());
            case Keypoints keypoints -> TEXTS.format("region.keypoints", keypoints.placed().size(), keypoints.points().size());
            case TextSpan span -> span.covered();
            case Mask mask -> TEXTS.format("region.pixels", mask.spans().area());
        };
    }

    /// What is known of one region beside its label and what is asked about it, by name, in the order to show it.
    static Map<String, String> facts(Annotation annotation, LabelSchema schema) {
        Map<String, String> facts = new LinkedHashMap<>();
        Bounds bounds = annotation.shape().bounds();
        facts.put(TEXTS.get("region.shape"), TEXTS.name(annotation.shape().kind()));
        facts.put(TEXTS.get("region.place"), Math.round(bounds.x()) + ", " + Math.round(bounds.y()));
        facts.put(TEXTS.get("region.size"), Math.round(bounds.width()) + " \u00d7 " + Math.round(bounds.height()));
        if (annotation.shape().area() > 0) {
            facts.put(TEXTS.get("region.area"), Words.number(Math.round(annotation.shape().area())));
        }
        facts.put(TEXTS.get("region.origin"), origin(annotation.origin()));
        Map<String, String> attributes = new TreeMap<>(annotation.attributes());
        attributes.remove(RegionFacts.TEXT);
        schema.find(annotation.label())
                .ifPresent(label -> label.attributes().definitions().forEach(definition -> attributes.remove(definition.name())));
        facts.putAll(attributes);
        return facts;
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case Origin.Manual _ -> TEXTS.get("origin.manual");
            case Origin.Imported(String format) -> TEXTS.format("origin.imported", format);
            case Origin.Propagated _ -> TEXTS.get("origin.propagated");
            case Origin.Suggested suggested -> TEXTS.format("origin.suggested", suggested.score());
            case Origin.Taken taken -> switch (taken.fidelity()) {
                case UNCHANGED -> TEXTS.format("origin.taken", taken.score());
                case CHANGED -> TEXTS.format("origin.takenChanged", taken.score());
            };
        };
    }
}
