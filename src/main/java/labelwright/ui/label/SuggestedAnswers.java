package labelwright.ui.label;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.model.AnnotationSet;
import labelwright.model.AttributeForm;
import labelwright.model.ModelId;
import labelwright.workbench.LabellingSession;

/// What the chosen model would answer about the whole item, as long as the person has not answered it: another answer is the refusal.
/// FX thread only.
public final class SuggestedAnswers {
    private final LabellingDesk desk;
    private final Supplier<AttributeForm> form;
    private final ReadOnlyObjectWrapper<Map<String, String>> open = new ReadOnlyObjectWrapper<>(Map.of());

    SuggestedAnswers(LabellingDesk desk, Supplier<AttributeForm> form) {
        this.desk = desk;
        this.form = form;
        desk.answer().addListener((_, _, _) -> refresh());
        desk.suggestions().model().addListener((_, _, _) -> refresh());
        desk.suggestions().shown().addListener((_, _, _) -> refresh());
    }

    /// By the name of the question, in the order of the names.
    public ReadOnlyObjectProperty<Map<String, String>> open() {
        return open.getReadOnlyProperty();
    }

    /// Takes all that are open into the answer, as one step.
    public void take() {
        take(open.get());
    }

    /// Takes one of them.
    public void take(String question) {
        take(Map.of(question, open.get().getOrDefault(question, "")));
    }

    private void take(Map<String, String> answers) {
        desk.findSession().ifPresent(session -> {
            AnnotationSet set = session.set();
            Map<String, String> changes = new HashMap<>(
                    set.answers().isEmpty() ? form.get().started(Map.of(), set.labels()) : Map.<String, String>of());
            changes.putAll(answers);
            session.perform(answers.size() == 1 ? EditName.TAKE_SUGGESTION : EditName.TAKE_SUGGESTIONS, new Edit.Answer(changes));
        });
    }

    private void refresh() {
        ModelId model = desk.suggestions().model().get();
        Map<String, String> found = new TreeMap<>();
        LabellingSession session = desk.findSession().orElse(null);
        if (session != null && model != null) {
            session.suggestedAnswers(model).forEach((question, value) -> {
                boolean fits = form.get().find(question).filter(definition -> definition.type().accepts(value)).isPresent();
                if (fits && !session.set().answers().containsKey(question)) {
                    found.put(question, value);
                }
            });
        }
        open.set(found);
    }
}
