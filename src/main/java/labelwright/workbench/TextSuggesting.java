package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
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
        long looked = 0;
        long items = 0;
        long stored = 0;
        List<AnnotationSet> portion = new ArrayList<>();
        for (ItemId item : ids) {
            if (token.isCancelled()) {
                break;
            }
            AnnotationSet set = set(item, model, usable, question, floor);
            portion.add(set);
            items++;
            stored += set.annotations().size() + set.answers().size();
            looked++;
            if (portion.size() >= PORTION) {
                shelf.store().annotations().saveSuggestions(id, portion);
                portion.clear();
            }
            progress.report(looked, ids.size(), "%,d texts, %,d suggestions".formatted(looked, stored));
        }
        if (!portion.isEmpty()) {
            shelf.store().annotations().saveSuggestions(id, portion);
        }
        return new SuggestReport(items, stored, problems, (System.nanoTime() - start) / 1e9);
    }

    private AnnotationSet set(ItemId item, LoadedText model, Map<String, LabelClass> usable, Optional<TextQuestion> question,
            double floor) {
        String text = shelf.store().texts().text(item).text();
        LoadedText.Said said = model.read(text);
        List<Annotation> annotations = new ArrayList<>();
        for (LoadedText.SaidSpan span : said.spans()) {
            LabelClass label = usable.get(span.label());
            if (label != null && span.span().score() >= floor) {
                annotations.add(new Annotation(shelf.store().annotationIds().next(), label.id(),
                        TextSpan.of(text, List.of(span.span().range())),
                        new Origin.Suggested(model.version().id(), span.span().score())));
            }
        }
        List<String> labels = said.labels().entrySet().stream().filter(entry -> entry.getValue() >= floor).map(Map.Entry::getKey).toList();
        Map<String, String> answers = question.map(asked -> asked.write(labels)).orElse(Map.of());
        return new AnnotationSet(item, new Author.ByModel(model.version().id()), WorkState.NEW, annotations, Set.of(), answers);
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
