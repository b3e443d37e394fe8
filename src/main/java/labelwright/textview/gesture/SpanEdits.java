package labelwright.textview.gesture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.LabelId;
import labelwright.model.Origin;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.RelationTypeId;
import labelwright.text.SpanText;

/// Makes the edits of spans and relations. Knows no pointer and no key.
public final class SpanEdits {
    private final TextScene scene;

    public SpanEdits(TextScene scene) {
        this.scene = scene;
    }

    /// A new span over each of these ranges; ranges that have such a span already are left out.
    public TextOutcome label(List<TextRange> ranges, LabelId label, EditName name) {
        if (scene.schema().find(label).filter(known -> known.shapes().contains(ShapeKind.SPAN)).isEmpty()) {
            return new TextOutcome.Refused(TextOutcome.Refusal.LABEL_FORBIDS_SPANS);
        }
        List<Annotation> made = new ArrayList<>();
        for (TextRange range : ranges) {
            if (!isThere(List.of(range), label)) {
                TextSpan span = SpanText.span(scene.cut().text(), range);
                made.add(scene.schema().started(new Annotation(scene.newId(), label, span, new Origin.Manual(), Map.of())));
            }
        }
        if (made.isEmpty()) {
            return new TextOutcome.Refused(TextOutcome.Refusal.THERE_ALREADY);
        }
        Selection after = made.size() == 1 ? Selection.of(made.getFirst().id()) : Selection.NONE;
        return edited(name, Edit.add(scene.set(), made), after);
    }

    /// Gives the selected spans another label.
    public TextOutcome relabel(LabelId label) {
        List<Annotation> changed = selected().stream().filter(span -> !span.label().equals(label))
                .map(span -> scene.schema().relabelled(span, label)).toList();
        return changed.isEmpty() ? TextOutcome.IGNORED : edited(EditName.RELABEL, new Edit.Replace(changed), scene.selection());
    }

    /// Gives a span other fragments.
    public TextOutcome reshape(AnnotationId id, List<TextRange> fragments, EditName name) {
        Optional<Annotation> found = scene.find(id);
        if (found.isEmpty() || ((TextSpan) found.get().shape()).fragments().equals(fragments)) {
            return TextOutcome.GOING;
        }
        if (isThere(fragments, found.get().label())) {
            return new TextOutcome.Refused(TextOutcome.Refusal.THERE_ALREADY);
        }
        Annotation changed = found.get().withShape(SpanText.span(scene.cut().text(), fragments));
        return edited(name, new Edit.Replace(List.of(changed)), Selection.of(id));
    }

    /// Adds a stretch to the one selected span.
    public TextOutcome addFragment(TextRange range) {
        return one().map(span -> {
            List<TextRange> fragments = new ArrayList<>(fragments(span));
            fragments.add(range);
            return reshape(span.id(), TextSpan.merged(fragments), EditName.ADD_FRAGMENT);
        }).orElseGet(() -> new TextOutcome.Refused(TextOutcome.Refusal.NO_ONE_SPAN));
    }

    /// Takes a stretch out of the one selected span.
    public TextOutcome cutFragment(TextRange range) {
        return one().map(span -> {
            List<TextRange> left = new ArrayList<>();
            for (TextRange fragment : fragments(span)) {
                if (range.start() > fragment.start()) {
                    left.add(new TextRange(fragment.start(), Math.min(fragment.end(), range.start())));
                }
                if (range.end() < fragment.end()) {
                    left.add(new TextRange(Math.max(fragment.start(), range.end()), fragment.end()));
                }
            }
            return left.isEmpty()
                    ? new TextOutcome.Refused(TextOutcome.Refusal.NOTHING_LEFT)
                    : reshape(span.id(), TextSpan.merged(left), EditName.CUT_FRAGMENT);
        }).orElseGet(() -> new TextOutcome.Refused(TextOutcome.Refusal.NO_ONE_SPAN));
    }

    /// Removes the selected relation, or else the selected spans with their relations.
    public TextOutcome remove() {
        Optional<RelationId> relation = scene.selectedRelation();
        if (relation.isPresent()) {
            return edited(EditName.UNRELATE, new Edit.RemoveRelations(List.of(relation.get())), scene.selection());
        }
        List<AnnotationId> ids = selected().stream().map(Annotation::id).toList();
        return ids.isEmpty() ? TextOutcome.IGNORED : edited(EditName.DELETE, new Edit.Remove(ids), Selection.NONE);
    }

    /// A relation of the chosen type between two spans.
    public TextOutcome relate(AnnotationId from, AnnotationId to) {
        Optional<RelationTypeId> type = scene.relationType();
        if (type.isEmpty()) {
            return new TextOutcome.Refused(TextOutcome.Refusal.NO_RELATION_TYPE);
        }
        boolean known = scene.set().relations().stream()
                .anyMatch(each -> each.type().equals(type.get()) && each.from().equals(from) && each.to().equals(to));
        if (known) {
            return new TextOutcome.Refused(TextOutcome.Refusal.THERE_ALREADY);
        }
        Relation made = new Relation(new RelationId(scene.newId().value()), type.get(), from, to, new Origin.Manual());
        return edited(EditName.RELATE, new Edit.InsertRelations(List.of(made)), Selection.of(from));
    }

    /// The one selected span, if exactly one is.
    Optional<Annotation> one() {
        List<Annotation> selected = selected();
        return selected.size() == 1 ? Optional.of(selected.getFirst()) : Optional.empty();
    }

    /// In the order of selection.
    List<Annotation> selected() {
        return scene.selection().ids().stream().map(scene::find).flatMap(Optional::stream).toList();
    }

    static List<TextRange> fragments(Annotation span) {
        return ((TextSpan) span.shape()).fragments();
    }

    private boolean isThere(List<TextRange> fragments, LabelId label) {
        int start = fragments.getFirst().start();
        return scene.spans().in(start, start + 1).stream()
                .anyMatch(each -> each.label().equals(label) && fragments(each).equals(fragments));
    }

    private static TextOutcome edited(EditName name, Edit edit, Selection after) {
        return new TextOutcome.Edited(new EditRequest(name, edit, after));
    }
}
