package labelwright.ui.train;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Segments;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;
import labelwright.workbench.DataCounts;
import labelwright.workbench.Family;

/// The recipe as a form or as YAML, and the button that starts it.
final class RecipePane extends VBox {
    private static final Texts TEXTS = Texts.of(RecipePane.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final List<String> TIME = List.of("minutes", "epochs", "patience");
    private static final List<String> LEARNING = List.of("input_size", "batch", "learning_rate");
    private static final List<String> VARIATION = List.of("flips", "scale", "shift", "colour", "mosaic");
    private static final int YAML_ROWS = 20;

    private final TrainModel model;
    private final RecipeForm form;
    private final FormTexts words = new FormTexts();

    RecipePane(TrainModel model, RecipeForm form, TrainActions actions) {
        this.model = model;
        this.form = form;
        getStyleClass().addAll(Styles.PANEL, "lw-recipe");
        Label title = new Label(TEXTS.get("form.title"));
        title.getStyleClass().add(Styles.SUBTITLE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Segments sides = new Segments(actions.sides());
        HBox head = new HBox(title, gap, sides);
        head.getStyleClass().add(Styles.TOOLBAR);
        Node fields = fields(actions);
        Node yaml = yaml();
        fields.visibleProperty().bind(actions.side().isEqualTo(TrainActions.Side.FORM));
        yaml.visibleProperty().bind(actions.side().isEqualTo(TrainActions.Side.YAML));
        StackPane body = new StackPane(fields, yaml);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body, foot(actions));
    }

    private Node fields(TrainActions actions) {
        VBox column = new VBox();
        column.getStyleClass().add("fields");
        Segments presets = new Segments(actions.presets());
        column.getChildren().addAll(presets, about());
        column.getChildren().add(section("section.time", TIME));
        VBox learning = section("section.learning", LEARNING);
        learning.getChildren().add(seed());
        column.getChildren().add(learning);
        if (VARIATION.stream().anyMatch(key -> form.findField(key).isPresent())) {
            column.getChildren().add(section("section.variation", VARIATION));
        }
        column.getChildren().add(more());
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private Node about() {
        TextField name = new TextField();
        name.setId("train-name");
        name.setPromptText(TEXTS.get("form.name.prompt"));
        name.textProperty().bindBidirectional(form.name());
        TextField query = new TextField();
        query.setId("train-query");
        query.setPromptText(TEXTS.get("form.query.prompt"));
        query.setTooltip(new Tooltip(TEXTS.get("form.query.help")));
        query.textProperty().bindBidirectional(form.query());
        Label counts = new Label();
        counts.setId("train-counts");
        Wrapping.of(counts);
        counts.setMinHeight(USE_PREF_SIZE);
        counts.getStyleClass().addAll(Styles.SMALL, "counts");
        model.data().result().subscribe(result -> {
            boolean wrong = !result.problem().isEmpty();
            counts.setText(wrong ? result.problem() : counted(result.counts()));
            counts.pseudoClassStateChanged(WRONG, wrong);
            query.pseudoClassStateChanged(WRONG, wrong);
        });
        VBox box = new VBox();
        if (model.families().size() > 1) {
            box.getChildren().addAll(title("form.family"), families());
        }
        box.getChildren().addAll(title("form.name"), name, title("form.query"), query, counts);
        box.getStyleClass().add("about");
        return box;
    }

    private Node families() {
        ComboBox<Family> choice = new ComboBox<>(model.families());
        choice.setId("train-family");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new FamilyNames());
        choice.setValue(form.family());
        choice.valueProperty().subscribe((_, chosen) -> {
            if (chosen != null && !chosen.id().equals(form.family().id())) {
                choice.setValue(form.family());
                model.choose(chosen);
            }
        });
        return choice;
    }

    /// Families by their names for people.
    private static final class FamilyNames extends StringConverter<Family> {
        @Override
        public String toString(Family family) {
            return family == null ? "" : TEXTS.get("family." + family.id());
        }

        @Override
        public Family fromString(String text) {
            throw new UnsupportedOperationException("families are chosen, not typed");
        }
    }

    private static String counted(DataCounts counts) {
        if (counts.train() == 0) {
            return TEXTS.get("counts.none");
        }
        String validation = counts.validation() == 0 ? TEXTS.get("counts.heldOut") : Words.number(counts.validation());
        return TEXTS.format("counts.some", Words.number(counts.train()), validation, Words.number(counts.test()));
    }

    private VBox section(String titleKey, List<String> keys) {
        VBox box = new VBox(title(titleKey));
        box.getStyleClass().add("section");
        keys.forEach(key -> form.findField(key).ifPresent(field -> box.getChildren().add(row(field))));
        return box;
    }

    private Node more() {
        List<String> placed = new ArrayList<>(TIME);
        placed.addAll(LEARNING);
        placed.addAll(VARIATION);
        VBox box = new VBox();
        box.getStyleClass().add("section");
        form.fields().stream().filter(field -> !placed.contains(field.key())).forEach(field -> box.getChildren().add(row(field)));
        TitledPane pane = new TitledPane(TEXTS.get("section.more"), box);
        pane.setId("train-more");
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().addAll("dense", "more");
        return pane;
    }

    private Node row(SettingField field) {
        TextField input = new TextField();
        input.setId("train-setting-" + field.key().replace('_', '-'));
        input.textProperty().bindBidirectional(field.text());
        Label name = named(words.name(field.setting()), input);
        Label wrong = new Label();
        wrong.getStyleClass().addAll(Styles.FAULT, Styles.SMALL);
        Wrapping.of(wrong);
        wrong.setMinHeight(USE_PREF_SIZE);
        field.check().subscribe(check -> {
            wrong.setText(words.wrong(field.setting(), check));
            wrong.setVisible(check != SettingCheck.FINE);
            wrong.setManaged(check != SettingCheck.FINE);
            input.pseudoClassStateChanged(WRONG, check != SettingCheck.FINE);
        });
        Tooltip help = help(words.help(field.setting()));
        input.setTooltip(help);
        name.setTooltip(help);
        field.text().subscribe(() -> name.pseudoClassStateChanged(PseudoClass.getPseudoClass("changed"), !field.isDefault()));
        return new VBox(line(name, input), wrong);
    }

    private Node seed() {
        TextField input = new TextField();
        input.setId("train-seed");
        input.textProperty().bindBidirectional(form.seed());
        Tooltip help = help(TEXTS.get("form.seed.help"));
        input.setTooltip(help);
        return line(named(TEXTS.get("form.seed"), input), input);
    }

    private static Label named(String text, Node input) {
        Label label = new Label(text);
        label.setLabelFor(input);
        label.getStyleClass().add("setting");
        return label;
    }

    private static HBox line(Label name, TextInputControl input) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(name, gap, input);
        line.getStyleClass().add("line");
        input.setAccessibleText(name.getText());
        return line;
    }

    private static Tooltip help(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.getStyleClass().add("lw-help");
        return tooltip;
    }

    private static Label title(String key) {
        Label label = new Label(TEXTS.get("form.label." + key));
        label.getStyleClass().add(Styles.PANEL_TITLE);
        return label;
    }

    private Node yaml() {
        TextArea text = new TextArea();
        text.setId("train-yaml-text");
        text.setPrefRowCount(YAML_ROWS);
        text.getStyleClass().add(Styles.MONO);
        text.textProperty().bindBidirectional(form.yaml());
        VBox.setVgrow(text, Priority.ALWAYS);
        Label wrong = new Label();
        wrong.setId("train-yaml-problem");
        wrong.getStyleClass().addAll(Styles.FAULT, Styles.SMALL);
        Wrapping.of(wrong);
        wrong.setMinHeight(USE_PREF_SIZE);
        wrong.textProperty().bind(form.yamlProblem());
        wrong.visibleProperty().bind(form.yamlProblem().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        form.yamlProblem().subscribe(problem -> text.pseudoClassStateChanged(WRONG, !problem.isEmpty()));
        VBox box = new VBox(text, wrong);
        box.getStyleClass().add("yaml");
        return box;
    }

    private Node foot(TrainActions actions) {
        Label reason = new Label();
        reason.setId("train-reason");
        Wrapping.of(reason);
        reason.setMinHeight(USE_PREF_SIZE);
        reason.getStyleClass().add(Styles.SMALL);
        reason.textProperty().bind(Bindings.createStringBinding(() -> reason(actions), actions.start().enabled(), model.engineProblem(),
                form.problem(), model.data().result(), model.device()));
        reason.pseudoClassStateChanged(WRONG, false);
        actions.start().enabled().subscribe(enabled -> reason.pseudoClassStateChanged(WRONG, !enabled));
        Button start = ActionControls.button(actions.start());
        start.getStyleClass().add(Styles.ACCENT);
        start.setMaxWidth(Double.MAX_VALUE);
        VBox foot = new VBox(reason, start);
        foot.getStyleClass().add("foot");
        return foot;
    }

    private String reason(TrainActions actions) {
        if (actions.start().enabled().get()) {
            return model.device().get().isEmpty() ? "" : TEXTS.format("form.device", model.device().get());
        }
        if (!model.engineProblem().get().isEmpty()) {
            return model.engineProblem().get();
        }
        return form.problem().get().isEmpty() ? actions.start().disabledReason() : form.problem().get();
    }
}
