package labelwright.exchange.labelstudio;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;

/// What Label Studio sees differently.
final class LabelStudioLosses extends LossCount {

    LabelStudioLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            Shape shape = annotation.shape();
            if (LabelStudioValue.of(shape, item.item().width(), item.item().height()).hasOwnLine()) {
                switch (shape.kind()) {
                    case POLYGON -> add(1, "polygon with holes or several parts for other tools",
                            "polygons with holes or several parts for other tools",
                            "Label Studio sees a brush mask. Labelwright reads the exact outline back.");
                    case KEYPOINTS -> add(1, "skeleton for other tools", "skeletons for other tools",
                            "Label Studio sees the box around it. Labelwright reads the skeleton back.");
                    case BOX, ROTATED_BOX, ELLIPSE, POLYLINE, POINTS, MASK, SPAN -> add(1, "set of points for other tools",
                            "sets of points for other tools", "Label Studio sees the box around it. Labelwright reads the points back.");
                }
            }
            if (!annotation.attributes().isEmpty()) {
                add(1, "annotation with attributes for other tools", "annotations with attributes for other tools",
                        "Label Studio keeps them out of sight, with the region's notes.");
            }
        }
    }
}
