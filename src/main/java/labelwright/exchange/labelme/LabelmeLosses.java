package labelwright.exchange.labelme;

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

/// What labelme sees differently.
final class LabelmeLosses extends LossCount {

    LabelmeLosses() {
        super(new TargetNames(TargetNames.Unique.STEM));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            switch (annotation.shape()) {
                case Box _, Polyline _, Points _, Mask _ -> {
                }
                case RotatedBox _ -> add(1, "rotated box for other tools", "rotated boxes for other tools",
                        "labelme has none: it sees a polygon. Labelwright reads the rotated box back.");
                case Ellipse ellipse -> {
                    if (!LabelmeForm.isCircle(ellipse)) {
                        add(1, "ellipse for other tools", "ellipses for other tools",
                                "labelme has circles only: it sees a polygon. Labelwright reads the ellipse back.");
                    }
                }
                case TextSpan span -> throw span.notOfPicture();
                case Keypoints _ -> add(1, "skeleton for other tools", "skeletons for other tools",
                        "labelme has none: it sees the points. Labelwright reads the skeleton back.");
                case Polygon polygon -> {
                    if (!LabelmeForm.isOneRing(polygon)) {
                        add(1, "polygon with holes or several parts for other tools",
                                "polygons with holes or several parts for other tools",
                                "labelme polygons have one outline: it sees a mask of whole pixels. Labelwright reads the exact outline back.");
                    }
                }
            }
        }
    }
}
