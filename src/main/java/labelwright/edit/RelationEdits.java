package labelwright.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.edit.Edit.Applied;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationList;
import labelwright.model.AnnotationSet;
import labelwright.model.Relation;
import labelwright.model.RelationId;

/// Changes of the relations of a set, which the set keeps in the order of their ids.
final class RelationEdits {
    private RelationEdits() {}

    static Applied insert(AnnotationSet set, List<Relation> relations) {
        Set<RelationId> known = new HashSet<>();
        set.relations().forEach(relation -> known.add(relation.id()));
        relations.forEach(relation -> {
            if (!known.add(relation.id())) {
                throw new IllegalArgumentException("Relation " + relation.id() + " is there already");
            }
        });
        requireEnds(set, relations);
        List<Relation> changed = new ArrayList<>(set.relations());
        changed.addAll(relations);
        return new Applied(set.withRelations(changed), new Edit.RemoveRelations(relations.stream().map(Relation::id).toList()));
    }

    static Applied remove(AnnotationSet set, List<RelationId> ids) {
        Set<RelationId> gone = new HashSet<>(ids);
        List<Relation> kept = new ArrayList<>();
        List<Relation> taken = new ArrayList<>();
        set.relations().forEach(relation -> (gone.remove(relation.id()) ? taken : kept).add(relation));
        requireAll(set, gone);
        return new Applied(set.withRelations(kept), new Edit.InsertRelations(taken));
    }

    static Applied replace(AnnotationSet set, List<Relation> relations) {
        requireEnds(set, relations);
        Map<RelationId, Relation> next = new HashMap<>();
        relations.forEach(relation -> next.put(relation.id(), relation));
        List<Relation> before = new ArrayList<>();
        List<Relation> changed = new ArrayList<>(set.relations());
        for (int i = 0; i < changed.size(); i++) {
            Relation replacement = next.remove(changed.get(i).id());
            if (replacement != null) {
                before.add(changed.set(i, replacement));
            }
        }
        requireAll(set, next.keySet());
        return new Applied(set.withRelations(changed), new Edit.ReplaceRelations(before));
    }

    private static void requireAll(AnnotationSet set, Set<RelationId> missing) {
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("No relation " + missing + " on item " + set.item());
        }
    }

    private static void requireEnds(AnnotationSet set, List<Relation> relations) {
        Set<AnnotationId> ends = new HashSet<>();
        relations.forEach(relation -> ends.addAll(List.of(relation.from(), relation.to())));
        AnnotationList all = AnnotationList.of(set.annotations());
        if (all.isMuch(ends.size())) {
            all.forEach(annotation -> ends.remove(annotation.id()));
        } else {
            ends.removeIf(end -> all.indexOf(end) >= 0);
        }
        if (!ends.isEmpty()) {
            throw new IllegalArgumentException("No annotation " + ends + " on item " + set.item());
        }
    }
}
