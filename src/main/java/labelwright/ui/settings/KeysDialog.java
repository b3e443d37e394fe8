package labelwright.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Action;
import labelwright.ui.action.Shortcut;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// The shortcuts of one action: take one away, or press the keys of a new one. Says at once who has the keys already. All keys go into the
/// catch while it has the focus, but Esc, which cancels, and Enter after other keys, which keeps them.
final class KeysDialog {
    private static final Texts TEXTS = Texts.of(KeysDialog.class);

    private static final double WIDTH = 460;

    private final Action action;
    private final ShortcutsModel model;
    private final List<Shortcut> kept;
    private final FlowPane chips = new FlowPane(8, 8);
    private final Label caught = new Label(TEXTS.get("keys.press"));
    private final Label conflict = new Label();
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok = new ButtonType(TEXTS.get("keys.ok"), ButtonBar.ButtonData.OK_DONE);
    private final Button button;
    private @Nullable Shortcut pressed;

    KeysDialog(Action action, ShortcutsModel model, @Nullable Window owner) {
        this.action = action;
        this.model = model;
        kept = new ArrayList<>(action.shortcuts());
        dialog = Dialogs.plain("keys", TEXTS.format("keys.title", action.text()), owner);
        StackPane trap = new StackPane(caught);
        trap.setId("keys-catch");
        trap.getStyleClass().add("keys-catch");
        trap.setFocusTraversable(true);
        trap.addEventFilter(KeyEvent.ANY, this::press);
        trap.setOnMousePressed(_ -> trap.requestFocus());
        caught.setId("keys-caught");
        conflict.setId("keys-conflict");
        Wrapping.of(conflict);
        conflict.setMinHeight(Region.USE_PREF_SIZE);
        conflict.setPrefWidth(WIDTH);
        Label now = new Label(TEXTS.get("keys.now"));
        now.getStyleClass().add(Styles.MUTED);
        now.setMinWidth(Region.USE_PREF_SIZE);
        chips.setMinHeight(30);
        HBox row = new HBox(12, now, chips);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(10, row, trap, conflict);
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getStylesheets().add(Styles.sheet(KeysDialog.class, "settings.css"));
        button = Dialogs.buttons(dialog, TEXTS.get("keys.ok"), ok);
        button.getStyleClass().add(Styles.ACCENT);
        Dialogs.focusFirst(dialog, trap);
        showChips();
    }

    /// The shortcuts that the action shall have; empty when it was cancelled.
    Optional<List<Shortcut>> ask() {
        return dialog.showAndWait().filter(ok::equals).map(_ -> chosen());
    }

    private List<Shortcut> chosen() {
        List<Shortcut> all = new ArrayList<>(kept);
        Shortcut fresh = pressed;
        if (fresh != null && !all.contains(fresh)) {
            all.addFirst(fresh);
        }
        return all;
    }

    private void press(KeyEvent event) {
        boolean plain = event.getEventType() == KeyEvent.KEY_PRESSED && !event.isShiftDown() && !event.isControlDown() && !event.isAltDown()
                && !event.isMetaDown();
        if (plain && event.getCode() == KeyCode.ESCAPE) {
            return;
        }
        if (plain && event.getCode() == KeyCode.ENTER && pressed != null) {
            button.fire();
        } else {
            Shortcut.pressed(event).ifPresent(this::show);
        }
        event.consume();
    }

    private void show(Shortcut shortcut) {
        pressed = shortcut;
        caught.setText(shortcut.display());
        List<Action> losers = model.losers(action, shortcut);
        if (kept.contains(shortcut)) {
            conflict.setText(TEXTS.get("keys.hasIt"));
        } else if (losers.isEmpty()) {
            conflict.setText(TEXTS.get("keys.free"));
        } else {
            String names = losers.stream().map(loser -> TEXTS.format("keys.quoted", loser.text())).collect(Collectors.joining(", "));
            conflict.setText(TEXTS.format("keys.taken", names));
        }
        dialog.getDialogPane().getScene().getWindow().sizeToScene();
    }

    private void showChips() {
        chips.getChildren().clear();
        for (Shortcut shortcut : kept) {
            chips.getChildren().add(chip(shortcut));
        }
        if (kept.isEmpty()) {
            Label none = new Label(TEXTS.get("keys.none"));
            none.getStyleClass().add(Styles.MUTED);
            chips.getChildren().add(none);
        }
    }

    private Node chip(Shortcut shortcut) {
        Label key = new Label(shortcut.display());
        key.getStyleClass().add(Styles.KEY);
        Button remove = new Button(null, new FontIcon("mdi2c-close"));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "keys-remove");
        remove.setAccessibleText(TEXTS.format("keys.remove", shortcut.display()));
        remove.setOnAction(_ -> {
            kept.remove(shortcut);
            showChips();
        });
        HBox chip = new HBox(key, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }
}
