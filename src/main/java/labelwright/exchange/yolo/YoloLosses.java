package labelwright.exchange.yolo;

import java.util.ArrayList;
import java.util.List;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.Loss;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.model.Annotation;

/// YOLO lines hold a class and one outline, or a class and a box; not both kinds in one data set.
final class YoloLosses extends LossCount {
    private long boxes;
    private long polygons;

    YoloLosses() {
        super(new TargetNames(TargetNames.Unique.STEM));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            if (!annotation.attributes().isEmpty()) {
                add(1, "annotation loses its attributes", "annotations lose their attributes", "YOLO lines hold no attributes.");
            }
            switch (annotation.shape()) {
                case Box _ -> boxes++;
                case Polygon polygon -> count(polygon);
                case RotatedBox _ -> outline("rotated box", "rotated boxes", "They are written as outlines.");
                case Ellipse _ -> outline("ellipse", "ellipses", "They are written as outlines.");
                case Mask _ -> outline("mask", "masks", "They are written as outlines.");
                case Polyline _, Points _, Keypoints _ -> add(1, "line or set of points", "lines or sets of points",
                        "Only the box around them is written.");
            }
        }
    }

    private void outline(String one, String many, String why) {
        polygons++;
        add(1, one, many, why);
    }

    private void count(Polygon polygon) {
        polygons++;
        add(polygon.parts().stream().mapToInt(part -> part.holes().size()).sum(), "hole in a polygon", "holes in polygons",
                "YOLO outlines cannot have holes; they are written filled.");
        if (polygon.parts().size() > 1) {
            add(1, "polygon of several parts", "polygons of several parts",
                    "A YOLO line holds one outline; each part is written as an object of its own.");
        }
    }

    /// Whether lines must be outlines.
    boolean hasPolygons() {
        return polygons > 0;
    }

    @Override
    public List<Loss> losses() {
        List<Loss> losses = new ArrayList<>(super.losses());
        if (boxes > 0 && hasPolygons()) {
            losses.add(new Loss(boxes == 1 ? "1 box" : "%,d boxes".formatted(boxes),
                    "A YOLO data set with polygons holds polygons only; boxes are written as polygons of four points."));
        }
        return List.copyOf(losses);
    }
}
