package labelwright.canvas.raster;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.RegionFacts;

/// The annotations of a layer by their groups, so that nobody has to look at all of them for the few that belong together. Belongs to one
/// thread.
final class GroupIndex {
    private final Map<Integer, Map<AnnotationId, Annotation>> groups = new HashMap<>();

    void put(Annotation annotation) {
        RegionFacts.group(annotation)
                .ifPresent(group -> groups.computeIfAbsent(group, _ -> new LinkedHashMap<>()).put(annotation.id(), annotation));
    }

    void remove(Annotation annotation) {
        RegionFacts.group(annotation).ifPresent(group -> groups.computeIfPresent(group, (_, members) -> {
            members.remove(annotation.id());
            return members.isEmpty() ? null : members;
        }));
    }

    Collection<Annotation> members(int group) {
        Map<AnnotationId, Annotation> members = groups.get(group);
        return members == null ? List.of() : members.values();
    }
}
