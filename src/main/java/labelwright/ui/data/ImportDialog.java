package labelwright.ui.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.ProjectKind;
import labelwright.model.Split;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.FileChoosers;
import labelwright.ui.control.KindTexts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.workbench.FormatInfo;
import labelwright.workbench.ImportAs;
import labelwright.workbench.ImportPlan;
import labelwright.workbench.Placement;

/// Shows what was found in a folder and asks how to bring it in.
final class ImportDialog {
    private static final Texts TEXTS = Texts.of(ImportDialog.class);
    private static final double WIDTH = 560;
    private static final int MOST_LABELS = 24;
    private static final List<String> ORIENTATIONS = List.of("found", "upright", "stored");
    private static final List<String> OFFSETS = List.of("found", "code-points", "utf-16", "utf-8");

    private final ImportPlan plan;
    private final KindTexts words;
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok;
    private final ChoiceBox<FormatInfo> format = new ChoiceBox<>();
    private final ChoiceBox<Split> split = new ChoiceBox<>();
    private final RadioButton reference = new RadioButton(TEXTS.get("import.reference"));
    private final RadioButton copy = new RadioButton(TEXTS.get("import.copy"));
    private final TextField images = new TextField();
    private final ChoiceBox<String> orientation = new ChoiceBox<>();
    private final ChoiceBox<String> by = new ChoiceBox<>();
    private final ChoiceBox<String> offsets = new ChoiceBox<>();
    private final TextField columns = new TextField();
    private final EncodingField encoding;
    private final TextField annotator;
    private final RadioButton answers = new RadioButton(TEXTS.get("import.as.answers"));
    private final RadioButton suggestions = new RadioButton(TEXTS.get("import.as.suggestions"));
    private final TextField model = new TextField();

    /// @param formats all that can be read
    /// @param encoding shows how the texts begin
    /// @param annotatorName under which the labels are kept at first
    ImportDialog(ImportPlan plan, List<FormatInfo> formats, KindTexts words, String annotatorName, FileChoosers files,
            EncodingField encoding,
            @Nullable Window owner) {
        this.plan = plan;
        this.words = words;
        this.encoding = encoding;
        annotator = new TextField(annotatorName);
        dialog = Dialogs.plain("import", TEXTS.format("import.title", name(plan.root())), owner);
        String yes = TEXTS.get("import.yes");
        ok = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        VBox content = new VBox(14, found(), choices(formats, files));
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(content);
        Button button = Dialogs.buttons(dialog, yes, ok);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> whose().getText().isBlank(), annotator.textProperty(),
                model.textProperty(), suggestions.selectedProperty()));
    }

    Optional<ImportForm> ask() {
        return dialog.showAndWait().filter(ok::equals).map(_ -> form());
    }

    private ImportForm form() {
        String chosen = format.getValue().id();
        String where = images.getText().strip();
        return new ImportForm(plan.root(), chosen.equals(plan.format()) ? null : chosen, where.isEmpty() ? null : Path.of(where),
                copy.isSelected() ? Placement.COPY : Placement.REFERENCE, split.getValue(),
                suggestions.isSelected()
                        ? new ImportAs.Suggestions(model.getText().strip())
                        : new ImportAs.Answers(new Author.Annotator(annotator.getText().strip())),
                options());
    }

    /// The name that the labels are kept under.
    private TextField whose() {
        return suggestions.isSelected() ? model : annotator;
    }

    private Node labels() {
        ToggleGroup group = new ToggleGroup();
        answers.setToggleGroup(group);
        suggestions.setToggleGroup(group);
        suggestions.setId("import-suggestions");
        answers.setSelected(true);
        annotator.setId("import-annotator");
        annotator.disableProperty().bind(suggestions.selectedProperty());
        model.setId("import-model");
        model.setPromptText(TEXTS.get("import.as.model"));
        model.disableProperty().bind(answers.selectedProperty());
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        grid.addRow(0, answers, annotator);
        grid.addRow(1, suggestions, model);
        GridPane.setHgrow(annotator, Priority.ALWAYS);
        GridPane.setHgrow(model, Priority.ALWAYS);
        return new VBox(grid);
    }

    private Node found() {
        String counts = plan.counted() == ImportPlan.Counted.ALL ? "import.counts." : "import.counts.atLeast.";
        Label what = new Label(plan.formatName());
        what.getStyleClass().add(Styles.STRONG);
        Label numbers = new Label(words.format(counts, plan.items(), plan.annotations()));
        numbers.setId("import-counts");
        Label why = Dialogs.words(plan.why());
        why.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        VBox card = new VBox(6, what, numbers, why);
        card.getStyleClass().add(Styles.CARD);
        if (!plan.labels().isEmpty()) {
            FlowPane labels = new FlowPane(4, 4);
            plan.labels().stream().limit(MOST_LABELS).forEach(name -> labels.getChildren().add(chip(name)));
            if (plan.labels().size() > MOST_LABELS) {
                labels.getChildren().add(chip(TEXTS.format("import.labels.more", plan.labels().size() - MOST_LABELS)));
            }
            card.getChildren().add(labels);
        }
        return card;
    }

    private Node choices(List<FormatInfo> formats, FileChoosers files) {
        format.setId("import-format");
        format.getItems().setAll(formats);
        format.setConverter(words(FormatInfo::name));
        formats.stream().filter(info -> info.id().equals(plan.format())).findFirst().ifPresent(format::setValue);
        split.setId("import-split");
        split.getItems().setAll(Split.NONE, Split.TRAIN, Split.VALIDATION, Split.TEST);
        split.setConverter(words(value -> value == Split.NONE ? TEXTS.get("import.split.asFiles") : Words.of(value)));
        split.setValue(Split.NONE);
        ToggleGroup placement = new ToggleGroup();
        reference.setToggleGroup(placement);
        copy.setToggleGroup(placement);
        copy.setId("import-copy");
        reference.setSelected(true);
        images.setPromptText(TEXTS.get("import.images.prompt"));
        HBox.setHgrow(images, Priority.ALWAYS);
        Button browse = new Button(TEXTS.get("browse"));
        browse.setOnAction(_ -> files.chooseFolder(TEXTS.get("import.images"), plan.root())
                .ifPresent(folder -> images.setText(folder.toString())));
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(10);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(HBox.USE_PREF_SIZE);
        names.setHalignment(HPos.RIGHT);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields);
        row(grid, "import.format", format);
        switch (plan.kind()) {
            case IMAGE -> {
                row(grid, "import.placement", new VBox(6, reference, copy));
                row(grid, "import.images", new HBox(6, images, browse));
                orientation(grid);
            }
            case TEXT -> reading(grid);
        }
        row(grid, "import.split", split);
        row(grid, "import.as", labels());
        return grid;
    }

    /// Which pictures the labels were made on, where the chosen format has labels with places.
    private void orientation(GridPane grid) {
        orientation.setId("import-orientation");
        orientation.getItems().setAll(ORIENTATIONS);
        orientation.setValue(ORIENTATIONS.getFirst());
        orientation.setConverter(words(sense -> TEXTS.get("import.orientation." + sense)));
        row(grid, "import.orientation", orientation);
        format.valueProperty().subscribe(chosen -> show(grid, orientation, chosen != null && chosen.options().contains("orientation")));
    }

    /// How files of texts are to be read; what the chosen format takes from a person.
    private void reading(GridPane grid) {
        by.setId("import-by");
        by.setConverter(words(piece -> piece.isEmpty() ? "" : TEXTS.get("import.by." + piece)));
        columns.setId("import-columns");
        columns.setPromptText(TEXTS.get("import.columns.prompt"));
        VBox placement = new VBox(6, reference, copy);
        row(grid, "import.placement.TEXT", placement);
        row(grid, "import.by", by);
        row(grid, "import.columns", columns);
        row(grid, "import.encoding", encoding);
        offsets.setId("import-offsets");
        offsets.getItems().setAll(OFFSETS);
        offsets.setValue(OFFSETS.getFirst());
        offsets.setConverter(words(unit -> TEXTS.get("import.offsets." + unit)));
        row(grid, "import.offsets", offsets);
        format.valueProperty().subscribe(chosen -> {
            Set<String> taken = chosen == null ? Set.of() : chosen.options();
            by.getItems().setAll(chosen == null ? List.of() : chosen.pieces());
            by.setValue(by.getItems().isEmpty() ? "" : by.getItems().getFirst());
            show(grid, by, !by.getItems().isEmpty());
            show(grid, placement, chosen != null && chosen.media() == FormatInfo.Media.FILES);
            show(grid, columns, taken.contains("columns"));
            show(grid, offsets, taken.contains("offsets"));
            show(grid, encoding, taken.contains("encoding"));
        });
    }

    /// Shows or hides the field with the word beside it.
    private static void show(GridPane grid, Node field, boolean isShown) {
        int row = GridPane.getRowIndex(field);
        grid.getChildren().stream().filter(node -> Objects.equals(GridPane.getRowIndex(node), row)).forEach(node -> {
            node.setVisible(isShown);
            node.setManaged(isShown);
        });
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        if (plan.kind() == ProjectKind.TEXT) {
            put(options, "by", by.getSelectionModel().getSelectedIndex() > 0 ? by.getValue() : "");
            put(options, "offsets", offsets.isVisible() && !OFFSETS.getFirst().equals(offsets.getValue()) ? offsets.getValue() : "");
            put(options, "columns", columns.isVisible() ? columns.getText() : "");
            put(options, "encoding", encoding.isVisible() ? encoding.said() : "");
        }
        boolean isSaid = orientation.isVisible() && !ORIENTATIONS.getFirst().equals(orientation.getValue());
        put(options, "orientation", plan.kind() == ProjectKind.IMAGE && isSaid ? orientation.getValue() : "");
        return options;
    }

    private static void put(Map<String, String> options, String key, String value) {
        if (!value.isBlank()) {
            options.put(key, value.strip());
        }
    }

    private static void row(GridPane grid, String key, Node field) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add(Styles.MUTED);
        int row = grid.getRowCount();
        GridPane.setValignment(label, field instanceof VBox ? VPos.TOP : VPos.CENTER);
        grid.add(label, 0, row);
        grid.add(field, 1, row);
    }

    private static Label chip(String text) {
        Label chip = new Label(text);
        chip.getStyleClass().add(Styles.CHIP);
        return chip;
    }

    private static String name(Path root) {
        Path name = root.getFileName();
        return name == null ? root.toString() : name.toString();
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> naming) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : naming.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("A choice is not typed");
            }
        };
    }
}
