package labelwright.ui.control;

import java.util.Optional;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.ui.action.Texts;

/// Dialogs in the look of the app. Buttons are named by what they do; Esc always is "no". FX thread only.
public final class Dialogs {
    private static final Texts TEXTS = Texts.of(Dialogs.class);
    private static final double WORDS_WIDTH = 500;

    private Dialogs() {}

    /// A dialog without buttons yet.
    ///
    /// @param id the node id of its pane is this and `-dialog`
    /// @param owner the window it belongs to; null for none
    public static <T> Dialog<T> plain(String id, String title, @Nullable Window owner) {
        Dialog<T> dialog = new Dialog<>();
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setId(id + "-dialog");
        dialog.getDialogPane().getStyleClass().add("lw-dialog");
        dialog.getDialogPane().setHeaderText(title);
        Scene scene = dialog.getDialogPane().getScene();
        if (scene != null) {
            Appearance.dress(scene);
        }
        return dialog;
    }

    /// Adds a cancel button and the main one; the main one's id is the dialog's and `-ok`.
    public static Button buttons(Dialog<?> dialog, String okText, ButtonType ok) {
        ButtonType cancel = new ButtonType(TEXTS.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(cancel, ok);
        Button button = (Button) dialog.getDialogPane().lookupButton(ok);
        button.setText(okText);
        String id = dialog.getDialogPane().getId();
        button.setId(id.replace("-dialog", "-ok"));
        button.setDefaultButton(true);
        dialog.getDialogPane().lookupButton(cancel).setId(id.replace("-dialog", "-cancel"));
        focusFirst(dialog, button);
        return button;
    }

    /// What has the focus when the dialog opens. Without this it is the cancel button, and Enter would cancel.
    public static void focusFirst(Dialog<?> dialog, Node first) {
        // Later: the toolkit gives the focus to the main button after it has told that the dialog is shown.
        dialog.setOnShown(_ -> Platform.runLater(first::requestFocus));
    }

    /// Asks before something that cannot be taken back.
    ///
    /// @param yes what the button does: "Delete 12 pictures"
    public static boolean confirm(String id, String title, String text, String yes, @Nullable Window owner) {
        ButtonType ok = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = plain(id, title, owner);
        dialog.getDialogPane().setContent(new VBox(words(text)));
        Button button = buttons(dialog, yes, ok);
        button.getStyleClass().add(Styles.DANGER);
        button.setDefaultButton(false);
        focusFirst(dialog, dialog.getDialogPane().lookupButton(dialog.getDialogPane().getButtonTypes().getFirst()));
        return dialog.showAndWait().filter(ok::equals).isPresent();
    }

    /// Asks for one line of text; empty when it was cancelled. The button is off while the line is blank.
    public static Optional<String> askLine(String id, Question question, @Nullable Window owner) {
        ButtonType ok = new ButtonType(question.yes(), ButtonBar.ButtonData.OK_DONE);
        Dialog<String> dialog = plain(id, question.title(), owner);
        TextField field = new TextField(question.start());
        field.setId(id + "-field");
        VBox content = new VBox(6, words(question.label()), field);
        dialog.getDialogPane().setContent(content);
        Button button = buttons(dialog, question.yes(), ok);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(field.textProperty().map(String::isBlank));
        dialog.setResultConverter(pressed -> ok.equals(pressed) ? field.getText().strip() : null);
        focusFirst(dialog, field);
        return dialog.showAndWait();
    }

    /// Wrapping words of a readable width.
    public static Label words(String text) {
        Label label = new Label(text);
        Wrapping.of(label);
        label.setMaxWidth(WORDS_WIDTH);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    /// @param label what the field is for
    /// @param start what the field holds at first
    /// @param yes what the button does
    public record Question(String title, String label, String start, String yes) {}
}
