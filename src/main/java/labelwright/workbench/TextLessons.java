package labelwright.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import labelwright.engine.EngineException;
import labelwright.engine.Resume;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingResult;
import labelwright.engine.text.ClassifierRequest;
import labelwright.engine.text.ClassifierTrainer;
import labelwright.engine.text.Embedders;
import labelwright.engine.text.LabelledSpans;
import labelwright.engine.text.LabelledText;
import labelwright.engine.text.SpanOf;
import labelwright.engine.text.TaggerRequest;
import labelwright.engine.text.TaggerTrainer;
import labelwright.engine.text.TextFamily;
import labelwright.engine.text.TextSettings;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelToken;

/// What a recipe for texts learns from, see [TrainingSelection] for which items these are.
///
/// @param labels what the model will know: labels of spans, or answers to the question
record TextLessons(WorkspaceStore store, TextSettings settings, List<String> labels, List<LabelledItem> train,
        List<LabelledItem> validation, List<String> leftOut, Project project) {

    /// @throws WorkbenchException INVALID when the project asks nothing that the family could learn
    static TextLessons of(WorkspaceStore store, Project project, TextSettings settings, TrainingSelection.Parts parts) {
        if (settings.family() == TextFamily.SPANS) {
            return new TextLessons(store, settings, project.schema().names(), parts.train(), parts.validation(), List.of(), project);
        }
        TextQuestion question = TextQuestion.of(project.schema());
        List<String> leftOut = new ArrayList<>();
        return new TextLessons(store, settings, question.labels(), answered(question, parts.train(), leftOut),
                answered(question, parts.validation(), leftOut), leftOut, project);
    }

    private static List<LabelledItem> answered(TextQuestion question, List<LabelledItem> items, List<String> leftOut) {
        List<LabelledItem> answered = new ArrayList<>();
        for (LabelledItem item : items) {
            if (question.read(item.answer().answers()).isPresent()) {
                answered.add(item);
            } else {
                leftOut.add("Left out: " + item.item().name() + " does not answer \"" + question.name() + "\".");
            }
        }
        return answered;
    }

    String dataHash() {
        List<LabelledItem> used = new ArrayList<>(train);
        used.addAll(validation);
        return DataHash.of(project.schema(), used);
    }

    TrainingResult learn(Embedders embedders, Path folder, Resume resume, Consumer<TrainingEvent> events, CancelToken token)
            throws EngineException {
        if (settings.family() == TextFamily.SPANS) {
            return new TaggerTrainer(embedders).train(new TaggerRequest(spans(train), spans(validation), labels, settings, folder, resume),
                    events, token);
        }
        TextQuestion question = TextQuestion.of(project.schema());
        TextSettings fixed = question.manner() == TextQuestion.Manner.ONE ? settings : settings.with("multiple", "1");
        return new ClassifierTrainer(embedders).train(
                new ClassifierRequest(classes(question, train), classes(question, validation), labels, fixed, folder, resume), events,
                token);
    }

    private List<LabelledText> classes(TextQuestion question, List<LabelledItem> items) {
        return items.stream()
                .map(item -> new LabelledText(text(item), question.read(item.answer().answers()).orElse(Set.of()))).toList();
    }

    private List<LabelledSpans> spans(List<LabelledItem> items) {
        return items.stream().map(item -> new LabelledSpans(text(item), spans(project.schema(), item.answer().annotations()))).toList();
    }

    /// A span of several fragments is learned as so many spans.
    static List<SpanOf> spans(LabelSchema schema, List<Annotation> annotations) {
        List<SpanOf> spans = new ArrayList<>();
        for (Annotation annotation : annotations) {
            Optional<String> label = schema.find(annotation.label()).map(found -> found.name());
            if (annotation.shape() instanceof TextSpan span && label.isPresent()) {
                for (TextRange fragment : span.fragments()) {
                    spans.add(new SpanOf(label.get(), fragment));
                }
            }
        }
        return spans;
    }

    private String text(LabelledItem item) {
        return store.texts().text(item.item().id()).text();
    }
}
