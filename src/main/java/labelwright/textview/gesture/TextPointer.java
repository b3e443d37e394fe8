package labelwright.textview.gesture;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.model.AnnotationId;
import labelwright.model.RelationId;

/// Where the pointer is in the text.
///
/// @param caret the place between two characters that is nearest, in code points
/// @param character the code point under the pointer; -1 when there is none
/// @param under what is drawn under the pointer beside the text
/// @param clicks how often the button went down here
public record TextPointer(int caret, int character, Under under, Set<Modifier> modifiers, int clicks) {

    /// Keys that are held.
    public enum Modifier {
        /// Goes on marking from where it began.
        EXTEND,
        /// Adds to what is selected.
        ADD
    }

    /// What lies under the pointer.
    ///
    /// @param span the line or tag of a span, or null
    /// @param suggestion the line or tag of a suggestion, or null
    /// @param grip an end of the selected span, or null
    /// @param relation an arc, or null
    public record Under(@Nullable AnnotationId span, @Nullable AnnotationId suggestion, @Nullable Grip grip,
            @Nullable RelationId relation) {
        public static final Under NOTHING = new Under(null, null, null, null);
    }

    public boolean has(Modifier modifier) {
        return modifiers.contains(modifier);
    }
}
