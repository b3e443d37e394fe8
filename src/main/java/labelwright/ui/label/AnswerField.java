package labelwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeType;
import labelwright.model.Choices;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.label.Questions.Asked;
import labelwright.ui.label.Questions.Subject;

/// One question with the control that its kind needs: chips for a tag or a few options, a list for many, a field for text.
final class AnswerField extends VBox {
    private static final Texts TEXTS = Texts.of(AnswerField.class);
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final int MOST_CHIPS = 8;
    private static final int KEYS = 9;

    private final Questions questions;
    private final Subject subject;
    private final AttributeDefinition definition;
    private final String id;
    private final List<ToggleButton> chips = new ArrayList<>();
    private final Node control;
    private Asked asked;

    /// @param firstKey the number of the key that the first chip has with Alt; 0 for no keys
    AnswerField(Questions questions, Subject subject, AttributeDefinition definition, int firstKey) {
        this.questions = questions;
        this.subject = subject;
        this.definition = definition;
        asked = new Asked(definition, "");
        id = (subject == Subject.ITEM ? "answer-item-" : "answer-region-") + definition.name();
        control = switch (definition.type()) {
            case AttributeType.Text _, AttributeType.LongText _, AttributeType.Numeric _ ->
                new TextAnswer(questions, subject, definition, id);
            case AttributeType.Check _ -> subject == Subject.ITEM ? chip(definition.name(), AttributeType.YES, firstKey) : checkBox();
            case AttributeType.Select(List<String> options) -> options.size() > MOST_CHIPS ? list(options) : chips(options, firstKey);
            case AttributeType.MultiSelect(List<String> options) -> chips(options, firstKey);
            case AttributeType.Taxonomy _ -> new TaxonomyAnswer(questions, subject, definition, id);
        };
        getStyleClass().add("answer-field");
        if (!(definition.type() instanceof AttributeType.Check)) {
            getChildren().add(title());
        }
        getChildren().add(control);
    }

    /// How many keys its chips would take.
    static int keys(AttributeDefinition definition) {
        return switch (definition.type()) {
            case AttributeType.Check _ -> 1;
            case AttributeType.Select(List<String> options) -> options.size() > MOST_CHIPS ? 0 : options.size();
            case AttributeType.MultiSelect(List<String> options) -> options.size();
            case AttributeType.Text _, AttributeType.LongText _, AttributeType.Numeric _, AttributeType.Taxonomy _ -> 0;
        };
    }

    boolean isAbout(AttributeDefinition other) {
        return definition.equals(other);
    }

    void show(Asked now) {
        asked = now;
        pseudoClassStateChanged(OPEN, now.isOpen());
        String value = now.value();
        List<String> chosen = value == null
                ? List.of()
                : definition.type().isSeveral() ? Choices.decode(value) : List.of(value);
        chips.forEach(chip -> chip.setSelected(chosen.contains(String.valueOf(chip.getUserData()))));
        switch (control) {
            case TextAnswer field -> field.show(value);
            case TaxonomyAnswer tree -> tree.show(now);
            case CheckBox box -> {
                box.setIndeterminate(value == null);
                box.setSelected(AttributeType.YES.equals(value));
            }
            case ComboBox<?> box -> {
                box.setPromptText(TEXTS.get(value == null ? "answer.several" : "answer.choose"));
                selectIn(box, value);
            }
            default -> {
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void selectIn(ComboBox<?> box, @Nullable String value) {
        ((ComboBox<String>) box).setValue(value == null || value.isEmpty() ? null : value);
    }

    void focusControl() {
        switch (control) {
            case TextAnswer field -> field.focusControl();
            case TaxonomyAnswer tree -> tree.focusControl();
            case FlowPane pane -> pane.getChildren().getFirst().requestFocus();
            default -> control.requestFocus();
        }
    }

    private Node title() {
        Label title = new Label(definition.name());
        title.getStyleClass().addAll(Styles.SMALL, "answer-title");
        title.setLabelFor(control);
        if (!definition.isRequired()) {
            return title;
        }
        Label mark = new Label(TEXTS.get("answer.required"));
        mark.getStyleClass().addAll(Styles.SMALL, "answer-required");
        HBox line = new HBox(6, title, mark);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private CheckBox checkBox() {
        CheckBox box = new CheckBox(definition.isRequired() ? definition.name() + " *" : definition.name());
        box.setId(id);
        box.setOnAction(_ -> questions.answer(subject, definition.name(), box.isSelected() ? AttributeType.YES : ""));
        return box;
    }

    private ComboBox<String> list(List<String> options) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().add("");
        box.getItems().addAll(options);
        box.setOnAction(_ -> {
            String chosen = Objects.requireNonNullElse(box.getValue(), "");
            if (asked.value() == null ? !chosen.isEmpty() : !chosen.equals(asked.value())) {
                questions.answer(subject, definition.name(), chosen);
            }
        });
        return box;
    }

    private FlowPane chips(List<String> options, int firstKey) {
        FlowPane pane = new FlowPane();
        // by itself it is as wide as its widest chip would like to be
        pane.setMinWidth(0);
        pane.getStyleClass().add("answer-chips");
        for (int i = 0; i < options.size(); i++) {
            ToggleButton chip = chip(options.get(i), options.get(i), firstKey == 0 ? 0 : firstKey + i);
            chip.setId(id + "-" + (i + 1));
            pane.getChildren().add(chip);
        }
        pane.widthProperty().subscribe(width -> chips.forEach(chip -> chip.setMaxWidth(most(width.doubleValue()))));
        return pane;
    }

    /// A chip longer than a row ends with an ellipsis; it has the row to itself either way, so the rows stay as many.
    private static double most(double width) {
        return width > 0 ? width : USE_COMPUTED_SIZE;
    }

    private ToggleButton chip(String words, String value, int key) {
        ToggleButton chip = new ToggleButton(words);
        chip.setId(id);
        chip.setUserData(value);
        chip.getStyleClass().add("answer-chip");
        if (key > 0 && key <= KEYS) {
            Label hint = new Label(Integer.toString(key));
            hint.getStyleClass().add("answer-key");
            chip.setGraphic(hint);
            chip.setTooltip(new Tooltip(TEXTS.format("answer.key", words, key)));
        } else {
            chip.setTooltip(new Tooltip(words));
        }
        chip.setOnAction(_ -> {
            questions.toggle(subject, asked, value);
            show(asked);
        });
        chips.add(chip);
        return chip;
    }
}
