package labelwright.model;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The complete answer of one author to one item.
///
/// @param annotations in drawing order: the last one lies on top
/// @param refused suggestions that this author said no to
/// @param answers what the author said about the whole item, by the name of the attribute; never an empty text. Values are written as
/// [AttributeKind] says
public record AnnotationSet(ItemId item, Author author, WorkState state, List<Annotation> annotations, Set<AnnotationId> refused,
        Map<String, String> answers) {
    public AnnotationSet {
        annotations = List.copyOf(annotations);
        refused = Set.copyOf(refused);
        answers = Map.copyOf(answers);
    }

    /// Says nothing about the whole item.
    public AnnotationSet(ItemId item, Author author, WorkState state, List<Annotation> annotations, Set<AnnotationId> refused) {
        this(item, author, state, annotations, refused, Map.of());
    }

    public static AnnotationSet empty(ItemId item, Author author) {
        return new AnnotationSet(item, author, WorkState.NEW, List.of(), Set.of());
    }

    public AnnotationSet withState(WorkState changed) {
        return new AnnotationSet(item, author, changed, annotations, refused, answers);
    }

    public AnnotationSet withAnnotations(List<Annotation> changed) {
        return new AnnotationSet(item, author, state, changed, refused, answers);
    }

    public AnnotationSet withRefused(Set<AnnotationId> changed) {
        return new AnnotationSet(item, author, state, annotations, changed, answers);
    }

    public AnnotationSet withAnswers(Map<String, String> changed) {
        return new AnnotationSet(item, author, state, annotations, refused, changed);
    }

    /// The labels that its annotations carry.
    public Set<LabelId> labels() {
        Set<LabelId> labels = new HashSet<>();
        annotations.forEach(annotation -> labels.add(annotation.label()));
        return labels;
    }

    public Optional<Annotation> findAnnotation(AnnotationId id) {
        return annotations.stream().filter(annotation -> annotation.id().equals(id)).findFirst();
    }

    /// @throws IllegalArgumentException when the set holds no such annotation
    public Annotation annotation(AnnotationId id) {
        return findAnnotation(id).orElseThrow(() -> new IllegalArgumentException("No annotation " + id + " on item " + item));
    }
}
