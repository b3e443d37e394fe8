package labelwright.ui.data;

import java.util.List;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import labelwright.model.ModelVersion;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.KindTexts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.workbench.Suggesting;

/// Asks which model is to suggest, and from which score on its suggestions are kept.
final class SuggestDialog {
    private static final Texts TEXTS = Texts.of(SuggestDialog.class);
    private static final double WIDTH = 460;
    private static final double MOST = 0.95;

    /// @param floor suggestions with a lower score are not kept
    record Choice(ModelVersion model, double floor) {}

    private final Dialog<ButtonType> dialog;
    private final ButtonType ok;
    private final ChoiceBox<ModelVersion> model = new ChoiceBox<>();
    private final Slider floor = new Slider(0, MOST, Suggesting.DEFAULT_FLOOR);

    /// @param models newest last; never empty
    /// @param pictures how many are asked about
    SuggestDialog(List<ModelVersion> models, int pictures, KindTexts words, @Nullable Window owner) {
        dialog = Dialogs.plain("suggest", words.format("suggest.title.", pictures), owner);
        String yes = TEXTS.get("suggest.yes");
        ok = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        model.setId("suggest-model");
        model.getItems().setAll(models.reversed());
        model.setConverter(new StringConverter<>() {
            @Override
            public String toString(ModelVersion value) {
                return value == null ? "" : value.name();
            }

            @Override
            public ModelVersion fromString(String text) {
                throw new UnsupportedOperationException("A model is not typed");
            }
        });
        model.setValue(preferred(models));
        model.setMaxWidth(Double.MAX_VALUE);
        Label percent = new Label();
        percent.setMinWidth(48);
        percent.textProperty().bind(floor.valueProperty().map(value -> Words.percent(value.doubleValue())));
        floor.setId("suggest-floor");
        HBox.setHgrow(floor, Priority.ALWAYS);
        VBox content = new VBox(8, Dialogs.words(words.get("suggest.text.")), heading("suggest.model"), model, heading("suggest.floor"),
                new HBox(10, floor, percent));
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(content);
        Button button = Dialogs.buttons(dialog, yes, ok);
        button.getStyleClass().add(Styles.ACCENT);
    }

    Optional<Choice> ask() {
        return dialog.showAndWait().filter(ok::equals).map(_ -> new Choice(model.getValue(), floor.getValue()));
    }

    /// The newest that is in production, else the newest of all.
    static ModelVersion preferred(List<ModelVersion> models) {
        return models.reversed().stream().filter(version -> version.stage() == ModelVersion.Stage.PRODUCTION).findFirst()
                .orElse(models.getLast());
    }

    private static Label heading(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add(Styles.PANEL_TITLE);
        return label;
    }
}
