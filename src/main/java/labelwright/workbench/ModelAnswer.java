package labelwright.workbench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.AnswerSuggestion;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.Relation;

/// What a model suggests: it is open until a person takes or refuses it, whatever they draw beside it.
record ModelAnswer(ModelId model, AnnotationSet said) implements OtherAnswer {

    @Override
    public List<Annotation> regions(AnnotationSet own) {
        Set<AnnotationId> answered = new HashSet<>(own.refused());
        answered.addAll(counterparts(own).keySet());
        return said.annotations().stream().filter(annotation -> !answered.contains(annotation.id()))
                .sorted(Comparator.comparingDouble(Annotation::score).reversed()).toList();
    }

    @Override
    public List<AnswerSuggestion> answers(AnnotationSet own) {
        return said.answers().entrySet().stream().map(answer -> new AnswerSuggestion(author(), answer.getKey(), answer.getValue()))
                .filter(answer -> !own.answers().containsKey(answer.question()) && !own.refused().contains(answer.id()))
                .sorted(Comparator.comparing(AnswerSuggestion::question)).toList();
    }

    @Override
    public Map<AnnotationId, AnnotationId> counterparts(AnnotationSet own) {
        Map<AnnotationId, AnnotationId> taken = new HashMap<>();
        for (Annotation annotation : own.annotations()) {
            if (annotation.origin() instanceof Origin.Taken before) {
                taken.put(before.suggestion(), annotation.id());
            }
        }
        return taken;
    }

    /// Relations come along with the regions that they join; who took one out again is not asked once more.
    @Override
    public List<Relation> missing(AnnotationSet own) {
        return List.of();
    }

    @Override
    public Origin ofCopy(long number, Origin origin) {
        double score = origin instanceof Origin.Suggested suggested ? suggested.score() : 1;
        return new Origin.Taken(new AnnotationId(number), model, score, Origin.Fidelity.UNCHANGED);
    }
}
