package labelwright.edit;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationList;
import labelwright.model.AnnotationSet;

/// The selected annotations of one set, in the order of selection. Immutable.
public record Selection(Set<AnnotationId> ids) {
    public static final Selection NONE = new Selection(Set.of());

    public Selection {
        ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    }

    public static Selection of(Collection<AnnotationId> ids) {
        return new Selection(new LinkedHashSet<>(ids));
    }

    public static Selection of(AnnotationId id) {
        return new Selection(Set.of(id));
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    public boolean contains(AnnotationId id) {
        return ids.contains(id);
    }

    /// With the annotation if it was not selected, without it if it was.
    public Selection toggle(AnnotationId id) {
        Set<AnnotationId> changed = new LinkedHashSet<>(ids);
        if (!changed.remove(id)) {
            changed.add(id);
        }
        return new Selection(changed);
    }

    /// Only what the set still holds.
    public Selection within(AnnotationSet set) {
        if (ids.isEmpty()) {
            return this;
        }
        AnnotationList all = AnnotationList.of(set.annotations());
        Set<AnnotationId> kept = new LinkedHashSet<>(ids);
        if (all.isMuch(ids.size())) {
            Set<AnnotationId> held = new HashSet<>();
            all.forEach(annotation -> held.add(annotation.id()));
            kept.retainAll(held);
        } else {
            kept.removeIf(id -> all.indexOf(id) < 0);
        }
        return kept.size() == ids.size() ? this : new Selection(kept);
    }

    /// The selected annotations in drawing order.
    public List<Annotation> of(AnnotationSet set) {
        AnnotationList all = AnnotationList.of(set.annotations());
        if (all.isMuch(ids.size())) {
            return all.stream().filter(annotation -> ids.contains(annotation.id())).toList();
        }
        return ids.stream().mapToInt(all::indexOf).filter(place -> place >= 0).sorted().mapToObj(all::get).toList();
    }
}
