package labelwright.ui.label;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.AnswerSuggestion;
import labelwright.model.AttributeForm;
import labelwright.model.Author;
import labelwright.model.Relation;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.LabellingSession.StartValues;
import labelwright.workbench.LabellingSession.Taking;

/// What the chosen model or person would answer about the whole item, as long as it is open. FX thread only.
public final class SuggestedAnswers {
    private final LabellingDesk desk;
    private final Supplier<AttributeForm> form;
    private final ReadOnlyObjectWrapper<List<AnswerSuggestion>> open = new ReadOnlyObjectWrapper<>(List.of());

    SuggestedAnswers(LabellingDesk desk, Supplier<AttributeForm> form) {
        this.desk = desk;
        this.form = form;
        desk.answer().addListener((_, _, _) -> refresh());
        desk.suggestions().other().addListener((_, _, _) -> refresh());
        desk.suggestions().shown().addListener((_, _, _) -> refresh());
    }

    /// In the order of the questions' names.
    public ReadOnlyObjectProperty<List<AnswerSuggestion>> open() {
        return open.getReadOnlyProperty();
    }

    /// Takes all that are open into the answer, as one step.
    public void take() {
        take(List.of(), open.get(), List.of());
    }

    /// Takes one of them.
    public void take(AnswerSuggestion answer) {
        take(List.of(), List.of(answer), List.of());
    }

    /// Takes all that are open, all regions that are shown and all relations that are missing, as one step.
    public void takeWithRegions() {
        take(regions(), open.get(), desk.suggestions().missing().get());
    }

    /// Takes one relation that is missing.
    public void take(Relation relation) {
        take(List.of(), List.of(), List.of(relation));
    }

    /// Says no to all that are open, as one step.
    public void refuse() {
        desk.findSession().ifPresent(session -> session.refuse(List.of(), open.get()));
    }

    /// Says no to one of them.
    public void refuse(AnswerSuggestion answer) {
        desk.findSession().ifPresent(session -> session.refuse(List.of(), List.of(answer)));
    }

    /// Says no to all that are open and to all regions that are shown, as one step.
    public void refuseWithRegions() {
        desk.findSession().ifPresent(session -> session.refuse(regions(), open.get()));
    }

    private List<AnnotationId> regions() {
        return desk.suggestions().shown().get().stream().map(Annotation::id).toList();
    }

    private void take(List<AnnotationId> regions, List<AnswerSuggestion> answers, List<Relation> relations) {
        desk.findSession().ifPresent(session -> {
            AnnotationSet set = session.set();
            Map<String, String> start = set.answers().isEmpty() ? form.get().started(Map.of(), set.labels()) : Map.of();
            session.take(new Taking(regions, answers, relations, new StartValues(desk.labels().schema()::started, start)));
        });
    }

    private void refresh() {
        Author other = desk.suggestions().other().get();
        LabellingSession session = desk.findSession().orElse(null);
        open.set(session == null || other == null
                ? List.of()
                : session.suggestedAnswers(other).stream().filter(answer -> form.get().find(answer.question())
                        .filter(definition -> definition.type().accepts(answer.value())).isPresent()).toList());
    }
}
