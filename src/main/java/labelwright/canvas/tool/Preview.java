package labelwright.canvas.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.geometry.Bounds;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Point;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;
import labelwright.model.SkeletonTemplate;

/// What a gesture wants to be seen on top of the picture, in picture pixels. It is not data: nothing of it is kept.
public sealed interface Preview {

    Preview NOTHING = new Nothing();

    record Nothing() implements Preview {}

    /// Annotations as they would become; those they stand for are not drawn meanwhile.
    record Changed(List<Annotation> annotations) implements Preview {
        public Changed {
            annotations = List.copyOf(annotations);
        }

        public Set<AnnotationId> ids() {
            return Set.copyOf(annotations.stream().map(Annotation::id).toList());
        }
    }

    /// A new shape being drawn.
    record NewShape(LabelId label, Shape shape) implements Preview {}

    /// A new outline or line being drawn point by point.
    ///
    /// @param ahead what the next press would add, at least one point
    record NewOutline(LabelId label, List<Point> points, List<Point> ahead, Closing closing) implements Preview {
        public NewOutline {
            points = List.copyOf(points);
            ahead = List.copyOf(ahead);
        }
    }

    /// Whether a press now would close the outline.
    enum Closing {
        OPEN, CLOSES,
        /// It is a line that is not going to be closed.
        NEVER
    }

    /// An outline being drawn in one stroke.
    record NewStroke(LabelId label, List<Point> points) implements Preview {
        public NewStroke {
            points = List.copyOf(points);
        }
    }

    /// A skeleton being placed.
    record NewSkeleton(LabelId label, SkeletonTemplate template, List<Keypoint> points) implements Preview {
        public NewSkeleton {
            points = List.copyOf(points);
        }
    }

    /// A rectangle that selects what lies in it.
    record RubberBand(Bounds bounds) implements Preview {}

    /// Masks being worked on. The bitmaps are not copies: they go on changing with the gesture.
    ///
    /// @param dirty where pixels changed with the last event
    /// @param frame the area that the search is about, if it has one
    record LiveMasks(List<LiveMask> masks, Bounds dirty, Optional<Bounds> frame, Work work) implements Preview {
        public LiveMasks {
            masks = List.copyOf(masks);
        }

        LiveMasks(List<LiveMask> masks, Bounds dirty) {
            this(masks, dirty, Optional.empty(), Work.DONE);
        }

        public Set<AnnotationId> ids() {
            return Set.copyOf(masks.stream().flatMap(mask -> mask.of().stream()).toList());
        }
    }

    /// Whether something is still being searched for in the background.
    enum Work {
        DONE, GOING_ON
    }

    /// The annotations that a preview shows in another way; they are not drawn meanwhile.
    static Set<AnnotationId> hiddenBy(Preview preview) {
        return switch (preview) {
            case Changed changed -> changed.ids();
            case LiveMasks masks -> masks.ids();
            case Nothing _, NewShape _, NewOutline _, NewStroke _, NewSkeleton _, RubberBand _ -> Set.of();
        };
    }
}
