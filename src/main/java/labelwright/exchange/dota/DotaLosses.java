package labelwright.exchange.dota;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.Polygon;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.RegionFacts;

/// DOTA lines hold four corners, a class and a difficulty.
final class DotaLosses extends LossCount {
    private final List<LabelClass> labels;
    private final Set<LabelId> blanks = new HashSet<>();

    DotaLosses(List<LabelClass> labels) {
        super(new TargetNames(TargetNames.Unique.STEM));
        this.labels = labels;
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            boolean onlyDifficult = annotation.attributes().keySet().stream().allMatch(RegionFacts.DIFFICULT::equals);
            if (!onlyDifficult) {
                add(1, "annotation loses its attributes", "annotations lose their attributes", "DOTA lines hold the difficulty only.");
            }
            count(annotation.shape());
            labels.stream().filter(label -> label.id().equals(annotation.label()) && label.name().contains(" ") && blanks.add(label.id()))
                    .forEach(_ -> add(1, "label with blanks for other tools", "labels with blanks for other tools",
                            "Other tools read its first word only. Labelwright reads the whole name back."));
        }
        add(item.annotations().answers().isEmpty() ? 0 : 1, "answer about a whole picture", "answers about whole pictures",
                "DOTA files hold shapes only.");
    }

    private void count(Shape shape) {
        String instead = "DOTA holds oriented boxes only; the box around it is written.";
        switch (shape.kind()) {
            case ROTATED_BOX -> {
            }
            case POLYGON -> {
                if (shape instanceof Polygon polygon && !DotaWriter.isQuadrangle(polygon)) {
                    add(1, "polygon", "polygons", instead);
                }
            }
            case BOX -> add(1, "box", "boxes", "DOTA holds oriented boxes only; it comes back as a rotated box of 0 degrees.");
            case ELLIPSE -> add(1, "ellipse", "ellipses", instead);
            case MASK -> add(1, "mask", "masks", instead);
            case KEYPOINTS -> add(1, "skeleton", "skeletons", instead);
            case SPAN -> add(1, "span of a text", "spans of texts", "DOTA has no form for texts; they are left out.");
            case POLYLINE -> add(1, "line", "lines", "DOTA has no form for lines; they are left out.");
            case POINTS -> add(1, "set of points", "sets of points", "DOTA has no form for points; they are left out.");
        }
    }
}
