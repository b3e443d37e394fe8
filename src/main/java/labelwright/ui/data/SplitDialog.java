package labelwright.ui.data;

import java.nio.file.Path;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.model.Split;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.FileChoosers;
import labelwright.ui.control.KindTexts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;

/// Asks how to divide the project: by percentages and a seed, or by lists of names.
final class SplitDialog {
    private static final Texts TEXTS = Texts.of(SplitDialog.class);
    private static final int WHOLE = 100;
    private static final int FIRST_TRAIN = 70;
    private static final int FIRST_VALIDATION = 15;
    private static final int MOST_SEED = 1_000_000;

    /// What was chosen.
    sealed interface Choice {
        /// Percentages; they make 100 together.
        record BySeed(int train, int validation, int test, long seed) implements Choice {}

        /// A folder with `train.txt`, `val.txt` and `test.txt`.
        record ByLists(Path folder) implements Choice {}
    }

    private final Dialog<ButtonType> dialog;
    private final ButtonType ok;
    private final RadioButton bySeed = new RadioButton(TEXTS.get("split.bySeed"));
    private final RadioButton byLists = new RadioButton(TEXTS.get("split.byLists"));
    private final Spinner<Integer> train = percent("split-train", FIRST_TRAIN);
    private final Spinner<Integer> validation = percent("split-validation", FIRST_VALIDATION);
    private final Spinner<Integer> test = percent("split-test", WHOLE - FIRST_TRAIN - FIRST_VALIDATION);
    private final Spinner<Integer> seed = new Spinner<>(0, MOST_SEED, 1);
    private final TextField folder = new TextField();

    SplitDialog(FileChoosers files, Path start, KindTexts words, @Nullable Window owner) {
        dialog = Dialogs.plain("split", words.get("split.title."), owner);
        String yes = TEXTS.get("split.yes");
        ok = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        ToggleGroup group = new ToggleGroup();
        bySeed.setToggleGroup(group);
        byLists.setToggleGroup(group);
        byLists.setId("split-by-lists");
        bySeed.setSelected(true);
        Label sum = new Label();
        sum.getStyleClass().addAll(Styles.FAULT, Styles.SMALL);
        BooleanBinding whole = Bindings.createBooleanBinding(() -> train.getValue() + validation.getValue() + test.getValue() == WHOLE,
                train.valueProperty(), validation.valueProperty(), test.valueProperty());
        sum.textProperty().bind(Bindings.createStringBinding(() -> whole.get()
                ? ""
                : TEXTS.format("split.sum",
                        train.getValue() + validation.getValue() + test.getValue()),
                whole, train.valueProperty(), validation.valueProperty(),
                test.valueProperty()));
        VBox content = new VBox(10, Dialogs.words(words.get("split.text.")), bySeed, percentages(), sum, byLists, lists(files, start));
        dialog.getDialogPane().setContent(content);
        Button button = Dialogs.buttons(dialog, yes, ok);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(Bindings.createBooleanBinding(
                () -> bySeed.isSelected() ? !whole.get() : folder.getText().isBlank(), bySeed.selectedProperty(), whole,
                folder.textProperty()));
    }

    Optional<Choice> ask() {
        return dialog.showAndWait().filter(ok::equals).map(_ -> bySeed.isSelected()
                ? new Choice.BySeed(train.getValue(), validation.getValue(), test.getValue(), seed.getValue())
                : new Choice.ByLists(Path.of(folder.getText().strip())));
    }

    private Node percentages() {
        seed.setEditable(true);
        seed.setId("split-seed");
        seed.setPrefWidth(110);
        HBox row = new HBox(12, field(Words.of(Split.TRAIN), train), field(Words.of(Split.VALIDATION), validation),
                field(Words.of(Split.TEST), test), field(TEXTS.get("split.seed"), seed));
        row.getStyleClass().add("lw-indented");
        row.disableProperty().bind(bySeed.selectedProperty().not());
        return row;
    }

    private Node lists(FileChoosers files, Path start) {
        folder.setId("split-folder");
        folder.setPromptText(TEXTS.get("split.folder.prompt"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button browse = new Button(TEXTS.get("browse"));
        browse.setOnAction(
                _ -> files.chooseFolder(TEXTS.get("split.byLists"), start).ifPresent(chosen -> folder.setText(chosen.toString())));
        HBox row = new HBox(6, folder, browse);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("lw-indented");
        row.disableProperty().bind(byLists.selectedProperty().not());
        return row;
    }

    private static Node field(String words, Node control) {
        Label label = new Label(words);
        label.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        return new VBox(3, label, control);
    }

    private static Spinner<Integer> percent(String id, int start) {
        Spinner<Integer> spinner = new Spinner<>(0, WHOLE, start, 5);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(90);
        return spinner;
    }
}
