package labelwright.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The complete answer of one author to one item.
///
/// @param annotations in drawing order: the last one lies on top
/// @param refused suggestions that this author said no to
public record AnnotationSet(ItemId item, Author author, WorkState state, List<Annotation> annotations, Set<AnnotationId> refused) {
    public AnnotationSet {
        annotations = List.copyOf(annotations);
        refused = Set.copyOf(refused);
    }

    public static AnnotationSet empty(ItemId item, Author author) {
        return new AnnotationSet(item, author, WorkState.NEW, List.of(), Set.of());
    }

    public AnnotationSet withState(WorkState changed) {
        return new AnnotationSet(item, author, changed, annotations, refused);
    }

    public AnnotationSet withAnnotations(List<Annotation> changed) {
        return new AnnotationSet(item, author, state, changed, refused);
    }

    public AnnotationSet withRefused(Set<AnnotationId> changed) {
        return new AnnotationSet(item, author, state, annotations, changed);
    }

    public Optional<Annotation> findAnnotation(AnnotationId id) {
        return annotations.stream().filter(annotation -> annotation.id().equals(id)).findFirst();
    }

    /// @throws IllegalArgumentException when the set holds no such annotation
    public Annotation annotation(AnnotationId id) {
        return findAnnotation(id).orElseThrow(() -> new IllegalArgumentException("No annotation " + id + " on item " + item));
    }
}
