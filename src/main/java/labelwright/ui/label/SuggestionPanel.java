package labelwright.ui.label;

import java.util.HashMap;
import java.util.Map;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.AnswerSuggestion;
import labelwright.model.Choices;
import labelwright.model.ModelId;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;

/// What a model proposes for the item: which model, from which score on, and the answers to it. Gone while no model has proposed
/// anything.
public final class SuggestionPanel extends VBox {
    private static final Texts TEXTS = Texts.of(SuggestionPanel.class);

    private final Suggestions suggestions;
    private final Map<ModelId, String> names = new HashMap<>();
    private final ComboBox<ModelId> model;

    public SuggestionPanel(LabellingDesk desk, DeskActions actions) {
        this.suggestions = desk.suggestions();
        getStyleClass().add("annotate-section");
        setId("annotate-suggestions");
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(Bindings.isNotEmpty(suggestions.models()));
        model = new ComboBox<>(suggestions.models());
        model.setId("annotate-model");
        model.setMaxWidth(Double.MAX_VALUE);
        model.setConverter(new NameOfModel());
        model.valueProperty().bindBidirectional(suggestions.model());
        SuggestedAnswers answers = desk.suggestedAnswers();
        HBox first = row(button(actions, "take"), button(actions, "takeAll"));
        HBox second = row(button(actions, "refuse"), button(actions, "refuseAll"));
        getChildren().addAll(title(answers), model, lines(answers), threshold(), first, second);
    }

    /// What the models are called.
    public void name(Map<ModelId, String> known) {
        names.clear();
        names.putAll(known);
        ModelId chosen = model.getValue();
        model.setConverter(new NameOfModel());
        model.setValue(chosen);
    }

    private HBox title(SuggestedAnswers answers) {
        Label title = new Label(TEXTS.get("suggestions.title"));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        Label count = new Label();
        count.setId("annotate-suggestion-count");
        count.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        count.textProperty().bind(Bindings.createStringBinding(
                () -> TEXTS.format("suggestions.count", suggestions.shown().get().size() + answers.open().get().size(),
                        suggestions.open().get() + answers.open().get().size()),
                suggestions.shown(), suggestions.open(), answers.open()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(title, gap, count);
    }

    /// What the model would answer; a click on a line takes it, one on the cross beside it refuses it.
    private static VBox lines(SuggestedAnswers answers) {
        VBox lines = new VBox();
        lines.getStyleClass().add("annotate-buttons");
        lines.managedProperty().bind(lines.visibleProperty());
        answers.open().subscribe(open -> {
            lines.getChildren().clear();
            open.forEach(answer -> lines.getChildren().add(line(answers, answer)));
            lines.setVisible(!open.isEmpty());
        });
        return lines;
    }

    private static HBox line(SuggestedAnswers answers, AnswerSuggestion answer) {
        String words = TEXTS.format("suggestions.answer", answer.question(), String.join(", ", Choices.decode(answer.value())));
        Button line = new Button(words, new FontIcon("mdi2c-check"));
        line.setId("annotate-suggested-" + answer.question());
        line.setMnemonicParsing(false);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setFocusTraversable(false);
        line.setTooltip(new Tooltip(words));
        line.getStyleClass().add("annotate-suggested");
        line.setOnAction(_ -> answers.take(answer));
        HBox.setHgrow(line, Priority.ALWAYS);
        String refusal = TEXTS.format("suggestions.refuse", words);
        Button refuse = new Button(null, new FontIcon("mdi2c-close"));
        refuse.setId("annotate-refused-" + answer.question());
        refuse.setFocusTraversable(false);
        refuse.setMinWidth(USE_PREF_SIZE);
        refuse.setTooltip(new Tooltip(refusal));
        refuse.setAccessibleText(refusal);
        refuse.getStyleClass().add("annotate-suggested");
        refuse.setOnAction(_ -> answers.refuse(answer));
        return row(line, refuse);
    }

    private HBox threshold() {
        Slider slider = new Slider(0, 1, Suggestions.USUAL_THRESHOLD);
        slider.setId("annotate-threshold");
        slider.setBlockIncrement(0.05);
        slider.setMinWidth(40);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().bindBidirectional(suggestions.threshold());
        Label words = new Label(TEXTS.get("suggestions.threshold"));
        words.setMinWidth(Region.USE_PREF_SIZE);
        Label value = new Label();
        value.getStyleClass().add(Styles.SMALL);
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.textProperty().bind(suggestions.threshold().asString(Texts.locale(), "%.2f"));
        HBox row = new HBox(words, slider, value);
        row.getStyleClass().add("annotate-row");
        row.managedProperty().bind(row.visibleProperty());
        row.visibleProperty().bind(suggestions.scored());
        return row;
    }

    private static Button button(DeskActions actions, String id) {
        Button button = ActionControls.button(actions.get(id));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static HBox row(Button left, Button right) {
        HBox row = new HBox(left, right);
        row.getStyleClass().add("annotate-buttons");
        return row;
    }

    /// Models are named; one that is gone keeps its number.
    private final class NameOfModel extends StringConverter<ModelId> {
        @Override
        public String toString(@Nullable ModelId id) {
            if (id == null) {
                return "";
            }
            return names.getOrDefault(id, TEXTS.format("suggestions.model", id.value()));
        }

        @Override
        public @Nullable ModelId fromString(String text) {
            return model.getValue();
        }
    }
}
