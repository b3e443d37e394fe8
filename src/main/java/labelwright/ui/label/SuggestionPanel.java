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

import labelwright.geometry.TextSpan;
import labelwright.model.AnnotationId;
import labelwright.model.AnswerSuggestion;
import labelwright.model.Author;
import labelwright.model.Choices;
import labelwright.model.LabelClass;
import labelwright.model.ModelId;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// What a model proposes for the item, or what another person answered: who, from which score on, what there is, and the answers to it. Gone while
/// nobody says anything and nobody was asked for.
public final class SuggestionPanel extends VBox {
    private static final Texts TEXTS = Texts.of(SuggestionPanel.class);
    private static final int MOST_RELATIONS = 8;

    private final Suggestions suggestions;
    private final Map<ModelId, String> names = new HashMap<>();
    private final LabellingDesk desk;
    private final ComboBox<Author> other;

    public SuggestionPanel(LabellingDesk desk, DeskActions actions) {
        this.desk = desk;
        this.suggestions = desk.suggestions();
        getStyleClass().add("annotate-section");
        setId("annotate-suggestions");
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(Bindings.isNotEmpty(suggestions.others()).or(suggestions.people()));
        other = new ComboBox<>(suggestions.others());
        other.setId("annotate-model");
        other.setMaxWidth(Double.MAX_VALUE);
        other.setConverter(new NameOfAuthor());
        other.valueProperty().bindBidirectional(suggestions.other());
        SuggestedAnswers answers = desk.suggestedAnswers();
        HBox first = row(button(actions, "take"), button(actions, "takeAll"));
        HBox second = row(button(actions, "refuse"), button(actions, "refuseAll"));
        VBox work = new VBox(other, agreement(), lines(answers), relations(answers), threshold(), first, second);
        work.getStyleClass().add("annotate-suggestions");
        work.managedProperty().bind(work.visibleProperty());
        work.visibleProperty().bind(Bindings.isNotEmpty(suggestions.others()));
        getChildren().addAll(title(answers), nobody(), work);
    }

    /// Said when other people were asked for and there is none.
    private Label nobody() {
        Label nobody = new Label(TEXTS.get("suggestions.nobody"));
        nobody.setId("annotate-nobody");
        nobody.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        Wrapping.of(nobody);
        nobody.managedProperty().bind(nobody.visibleProperty());
        nobody.visibleProperty().bind(Bindings.isEmpty(suggestions.others()));
        return nobody;
    }

    /// How the other person's regions and one's own stand to each other.
    private Label agreement() {
        Label line = new Label();
        line.setId("annotate-agreement");
        line.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        Wrapping.of(line);
        line.managedProperty().bind(line.visibleProperty());
        suggestions.agreement().subscribe(found -> {
            line.setVisible(found.isPresent());
            line.setTooltip(found.isPresent() ? new Tooltip(TEXTS.get("suggestions.agreement.tip")) : null);
            line.setText(found.map(both -> TEXTS.format("suggestions.agreement", both.same(), both.different(), both.theirs(), both.own()))
                    .orElse(""));
        });
        return line;
    }

    /// What the models are called.
    public void name(Map<ModelId, String> known) {
        names.clear();
        names.putAll(known);
        Author chosen = other.getValue();
        other.setConverter(new NameOfAuthor());
        other.setValue(chosen);
    }

    private HBox title(SuggestedAnswers answers) {
        Label title = new Label();
        title.textProperty().bind(Bindings.createStringBinding(
                () -> TEXTS.get(suggestions.other().get() instanceof Author.ByModel || !suggestions.people().get()
                        ? "suggestions.title"
                        : "suggestions.people"),
                suggestions.other(), suggestions.people()));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        Label count = new Label();
        count.setId("annotate-suggestion-count");
        count.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        count.textProperty().bind(Bindings.createStringBinding(
                () -> {
                    int beside = answers.open().get().size() + suggestions.missing().get().size();
                    return TEXTS.format("suggestions.count", suggestions.shown().get().size() + beside,
                            suggestions.open().get() + beside);
                }, suggestions.shown(), suggestions.open(), answers.open(), suggestions.missing()));
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

    /// Relations of the other person that are missing in one's own answer; a click on a line takes it.
    private VBox relations(SuggestedAnswers answers) {
        VBox lines = new VBox();
        lines.getStyleClass().add("annotate-buttons");
        lines.managedProperty().bind(lines.visibleProperty());
        suggestions.missing().subscribe(missing -> {
            lines.getChildren().clear();
            missing.stream().limit(MOST_RELATIONS).forEach(relation -> lines.getChildren().add(line(answers, relation)));
            if (missing.size() > MOST_RELATIONS) {
                Label more = new Label(TEXTS.format("suggestions.moreRelations", missing.size() - MOST_RELATIONS));
                more.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
                lines.getChildren().add(more);
            }
            lines.setVisible(!missing.isEmpty());
        });
        return lines;
    }

    private Button line(SuggestedAnswers answers, Relation relation) {
        String type = desk.labels().schema().findRelation(relation.type()).map(RelationType::name).orElse("");
        String words = TEXTS.format("suggestions.relation", type, covered(relation.from()), covered(relation.to()));
        Button line = new Button(words, new FontIcon("mdi2c-check"));
        line.setId("annotate-missing-" + relation.id().value());
        line.setMnemonicParsing(false);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setFocusTraversable(false);
        line.setTooltip(new Tooltip(words));
        line.getStyleClass().add("annotate-suggested");
        line.setOnAction(_ -> answers.take(relation));
        return line;
    }

    private String covered(AnnotationId theirs) {
        Author person = suggestions.other().get();
        return person == null
                ? ""
                : desk.findSession().flatMap(session -> session.region(person, theirs))
                        .map(region -> region.shape() instanceof TextSpan span
                                ? span.covered().replaceAll("\\s+", " ")
                                : desk.labels().schema().find(region.label()).map(LabelClass::name).orElse(""))
                        .orElse("");
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
    private final class NameOfAuthor extends StringConverter<Author> {
        @Override
        public String toString(@Nullable Author author) {
            return switch (author) {
                case null -> "";
                case Author.ByModel(ModelId id) -> names.getOrDefault(id, TEXTS.format("suggestions.model", id.value()));
                case Author.Annotator(String name) -> name;
                case Author.Gold _ -> TEXTS.get("suggestions.gold");
            };
        }

        @Override
        public @Nullable Author fromString(String text) {
            return other.getValue();
        }
    }
}
