package labelwright.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import labelwright.edit.Edit.Applied;
import labelwright.edit.Edit.Placed;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationList;
import labelwright.model.AnnotationSet;
import labelwright.model.Relation;

/// Changes of the annotations of a set. What changes few of many costs little; what changes much makes a new list.
final class AnnotationEdits {
    private AnnotationEdits() {}

    private static void requireNew(boolean isNew, AnnotationId id) {
        if (!isNew) {
            throw new IllegalArgumentException("Annotation " + id + " is there already");
        }
    }

    static Applied insert(AnnotationSet set, List<Placed> places) {
        AnnotationList before = AnnotationList.of(set.annotations());
        List<AnnotationId> ids = new ArrayList<>();
        boolean much = before.isMuch(places.size());
        Set<AnnotationId> known = new HashSet<>();
        if (much) {
            before.forEach(annotation -> known.add(annotation.id()));
        }
        for (Placed placed : places) {
            AnnotationId id = placed.annotation().id();
            requireNew(known.add(id) && (much || before.indexOf(id) < 0), id);
            ids.add(id);
        }
        if (much) {
            List<Annotation> changed = new ArrayList<>(before);
            places.forEach(placed -> changed.add(placed.index(), placed.annotation()));
            return new Applied(set.withAnnotations(changed), new Edit.Remove(ids));
        }
        AnnotationList changed = before;
        for (Placed placed : places) {
            changed = changed.inserted(placed.index(), placed.annotation());
        }
        return new Applied(set.withAnnotations(changed), new Edit.Remove(ids));
    }

    static Applied remove(AnnotationSet set, List<AnnotationId> ids) {
        AnnotationList before = AnnotationList.of(set.annotations());
        Set<AnnotationId> gone = Set.copyOf(ids);
        int[] places = places(set, gone);
        List<Placed> taken = new ArrayList<>();
        for (int place : places) {
            taken.add(new Placed(place, before.get(place)));
        }
        AnnotationList kept = without(before, places);
        List<Relation> cut = set.relationsOf(gone);
        if (cut.isEmpty()) {
            return new Applied(set.withAnnotations(kept), new Edit.Insert(taken));
        }
        Applied without = RelationEdits.remove(set, cut.stream().map(Relation::id).toList());
        return new Applied(without.set().withAnnotations(kept), new Edit.Several(List.of(new Edit.Insert(taken), without.inverse())));
    }

    /// Where these are, in rising order.
    private static int[] places(AnnotationSet set, Set<AnnotationId> ids) {
        AnnotationList all = AnnotationList.of(set.annotations());
        if (all.isMuch(ids.size())) {
            int[] places = IntStream.range(0, all.size()).filter(i -> ids.contains(all.get(i).id())).toArray();
            if (places.length != ids.size()) {
                Set<AnnotationId> missing = new HashSet<>(ids);
                all.forEach(annotation -> missing.remove(annotation.id()));
                throw noSuch(set, missing);
            }
            return places;
        }
        return ids.stream().mapToInt(id -> {
            int place = all.indexOf(id);
            if (place < 0) {
                throw noSuch(set, Set.of(id));
            }
            return place;
        }).sorted().toArray();
    }

    private static IllegalArgumentException noSuch(AnnotationSet set, Set<AnnotationId> ids) {
        return new IllegalArgumentException("No annotation " + ids + " on item " + set.item());
    }

    /// @param places in rising order
    private static AnnotationList without(AnnotationList all, int[] places) {
        if (!all.isMuch(places.length)) {
            AnnotationList kept = all;
            for (int i = places.length - 1; i >= 0; i--) {
                kept = kept.removed(places[i]);
            }
            return kept;
        }
        List<Annotation> kept = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            if (next < places.length && places[next] == i) {
                next++;
            } else {
                kept.add(all.get(i));
            }
        }
        return AnnotationList.of(kept);
    }

    static Applied replace(AnnotationSet set, List<Annotation> annotations) {
        Map<AnnotationId, Annotation> next = new HashMap<>();
        annotations.forEach(annotation -> next.put(annotation.id(), annotation));
        AnnotationList all = AnnotationList.of(set.annotations());
        int[] places = places(set, next.keySet());
        List<Annotation> before = new ArrayList<>();
        for (int place : places) {
            before.add(all.get(place));
        }
        if (!all.isMuch(places.length)) {
            AnnotationList changed = all;
            for (int i = 0; i < places.length; i++) {
                changed = changed.replaced(places[i], Objects.requireNonNull(next.get(before.get(i).id())));
            }
            return new Applied(set.withAnnotations(changed), new Edit.Replace(before));
        }
        List<Annotation> changed = new ArrayList<>(all);
        changed.replaceAll(annotation -> next.getOrDefault(annotation.id(), annotation));
        return new Applied(set.withAnnotations(changed), new Edit.Replace(before));
    }
}
