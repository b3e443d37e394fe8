package labelwright.workbench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;

import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Ring;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.LabelSchema;

/// SHA-256 over what a run learns from: names, sizes and splits of the items, and their labels and shapes. Two runs with one hash saw the
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
        add(labelled.answer().annotations().size());
        for (Annotation annotation : labelled.answer().annotations()) {
            add(schema.label(annotation.label()).name());
            add(annotation.shape());
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
        }
    }

    private void add(Ring ring) {
        add(ring.points().size());
        for (Point point : ring.points()) {
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
