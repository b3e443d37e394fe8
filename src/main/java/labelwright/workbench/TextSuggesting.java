package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.WorkState;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

/// Lets a model read texts and keeps what it says as the model's own answers: spans with their scores, or answers to the question about the whole text.
record TextSuggesting(LoadedModel.Shelf shelf) {
    private static final int PORTION = 64;

    SuggestReport suggest(Project project, ModelId id, double floor, List<ItemId> ids, Progress progress, CancelToken token) {
        long start = System.nanoTime();
        LoadedText model = LoadedText.load(shelf.store(), shelf.embedders(), id);
        LabelSchema schema = shelf.store().projects().project(project.id()).schema();
        List<Problem> problems = new ArrayList<>();
        Optional<TextQuestion> question = model.tagger() == null ? Optional.of(TextQuestion.of(schema)) : Optional.empty();
        Map<String, LabelClass> usable = usable(model, schema, question, problems);
        Counts counts = new Counts();
        for (int from = 0; from < ids.size() && !token.isCancelled(); from += PORTION) {
            List<ItemId> portion = shelf.catalogue().items(ids.subList(from, Math.min(ids.size(), from + PORTION))).stream().map(Item::id)
                    .toList();
            // several texts side by side: reading one keeps one processor busy
            List<Read> read = portion.parallelStream().filter(_ -> !token.isCancelled()).map(item -> read(item, model)).toList();
            List<Suggested> said = read.stream().map(one -> suggested(one, model, usable, question, floor)).toList();
            Map<ItemId, Double> certainties = new HashMap<>();
            said.forEach(one -> certainties.put(one.set.item(), one.certainty));
            shelf.store().annotations().saveSuggestions(id, said.stream().map(Suggested::set).toList(), certainties);
            counts.items += said.size();
            said.forEach(one -> counts.stored += one.set.annotations().size() + one.set.answers().size());
            progress.report(counts.items, ids.size(), "%,d texts, %,d suggestions".formatted(counts.items, counts.stored));
        }
        return new SuggestReport(counts.items, counts.stored, problems, (System.nanoTime() - start) / 1e9);
    }

    private static final class Counts {
        private long items;
        private long stored;
    }

    /// What the model says about a text.
    ///
    /// @param certainty of the least sure answer; 1 where there is none
    private record Suggested(AnnotationSet set, double certainty) {}

    private record Read(ItemId item, String text, LoadedText.Said said) {}

    private Read read(ItemId item, LoadedText model) {
        String text = shelf.store().texts().text(item).text();
        return new Read(item, text, model.read(text));
    }

    private Suggested suggested(Read read, LoadedText model, Map<String, LabelClass> usable, Optional<TextQuestion> question,
            double floor) {
        List<Annotation> annotations = new ArrayList<>();
        for (LoadedText.SaidSpan span : read.said.spans()) {
            LabelClass label = usable.get(span.label());
            if (label != null && span.span().score() >= floor) {
                annotations.add(new Annotation(shelf.store().annotationIds().next(), label.id(),
                        TextSpan.of(read.text, List.of(span.span().range())),
                        new Origin.Suggested(model.version().id(), span.span().score())));
            }
        }
        Map<String, Double> sure = new LinkedHashMap<>(read.said.labels());
        sure.values().removeIf(score -> score < floor);
        Map<String, String> answers = question.map(asked -> asked.write(List.copyOf(sure.keySet()))).orElse(Map.of());
        return new Suggested(
                new AnnotationSet(read.item, new Author.ByModel(model.version().id()), WorkState.NEW, annotations, Set.of(), answers),
                sure.values().stream().mapToDouble(Double::doubleValue).min().orElse(1));
    }

    /// The model's labels of spans by name. What the project has removed, or does not allow spans for, is not suggested.
    private static Map<String, LabelClass> usable(LoadedText model, LabelSchema schema, Optional<TextQuestion> question,
            List<Problem> problems) {
        Map<String, LabelClass> usable = new HashMap<>();
        for (String name : new LinkedHashSet<>(model.labels())) {
            if (question.isPresent()) {
                if (!question.get().labels().contains(name)) {
                    problems.add(new Problem(name, "The model knows the answer \"" + name
                            + "\", which the project does not have any more; it was not suggested.", Problem.Action.SKIPPED));
                }
                continue;
            }
            Optional<LabelClass> label = schema.findByName(name);
            if (label.isPresent() && label.get().shapes().contains(ShapeKind.SPAN)) {
                usable.put(name, label.get());
            } else {
                problems.add(new Problem(name, label.isEmpty()
                        ? "The model knows the label \"" + name + "\", which the project does not have any more; it was not suggested."
                        : "The label \"" + name + "\" does not allow spans, and the model suggests spans only; it was not suggested.",
                        Problem.Action.SKIPPED));
            }
        }
        return usable;
    }
}
