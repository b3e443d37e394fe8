package labelwright.exchange.masks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LabelNumbers;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.MaskFill;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;

/// A label picture has one class for each pixel and nothing else.
final class MasksLosses extends LossCount {
    private final List<LabelClass> labels;
    private final LabelNumbers numbers;

    MasksLosses(List<LabelClass> labels) {
        super(new TargetNames(TargetNames.Unique.STEM));
        this.labels = labels;
        this.numbers = new LabelNumbers(labels);
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        Set<LabelId> seen = new HashSet<>();
        MaskBitmap covered = new MaskBitmap(0, 0, Math.max(1, item.item().width()), Math.max(1, item.item().height()));
        for (Annotation annotation : item.annotations().annotations()) {
            if (numbers.of(annotation.label()) >= MasksWriter.MOST_CLASSES) {
                add(1, "region of a label beyond the 254th", "regions of labels beyond the 254th",
                        "A label picture of 8 bits has no more classes; they are left out.");
                continue;
            }
            if (MaskClasses.isBackground(labels.get(numbers.of(annotation.label())).name())) {
                add(1, "region of a label that is called as the background is", "regions of labels that are called as the background is",
                        "Readers of label pictures pass over it. Give the label another name to keep it.");
            }
            MaskFill.of(annotation.shape(), item.item().width(), item.item().height()).ifPresent(mask -> {
                if (overlaps(covered, mask.spans())) {
                    add(1, "region over another one", "regions over other ones",
                            "A pixel has one class: the later region covers the earlier one.");
                }
                covered.fill(mask.spans());
                if (!seen.add(annotation.label())) {
                    add(1, "further region of a class in one picture", "further regions of a class in one picture",
                            "A label picture has classes and no objects: they come back as one mask.");
                }
            });
            kind(annotation);
            add(annotation.attributes().isEmpty() ? 0 : 1, "annotation loses its attributes", "annotations lose their attributes",
                    "Label pictures hold no attributes.");
        }
        add(item.annotations().answers().isEmpty() ? 0 : 1, "answer about a whole picture", "answers about whole pictures",
                "Label pictures hold classes of pixels only.");
    }

    private void kind(Annotation annotation) {
        String pixels = "A label picture has whole pixels: it comes back as a mask.";
        String nothing = "It covers no pixels and is left out.";
        switch (annotation.shape().kind()) {
            case MASK -> {
            }
            case BOX -> add(1, "box", "boxes", pixels);
            case ROTATED_BOX -> add(1, "rotated box", "rotated boxes", pixels);
            case ELLIPSE -> add(1, "ellipse", "ellipses", pixels);
            case POLYGON -> add(1, "polygon", "polygons", pixels);
            case POLYLINE -> add(1, "line", "lines", nothing);
            case POINTS -> add(1, "set of points", "sets of points", nothing);
            case KEYPOINTS -> add(1, "skeleton", "skeletons", nothing);
            case SPAN -> add(1, "span of a text", "spans of texts", nothing);
        }
    }

    private static boolean overlaps(MaskBitmap covered, Spans spans) {
        for (int run = 0; run < spans.size(); run++) {
            for (int x = spans.from(run); x < spans.to(run); x++) {
                if (covered.get(x, spans.y(run))) {
                    return true;
                }
            }
        }
        return false;
    }
}
