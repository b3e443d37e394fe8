package labelwright.textview.gesture;

import java.util.List;
import java.util.Optional;

import labelwright.geometry.TextRange;
import labelwright.model.AnnotationId;

/// What a gesture in hand would do.
///
/// @param moved the fragments that a span would have
/// @param link the relation that would be drawn
public record TextPreview(Optional<Moved> moved, Optional<Link> link) {
    public static final TextPreview NONE = new TextPreview(Optional.empty(), Optional.empty());

    /// A span with other ends.
    public record Moved(AnnotationId span, List<TextRange> fragments) {
        public Moved {
            fragments = List.copyOf(fragments);
        }
    }

    /// A relation that is being drawn.
    ///
    /// @param to empty as long as nothing was picked
    public record Link(AnnotationId from, Optional<AnnotationId> to) {}
}
