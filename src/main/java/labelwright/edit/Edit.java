package labelwright.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.geometry.Mask;
import labelwright.geometry.MaskAlgebra;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.AttributeForm;
import labelwright.model.Relation;
import labelwright.model.RelationId;
import labelwright.model.WorkState;

/// One change to an annotation set. Immutable data; [#apply] is pure.
public sealed interface Edit {

    /// A changed set and the edit that takes the change back.
    record Applied(AnnotationSet set, Edit inverse) {}

    /// An annotation and its place in the drawing order.
    record Placed(int index, Annotation annotation) {}

    /// Puts annotations in at their places; the places are those after the change, in rising order.
    record Insert(List<Placed> placed) implements Edit {
        public Insert {
            placed = List.copyOf(placed);
        }
    }

    /// Puts relations in; both ends must be there.
    record InsertRelations(List<Relation> relations) implements Edit {
        public InsertRelations {
            relations = List.copyOf(relations);
        }
    }

    /// Takes relations out.
    record RemoveRelations(List<RelationId> ids) implements Edit {
        public RemoveRelations {
            ids = List.copyOf(ids);
        }
    }

    /// Puts each relation in the place of the one with the same id.
    record ReplaceRelations(List<Relation> relations) implements Edit {
        public ReplaceRelations {
            relations = List.copyOf(relations);
        }
    }

    /// Takes annotations out, and with them the relations that touch them.
    record Remove(List<AnnotationId> ids) implements Edit {
        public Remove {
            ids = List.copyOf(ids);
        }
    }

    /// Puts each annotation in the place of the one with the same id.
    record Replace(List<Annotation> annotations) implements Edit {
        public Replace {
            annotations = List.copyOf(annotations);
        }
    }

    /// Switches pixels of a mask on and off. Costs what is different and not what the mask is.
    ///
    /// @param added pixels that are not in the mask yet
    /// @param removed pixels that are in the mask
    record ChangePixels(AnnotationId id, Spans added, Spans removed) implements Edit {
        private ChangePixels back() {
            Spans on = removed;
            Spans off = added;
            return new ChangePixels(id, on, off);
        }
    }

    /// Says no to suggestions.
    record Refuse(Set<AnnotationId> suggestions) implements Edit {
        public Refuse {
            suggestions = Set.copyOf(suggestions);
        }
    }

    /// Takes back a no.
    record Unrefuse(Set<AnnotationId> suggestions) implements Edit {
        public Unrefuse {
            suggestions = Set.copyOf(suggestions);
        }
    }

    /// Says something about the whole item: each value by the name of its attribute, an empty text to take it away.
    record Answer(Map<String, String> values) implements Edit {
        public Answer {
            values = Map.copyOf(values);
        }
    }

    /// Changes how far the answer is.
    record ChangeState(WorkState to) implements Edit {}

    /// Several edits as one, applied in order.
    record Several(List<Edit> edits) implements Edit {
        public Several {
            edits = List.copyOf(edits);
        }
    }

    /// New annotations on top of all others.
    static Edit add(AnnotationSet set, List<Annotation> annotations) {
        List<Placed> placed = new ArrayList<>();
        for (Annotation annotation : annotations) {
            placed.add(new Placed(set.annotations().size() + placed.size(), annotation));
        }
        return new Insert(placed);
    }

    /// @throws IllegalArgumentException when the set does not hold what the edit names, or holds it already
    default Applied apply(AnnotationSet set) {
        return switch (this) {
            case Insert(List<Placed> placed) -> AnnotationEdits.insert(set, placed);
            case Remove(List<AnnotationId> ids) -> AnnotationEdits.remove(set, ids);
            case Replace(List<Annotation> annotations) -> AnnotationEdits.replace(set, annotations);
            case InsertRelations(List<Relation> relations) -> RelationEdits.insert(set, relations);
            case RemoveRelations(List<RelationId> ids) -> RelationEdits.remove(set, ids);
            case ReplaceRelations(List<Relation> relations) -> RelationEdits.replace(set, relations);
            case ChangePixels change -> changePixels(set, change);
            case Refuse(Set<AnnotationId> ids) -> refuse(set, ids);
            case Unrefuse(Set<AnnotationId> ids) -> unrefuse(set, ids);
            case Answer(Map<String, String> values) -> answer(set, values);
            case ChangeState(WorkState to) -> new Applied(set.withState(to), new ChangeState(set.state()));
            case Several(List<Edit> edits) -> several(set, edits);
        };
    }

    /// A taken suggestion that is changed for the first time cannot be had back through its pixels alone: then the inverse is the whole.
    private static Applied changePixels(AnnotationSet set, ChangePixels change) {
        Annotation before = set.annotation(change.id);
        if (!(before.shape() instanceof Mask mask)) {
            throw new IllegalArgumentException("Annotation " + change.id + " is not a mask");
        }
        boolean fits = !MaskAlgebra.overlap(mask.spans(), change.added) && MaskAlgebra.subtract(change.removed, mask.spans()).isEmpty();
        Spans pixels = MaskAlgebra.union(MaskAlgebra.subtract(mask.spans(), change.removed), change.added);
        if (!fits || pixels.isEmpty()) {
            throw new IllegalArgumentException("The change of pixels does not fit the mask " + change.id);
        }
        Annotation after = before.withShape(new Mask(pixels));
        Applied replaced = AnnotationEdits.replace(set, List.of(after));
        return after.origin().equals(before.origin())
                ? new Applied(replaced.set, change.back())
                : replaced;
    }

    private static Applied refuse(AnnotationSet set, Set<AnnotationId> ids) {
        Set<AnnotationId> refused = new HashSet<>(set.refused());
        Set<AnnotationId> added = new HashSet<>(ids);
        added.removeAll(refused);
        refused.addAll(added);
        return new Applied(set.withRefused(refused), new Unrefuse(added));
    }

    private static Applied unrefuse(AnnotationSet set, Set<AnnotationId> ids) {
        Set<AnnotationId> refused = new HashSet<>(set.refused());
        Set<AnnotationId> removed = new HashSet<>(ids);
        removed.retainAll(refused);
        refused.removeAll(removed);
        return new Applied(set.withRefused(refused), new Refuse(removed));
    }

    private static Applied answer(AnnotationSet set, Map<String, String> values) {
        Map<String, String> answers = new HashMap<>(set.answers());
        Map<String, String> before = new HashMap<>();
        values.forEach((name, value) -> {
            before.put(name, answers.getOrDefault(name, ""));
            AttributeForm.put(answers, name, value);
        });
        return new Applied(set.withAnswers(answers), new Answer(before));
    }

    private static Applied several(AnnotationSet set, List<Edit> edits) {
        AnnotationSet current = set;
        List<Edit> inverses = new ArrayList<>();
        for (Edit edit : edits) {
            Applied applied = edit.apply(current);
            current = applied.set();
            inverses.addFirst(applied.inverse());
        }
        return new Applied(current, new Several(inverses));
    }
}
