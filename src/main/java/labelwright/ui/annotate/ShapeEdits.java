package labelwright.ui.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.tool.SkeletonLines;
import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Reshaping;
import labelwright.geometry.Bounds;
import labelwright.geometry.Conversion;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.ShapeAlgebra;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Flag;
import labelwright.model.LabelClass;
import labelwright.model.SkeletonTemplate;
import labelwright.workbench.LabellingSession;

/// What can be made of the shapes of the selected annotations. Each is one edit; what cannot be changed or is pinned is left alone. FX thread
/// only.
final class ShapeEdits {

    /// How it went.
    sealed interface Answer {
        record Done() implements Answer {}

        /// There was nothing to do: the shapes do not overlap, are of one piece, have no points to lose.
        record Nothing() implements Answer {}

        /// The label of a shape does not allow the kind that it would get.
        record Forbidden(LabelClass label, ShapeKind kind) implements Answer {}
    }

    private static final Answer DONE = new Answer.Done();
    private static final Answer NOTHING = new Answer.Nothing();

    private final Workplace workplace;
    private @Nullable List<Annotation> operands;

    ShapeEdits(Workplace workplace) {
        this.workplace = workplace;
        workplace.selection().subscribe(_ -> operands = null);
        workplace.answer().subscribe(_ -> operands = null);
        workplace.regions().hidden().subscribe(_ -> operands = null);
        workplace.regions().locked().subscribe(_ -> operands = null);
    }

    /// The selected annotations whose shape can be changed, in the order in which they were selected. Found anew only after something
    /// changed: many actions ask at every change.
    List<Annotation> operands() {
        List<Annotation> known = operands;
        if (known == null) {
            known = workplace.findSession().map(session -> ordered(session.set(), workplace.selection().get().ids())).orElse(List.of());
            operands = known;
        }
        return known;
    }

    private List<Annotation> ordered(AnnotationSet set, Set<AnnotationId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<AnnotationId, Annotation> found = new HashMap<>();
        for (Annotation annotation : set.annotations()) {
            if (ids.contains(annotation.id()) && canMove(annotation)) {
                found.put(annotation.id(), annotation);
            }
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private boolean canMove(Annotation annotation) {
        return workplace.regions().canChange(annotation) && !annotation.has(Flag.PINNED);
    }

    /// Those with an area.
    List<Annotation> areas() {
        return operands().stream().filter(annotation -> ShapeAlgebra.hasArea(annotation.shape())).toList();
    }

    /// Kinds that all of the selected shapes can get.
    Set<ShapeKind> kinds() {
        return operands().stream().map(annotation -> Conversion.kinds(annotation.shape())).reduce((a, b) -> {
            a.retainAll(b);
            return a;
        }).orElse(Set.of());
    }

    Answer combine(ShapeAlgebra.Operation operation) {
        List<Annotation> areas = areas();
        EditName name = switch (operation) {
            case UNION -> EditName.JOIN;
            case SUBTRACT -> EditName.SUBTRACT;
            case INTERSECT -> EditName.INTERSECT;
        };
        if (areas.size() < 2) {
            return NOTHING;
        }
        return forbidden(areas.subList(0, 1), ShapeAlgebra.kindOf(areas.getFirst().shape()))
                .orElseGet(() -> perform(name, (reshaping, annotations) -> reshaping.combine(operation, annotations), areas));
    }

    Answer split() {
        return perform(EditName.SPLIT, Reshaping::split, operands());
    }

    Answer convert(ShapeKind kind) {
        List<Annotation> operands = operands();
        return forbidden(operands, kind)
                .orElseGet(() -> perform(EditName.CONVERT, (reshaping, annotations) -> reshaping.convert(annotations, kind), operands));
    }

    /// Exchanges the points of mirror pairs of selected skeletons.
    Answer flip() {
        List<Annotation> flipped = new ArrayList<>();
        for (Annotation annotation : operands()) {
            Optional<SkeletonTemplate> template = workplace.labels().schema().find(annotation.label()).flatMap(LabelClass::findSkeleton);
            if (annotation.shape() instanceof Keypoints skeleton && template.isPresent()) {
                Keypoints other = SkeletonLines.flipped(template.get(), skeleton);
                if (!other.equals(skeleton)) {
                    flipped.add(annotation.withShape(other));
                }
            }
        }
        return replace(EditName.FLIP, flipped);
    }

    /// @param point the number of the point in its skeleton; an absent one comes back at its usual place
    Answer setVisibility(Annotation annotation, int point, Keypoint.Visibility visibility) {
        if (!(annotation.shape() instanceof Keypoints skeleton) || skeleton.points().get(point).visibility() == visibility) {
            return NOTHING;
        }
        Keypoint old = skeleton.points().get(point);
        boolean last = visibility == Keypoint.Visibility.ABSENT && skeleton.placed().size() == 1;
        if (last) {
            return NOTHING;
        }
        Keypoint changed = old.isThere() ? old.with(visibility) : usual(annotation, skeleton, point).with(visibility);
        return replace(EditName.EDIT_POINTS, List.of(annotation.withShape(skeleton.withPoint(point, changed))));
    }

    private Keypoint usual(Annotation annotation, Keypoints skeleton, int point) {
        Bounds bounds = skeleton.bounds();
        return workplace.labels().schema().find(annotation.label()).flatMap(LabelClass::findSkeleton)
                .filter(template -> template.size() == skeleton.points().size())
                .map(template -> Keypoint.visible(template.place(point, bounds))).orElseGet(() -> Keypoint.visible(bounds.centre()));
    }

    private Answer replace(EditName name, List<Annotation> changed) {
        if (changed.isEmpty()) {
            return NOTHING;
        }
        workplace.perform(new EditRequest(name, new Edit.Replace(changed), workplace.selection().get()));
        return DONE;
    }

    private Optional<Answer> forbidden(List<Annotation> annotations, ShapeKind kind) {
        return annotations.stream().map(annotation -> workplace.labels().schema().find(annotation.label())).flatMap(Optional::stream)
                .filter(label -> !label.shapes().contains(kind)).findFirst().map(label -> new Answer.Forbidden(label, kind));
    }

    private Answer perform(EditName name, BiFunction<Reshaping, List<Annotation>, Optional<Reshaping.Result>> what,
            List<Annotation> operands) {
        Optional<LabellingSession> session = workplace.findSession();
        if (session.isEmpty() || operands.isEmpty()) {
            return NOTHING;
        }
        Bounds picture = new Bounds(0, 0, session.get().item().width(), session.get().item().height());
        Optional<Reshaping.Result> result = what.apply(new Reshaping(session.get().set(), picture, session.get()::newId), operands);
        result.ifPresent(found -> workplace.perform(new EditRequest(name, found.edit(), found.after())));
        return result.isPresent() ? DONE : NOTHING;
    }
}
