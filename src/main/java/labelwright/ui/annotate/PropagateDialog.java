package labelwright.ui.annotate;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Styles;
import labelwright.workbench.Propagation;

/// Asks to how many of the following pictures regions are copied, and which of them are left out.
final class PropagateDialog {
    private static final Texts TEXTS = Texts.of(PropagateDialog.class);
    private static final int USUAL = 5;

    private final Spinner<Integer> pictures;
    private final CheckBox copied = new CheckBox(TEXTS.get("propagate.copied"));
    private final CheckBox complete = new CheckBox(TEXTS.get("propagate.complete"));
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok = new ButtonType(TEXTS.get("propagate.yes"), ButtonBar.ButtonData.OK_DONE);

    /// @param pictures how many of the following ones
    record Answer(int pictures, Set<Propagation.LeaveOut> leaveOut) {}

    /// @param regions how many are copied
    /// @param following how many pictures there are to copy to; at least one
    PropagateDialog(int regions, int following, @Nullable Window owner) {
        pictures = new Spinner<>(1, following, Math.min(USUAL, following));
        pictures.setId("propagate-count");
        pictures.setEditable(true);
        pictures.setPrefWidth(100);
        copied.setId("propagate-copied");
        copied.setSelected(true);
        complete.setId("propagate-complete");
        complete.setSelected(true);
        Label words = new Label(TEXTS.get("propagate.count"));
        words.setLabelFor(pictures);
        HBox row = new HBox(10, words, pictures, new Label(TEXTS.format("propagate.of", following)));
        row.setAlignment(Pos.CENTER_LEFT);
        Label hint = Dialogs.words(TEXTS.get("propagate.text"));
        hint.getStyleClass().add(Styles.MUTED);
        dialog = Dialogs.plain("propagate", TEXTS.format("propagate.title", regions), owner);
        dialog.getDialogPane().setContent(new VBox(12, row, copied, complete, hint));
        Button button = Dialogs.buttons(dialog, TEXTS.get("propagate.yes"), ok);
        button.getStyleClass().add(Styles.ACCENT);
        Dialogs.focusFirst(dialog, pictures.getEditor());
    }

    Optional<Answer> ask() {
        return dialog.showAndWait().filter(ok::equals).map(_ -> answer());
    }

    private Answer answer() {
        Set<Propagation.LeaveOut> leaveOut = EnumSet.noneOf(Propagation.LeaveOut.class);
        if (copied.isSelected()) {
            leaveOut.add(Propagation.LeaveOut.WITH_A_COPY);
        }
        if (complete.isSelected()) {
            leaveOut.add(Propagation.LeaveOut.COMPLETE);
        }
        return new Answer(pictures.getValue(), leaveOut);
    }
}
