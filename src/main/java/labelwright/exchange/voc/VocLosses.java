package labelwright.exchange.voc;

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

/// VOC holds boxes only.
final class VocLosses extends LossCount {

    VocLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            switch (annotation.shape()) {
                case Box _ -> {
                }
                case RotatedBox _ -> add(1, "rotated box", "rotated boxes", "Pascal VOC holds boxes only; the box around each is written.");
                case Ellipse _ -> add(1, "ellipse", "ellipses", "Pascal VOC holds boxes only; the box around each is written.");
                case Mask _ -> add(1, "mask", "masks", "Pascal VOC holds boxes only; the box around each is written.");
                case Polyline _, Points _, Keypoints _ -> add(1, "line or set of points", "lines or sets of points",
                        "Pascal VOC holds boxes only; the box around each is written.");
                case Polygon _ -> add(1, "polygon", "polygons", "Pascal VOC holds boxes only; the box around each polygon is written.");
            }
        }
    }
}
