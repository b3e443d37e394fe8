package labelwright.canvas.raster;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import labelwright.edit.Selection;
import labelwright.model.AnnotationId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;

/// How a layer's shapes look.
///
/// @param labels colour and name of each label
/// @param hidden shapes that are not drawn
public record LayerStyle(Map<LabelId, LabelClass> labels, Selection selection, Set<AnnotationId> hidden, Role role, Look look) {

    /// Annotations have solid outlines; suggestions dashed ones, and their scores.
    public enum Role {
        ANNOTATIONS, SUGGESTIONS
    }

    /// Whether label names are written at the shapes.
    public enum Captions {
        SHOWN, HIDDEN
    }

    /// @param fill how strongly the inside is tinted, 0 to 1
    /// @param pixel device pixels per logical pixel: widths and texts grow with it
    public record Look(double fill, Captions captions, double pixel) {}

    public LayerStyle {
        labels = Map.copyOf(labels);
        hidden = Set.copyOf(hidden);
    }

    public static Map<LabelId, LabelClass> byId(LabelSchema schema) {
        Map<LabelId, LabelClass> labels = new HashMap<>();
        schema.labels().forEach(label -> labels.put(label.id(), label));
        return labels;
    }
}
