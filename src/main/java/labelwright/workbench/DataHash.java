package labelwright.workbench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationType;

/// SHA-256 over what a run learns from: names, sizes and splits of the items, what was said about them, their labels
/// and shapes, and the relations between them. Two runs with one hash saw the
/// same labels, whatever order they came in; pixels are not looked at.
final class DataHash {
    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    private DataHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String of(LabelSchema schema, Collection<LabelledItem> items) {
        DataHash hash = new DataHash();
        hash.add(items.size());
        items.stream().sorted(Comparator.comparing(labelled -> labelled.item().name())).forEach(labelled -> hash.add(schema, labelled));
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(LabelSchema schema, LabelledItem labelled) {
        add(labelled.item().name());
        add(labelled.item().width());
        add(labelled.item().height());
        add(labelled.item().split().code());
        new TreeMap<>(labelled.answer().answers()).forEach((name, value) -> {
            add(name);
            add(value);
        });
        add(labelled.answer().annotations().size());
        for (Annotation annotation : labelled.answer().annotations()) {
            add(schema.label(annotation.label()).name());
            add(annotation.shape());
        }
        addRelations(schema, labelled.answer());
    }

    /// Adds nothing when there are none. An end is named by its place among the annotations, since ids differ from workspace to workspace.
    private void addRelations(LabelSchema schema, AnnotationSet answer) {
        Map<AnnotationId, Integer> places = new HashMap<>();
        answer.annotations().forEach(annotation -> places.put(annotation.id(), places.size()));
        for (Relation relation : answer.relations()) {
            add(schema.findRelation(relation.type()).map(RelationType::name).orElse(""));
            add(places.getOrDefault(relation.from(), -1));
            add(places.getOrDefault(relation.to(), -1));
        }
    }

    private void add(Shape shape) {
        add(shape.kind().code());
        switch (shape) {
            case Box box -> {
                add(box.x());
                add(box.y());
                add(box.width());
                add(box.height());
            }
            case Polygon polygon -> {
                for (Polygon.Part part : polygon.parts()) {
                    add(part.holes().size());
                    add(part.outer());
                    part.holes().forEach(this::add);
                }
            }
            case RotatedBox(double x, double y, double width, double height, double angle) -> addAll(x, y, width, height, angle);
            case Ellipse(double x, double y, double radiusX, double radiusY, double angle) -> addAll(x, y, radiusX, radiusY, angle);
            case Polyline line -> add(line.points());
            case Points points -> add(points.points());
            case Keypoints keypoints -> keypoints.points().forEach(point -> {
                add(point.visibility().code());
                addAll(point.x(), point.y());
            });
            case Mask mask -> mask.spans().forEach((y, from, to) -> addAll(y, from, to));
            case TextSpan span -> span.fragments().forEach(fragment -> addAll(fragment.start(), fragment.end()));
        }
    }

    private void addAll(double... numbers) {
        for (double number : numbers) {
            add(number);
        }
    }

    private void add(Ring ring) {
        add(ring.points());
    }

    private void add(List<Point> points) {
        add(points.size());
        for (Point point : points) {
            add(point.x());
            add(point.y());
        }
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(double value) {
        add(Double.doubleToLongBits(value));
    }

    private void add(long value) {
        digest.update(number.clear().putLong(value).flip());
    }
}
