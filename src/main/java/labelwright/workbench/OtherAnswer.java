package labelwright.workbench;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.AnswerSuggestion;
import labelwright.model.Author;
import labelwright.model.Origin;
import labelwright.model.Relation;

/// What somebody else says about an item, seen from one's own answer to it. Owned by the thread that owns the session.
sealed interface OtherAnswer permits ModelAnswer, PersonAnswer {

    AnnotationSet said();

    default Author author() {
        return said().author();
    }

    /// Regions that are neither in one's own answer nor refused, in the order in which they are gone through.
    List<Annotation> regions(AnnotationSet own);

    /// Answers about the whole item that are neither one's own nor refused, in the order of the questions' names.
    List<AnswerSuggestion> answers(AnnotationSet own);

    /// Which annotation of one's own stands for each of the others', as far as there is one.
    Map<AnnotationId, AnnotationId> counterparts(AnnotationSet own);

    /// Relations that one's own answer has not, though it has both of their ends.
    List<Relation> missing(AnnotationSet own);

    /// The origin that a copy has.
    ///
    /// @param number of the annotation or the relation that is copied
    Origin ofCopy(long number, Origin origin);

    /// Relations between regions of which none was taken or refused.
    default List<Relation> relations(AnnotationSet own) {
        if (said().relations().isEmpty()) {
            return List.of();
        }
        Set<AnnotationId> open = new HashSet<>();
        regions(own).forEach(region -> open.add(region.id()));
        return said().relations().stream().filter(relation -> open.contains(relation.from()) && open.contains(relation.to())).toList();
    }
}
