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

    /// What gives a shape its colour.
    public enum Colouring {
        /// Its label.
        LABEL,
        /// Each shape has a colour of its own.
        INSTANCE,
        /// Who made it: a person, an import, or one of the models.
        AUTHOR
    }

    /// @param fill how strongly the inside is tinted, 0 to 1
    /// @param pixel device pixels per logical pixel: widths and texts grow with it
    /// @param outline width of outlines in logical pixels
    public record Look(double fill, Captions captions, double pixel, Colouring colouring, double outline) {
        private static final double USUAL_OUTLINE = 2;

        /// Coloured by label, with the usual outline.
        public Look(double fill, Captions captions, double pixel) {
            this(fill, captions, pixel, Colouring.LABEL, USUAL_OUTLINE);
        }

        public Look withFill(double changed) {
            return new Look(changed, captions, pixel, colouring, outline);
        }

        public Look withPixel(double changed) {
            return new Look(fill, captions, changed, colouring, outline);
        }
    }

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
