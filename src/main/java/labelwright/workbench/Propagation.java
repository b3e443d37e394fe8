package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

/// Copies regions of one picture to others, at the same place, cut at the edge of each. One step to undo for each picture.
public final class Propagation {
    private final Labelling labelling;

    Propagation(Labelling labelling) {
        this.labelling = labelling;
    }

    /// Pictures that get nothing.
    public enum LeaveOut {
        /// Those that have one of the regions already: same label, same shape.
        WITH_A_COPY,
        /// Those whose answer is submitted or accepted.
        COMPLETE
    }

    /// @param from where the regions are
    /// @param to the pictures that get them; none of them may be open
    public record Request(ItemId from, List<Annotation> annotations, List<ItemId> to, Set<LeaveOut> leaveOut) {
        public Request {
            annotations = List.copyOf(annotations);
            to = List.copyOf(to);
            leaveOut = Set.copyOf(leaveOut);
        }
    }

    /// @param changed the pictures that got regions
    /// @param annotations how many regions were made
    /// @param leftOut how many pictures got nothing
    public record Report(Set<ItemId> changed, int annotations, int leftOut) {
        public Report {
            changed = Set.copyOf(changed);
        }

        public int pictures() {
            return changed.size();
        }
    }

    /// What was done before a cancel stays, and can be undone picture by picture.
    Report run(Request request, Author.Annotator annotator, Progress progress, CancelToken token) {
        Set<ItemId> changed = new HashSet<>();
        int made = 0;
        int leftOut = 0;
        for (int i = 0; i < request.to.size(); i++) {
            token.throwIfCancelled();
            LabellingSession session = labelling.open(request.to.get(i), annotator);
            progress.report(i, request.to.size(), session.item().name());
            List<Annotation> fresh = isLeftOut(session, request) ? List.of() : copies(request, session);
            if (fresh.isEmpty()) {
                leftOut++;
            } else {
                session.perform(EditName.PROPAGATE, Edit.add(session.set(), fresh));
                changed.add(session.item().id());
                made += fresh.size();
            }
        }
        labelling.flush();
        return new Report(changed, made, leftOut);
    }

    private static boolean isLeftOut(LabellingSession session, Request request) {
        boolean complete = request.leaveOut.contains(LeaveOut.COMPLETE) && session.state().isComplete();
        return complete || (request.leaveOut.contains(LeaveOut.WITH_A_COPY) && hasACopy(session, request));
    }

    private record Look(LabelId label, Shape shape) {}

    private static boolean hasACopy(LabellingSession session, Request request) {
        Set<Look> there = new HashSet<>();
        AnnotationSet set = session.set();
        set.annotations().forEach(annotation -> there.add(new Look(annotation.label(), annotation.shape())));
        return request.annotations.stream()
                .anyMatch(annotation -> cut(annotation.shape(), session.item())
                        .filter(shape -> there.contains(new Look(annotation.label(), shape)))
                        .isPresent());
    }

    private static List<Annotation> copies(Request request, LabellingSession session) {
        List<Annotation> fresh = new ArrayList<>();
        for (Annotation annotation : request.annotations) {
            cut(annotation.shape(), session.item()).ifPresent(shape -> fresh.add(new Annotation(session.newId(), annotation.label(), shape,
                    new Origin.Propagated(request.from), annotation.attributes())));
        }
        return fresh;
    }

    private static Optional<Shape> cut(Shape shape, Item item) {
        return item.width() > 0 ? shape.clip(item.width(), item.height()) : Optional.of(shape);
    }
}
