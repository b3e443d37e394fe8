package labelwright.canvas.tool;

import java.util.Optional;

import labelwright.geometry.MaskBitmap;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;

/// Pixels while they are worked on. Two are equal when they are the same bitmap, whatever is on in it.
///
/// @param of the annotation that it stands for, which is not drawn meanwhile; empty for a new one
public record LiveMask(Optional<AnnotationId> of, LabelId label, MaskBitmap pixels, Role role) {

    /// What the pixels mean.
    public enum Role {
        /// They are the mask.
        MASK,
        /// A person said: these belong to the object.
        OBJECT,
        /// A person said: these do not belong to the object.
        SURROUNDINGS
    }
}
