package labelwright.exchange.coco;

import labelwright.exchange.DatasetSource.SourceItem;
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

/// What COCO files as they are written here cannot say.
final class CocoLosses extends LossCount {

    CocoLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            switch (annotation.shape()) {
                case Box _ -> {
                }
                case RotatedBox _ -> add(1, "rotated box", "rotated boxes", "They are written as polygons.");
                case Ellipse _ -> add(1, "ellipse", "ellipses", "They are written as polygons.");
                case Mask _ -> add(1, "mask", "masks", "They are written as polygons.");
                case Polyline _, Points _, Keypoints _ -> add(1, "line or set of points", "lines or sets of points",
                        "Only the box around them is written.");
                case Polygon polygon -> add(polygon.parts().stream().mapToInt(part -> part.holes().size()).sum(), "hole in a polygon",
                        "holes in polygons", "COCO polygons cannot have holes; they are written filled.");
            }
        }
    }
}
