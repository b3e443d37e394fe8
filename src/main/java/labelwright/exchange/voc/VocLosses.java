package labelwright.exchange.voc;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.model.Annotation;

/// What other tools see of a VOC export: boxes and label pictures.
final class VocLosses extends LossCount {

    VocLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            String box = "Pascal VOC has none: other tools see the box around it. Labelwright reads it back exactly.";
            String area = "Other tools see its box and its pixels in the label pictures, where later ones cover it. Labelwright reads it back exactly.";
            switch (annotation.shape().kind()) {
                case BOX -> {
                }
                case ROTATED_BOX -> add(1, "rotated box for other tools", "rotated boxes for other tools", area);
                case ELLIPSE -> add(1, "ellipse for other tools", "ellipses for other tools", area);
                case POLYGON -> add(1, "polygon for other tools", "polygons for other tools", area);
                case MASK -> add(1, "mask for other tools", "masks for other tools", area);
                case SPAN -> add(1, "span of a text", "spans of texts", "Pascal VOC has no form for texts; they are left out.");
                case POLYLINE -> add(1, "line for other tools", "lines for other tools", box);
                case POINTS -> add(1, "set of points for other tools", "sets of points for other tools", box);
                case KEYPOINTS -> add(1, "skeleton for other tools", "skeletons for other tools", box);
            }
        }
        add(item.annotations().answers().isEmpty() ? 0 : 1, "answer about a whole picture", "answers about whole pictures",
                "Pascal VOC files describe objects only.");
    }
}
