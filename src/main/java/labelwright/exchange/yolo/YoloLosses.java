package labelwright.exchange.yolo;

import java.util.Map;
import java.util.TreeMap;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.Facts;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.Bounds;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Polygon;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.ExportTask;

/// YOLO lines hold a class and one shape, of one kind for the whole data set.
final class YoloLosses extends LossCount {
    private final YoloPlan plan;

    YoloLosses(YoloPlan plan) {
        super(new TargetNames(TargetNames.Unique.STEM));
        this.plan = plan;
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            count(annotation, new Bounds(0, 0, item.item().width(), item.item().height()));
        }
        if (!item.annotations().answers().isEmpty()) {
            add(1, "answer about a whole picture", "answers about whole pictures", "YOLO label files hold shapes only.");
        }
    }

    private void count(Annotation annotation, Bounds picture) {
        Shape shape = annotation.shape();
        Map<String, String> attributes = new TreeMap<>(annotation.attributes());
        if (shape instanceof Keypoints && (plan.task() == ExportTask.POSE || plan.task() == ExportTask.DETECT)) {
            attributes.remove(Facts.BOX);
        }
        if (!attributes.isEmpty()) {
            add(1, "annotation loses its attributes", "annotations lose their attributes", "YOLO lines hold no attributes.");
        }
        if (!YoloText.isExact(plan.task(), shape)) {
            changed(shape.kind());
        } else if (shape instanceof Polygon polygon) {
            count(polygon);
        } else if (shape instanceof RotatedBox && !picture.contains(shape.bounds())) {
            add(1, "oriented box beyond the edge", "oriented boxes beyond the edge",
                    "Trainers drop pictures with coordinates outside; such corners are put on the edge.");
        } else if (shape instanceof Keypoints keypoints && keypoints.points().size() < plan.points()) {
            add(1, "skeleton with fewer points", "skeletons with fewer points",
                    "All pose lines have %d points; absent points are added.".formatted(plan.points()));
        }
    }

    private void changed(ShapeKind kind) {
        String instead = switch (plan.task()) {
            case AUTO, DETECT -> "A YOLO data set for detection holds boxes only; the box around it is written.";
            case SEGMENT -> "A YOLO data set for segmentation holds polygons only; its outline is written, without holes.";
            case OBB -> "A YOLO data set for oriented boxes holds those only; an oriented box around it is written.";
            case POSE -> "A YOLO data set for poses holds skeletons only; the box around it is written, with all points absent.";
        };
        switch (kind) {
            case BOX -> add(1, "box", "boxes", instead);
            case POLYGON -> add(1, "polygon", "polygons", instead);
            case ROTATED_BOX -> add(1, "rotated box", "rotated boxes", instead);
            case ELLIPSE -> add(1, "ellipse", "ellipses", instead);
            case MASK -> add(1, "mask", "masks", instead);
            case SPAN -> add(1, "span of a text", "spans of texts", "YOLO has no form for texts; they are left out.");
            case POLYLINE -> add(1, "line", "lines", "YOLO has no form for lines; they are left out.");
            case POINTS -> add(1, "set of points", "sets of points", "YOLO has no form for single points; they are left out.");
            case KEYPOINTS -> {
                if (plan.task() == ExportTask.SEGMENT) {
                    add(1, "skeleton", "skeletons", "A YOLO data set for segmentation holds polygons only; they are left out.");
                } else {
                    add(1, "skeleton", "skeletons", instead);
                }
            }
        }
    }

    private void count(Polygon polygon) {
        add(polygon.parts().stream().mapToInt(part -> part.holes().size()).sum(), "hole in a polygon", "holes in polygons",
                "YOLO outlines cannot have holes; they are written filled.");
        if (polygon.parts().size() > 1) {
            add(1, "polygon of several parts", "polygons of several parts",
                    "A YOLO line holds one outline; each part is written as an object of its own.");
        }
    }
}
