package labelwright.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The complete answer of one author to one item.
///
/// @param annotations in drawing order: the last one lies on top. Always an [AnnotationList]
/// @param relations between annotations of this set; both ends of each are in it. In the order of their ids, since their order means nothing
/// @param refused suggestions that this author said no to, regions and answers (see [AnswerSuggestion])
/// @param answers what the author said about the whole item, by the name of the attribute; never an empty text. Values are written as
/// [AttributeKind] says
public record AnnotationSet(ItemId item, Author author, WorkState state, List<Annotation> annotations, List<Relation> relations,
        Set<AnnotationId> refused, Map<String, String> answers) {
    public AnnotationSet {
        annotations = AnnotationList.of(annotations);
        relations = inOrder(relations);
        refused = Set.copyOf(refused);
        answers = Map.copyOf(answers);
    }

    /// Costs nothing for a list that is in order already.
    private static List<Relation> inOrder(List<Relation> relations) {
        for (int i = 1; i < relations.size(); i++) {
            if (relations.get(i).id().compareTo(relations.get(i - 1).id()) < 0) {
                return relations.stream().sorted(Comparator.comparing(Relation::id)).toList();
            }
        }
        return List.copyOf(relations);
    }

    /// Has no relations.
    public AnnotationSet(ItemId item, Author author, WorkState state, List<Annotation> annotations, Set<AnnotationId> refused,
            Map<String, String> answers) {
        this(item, author, state, annotations, List.of(), refused, answers);
    }

    /// Has no relations and says nothing about the whole item.
    public AnnotationSet(ItemId item, Author author, WorkState state, List<Annotation> annotations, Set<AnnotationId> refused) {
        this(item, author, state, annotations, refused, Map.of());
    }

    public static AnnotationSet empty(ItemId item, Author author) {
        return new AnnotationSet(item, author, WorkState.NEW, List.of(), Set.of());
    }

    public AnnotationSet withState(WorkState changed) {
        return new AnnotationSet(item, author, changed, annotations, relations, refused, answers);
    }

    public AnnotationSet withAnnotations(List<Annotation> changed) {
        return new AnnotationSet(item, author, state, changed, relations, refused, answers);
    }

    public AnnotationSet withRefused(Set<AnnotationId> changed) {
        return new AnnotationSet(item, author, state, annotations, relations, changed, answers);
    }

    public AnnotationSet withAnswers(Map<String, String> changed) {
        return new AnnotationSet(item, author, state, annotations, relations, refused, changed);
    }

    public AnnotationSet withRelations(List<Relation> changed) {
        return new AnnotationSet(item, author, state, annotations, changed, refused, answers);
    }

    public Optional<Relation> findRelation(RelationId id) {
        return relations.stream().filter(relation -> relation.id().equals(id)).findFirst();
    }

    /// The relations that start or end at one of the annotations.
    public List<Relation> relationsOf(Set<AnnotationId> ids) {
        return relations.stream().filter(relation -> ids.contains(relation.from()) || ids.contains(relation.to())).toList();
    }

    /// The labels that its annotations carry.
    public Set<LabelId> labels() {
        return AnnotationList.of(annotations).labels();
    }

    public Optional<Annotation> findAnnotation(AnnotationId id) {
        int index = AnnotationList.of(annotations).indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(annotations.get(index));
    }

    /// @throws IllegalArgumentException when the set holds no such annotation
    public Annotation annotation(AnnotationId id) {
        return findAnnotation(id).orElseThrow(() -> new IllegalArgumentException("No annotation " + id + " on item " + item));
    }
}
