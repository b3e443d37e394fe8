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
import labelwright.geometry.TextSpan;
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
                case Box _, Mask _, Keypoints _ -> {
                }
                case TextSpan span -> throw span.notOfPicture();
                case RotatedBox _ -> add(1, "rotated box for other tools", "rotated boxes for other tools",
                        "COCO has none: other tools see a polygon. Labelwright reads the rotated box back.");
                case Ellipse _ -> add(1, "ellipse for other tools", "ellipses for other tools",
                        "COCO has none: other tools see a polygon. Labelwright reads the ellipse back.");
                case Polyline _ -> add(1, "line for other tools", "lines for other tools",
                        "COCO has none: other tools see the box around it. Labelwright reads the line back.");
                case Points _ -> add(1, "set of points for other tools", "sets of points for other tools",
                        "COCO has none: other tools see the box around it. Labelwright reads the points back.");
                case Polygon polygon -> {
                    if (polygon.parts().stream().anyMatch(part -> !part.holes().isEmpty())) {
                        add(1, "polygon with holes for other tools", "polygons with holes for other tools",
                                "COCO polygons cannot have holes: other tools see a mask of whole pixels. Labelwright reads the exact outline back.");
                    }
                }
            }
        }
        add(item.annotations().answers().isEmpty() ? 0 : 1, "answer about a whole picture", "answers about whole pictures",
                "COCO annotations are about regions only; they are left out.");
    }
}
