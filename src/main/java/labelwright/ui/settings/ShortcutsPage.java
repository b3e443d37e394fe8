package labelwright.ui.settings;

import java.nio.file.Path;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.settings.KeymapFile;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Shortcut;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Place;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;

/// All actions with their shortcuts: found by words or keys, changed by pressing the keys.
final class ShortcutsPage {
    private static final Texts TEXTS = Texts.of(ShortcutsPage.class);
    private static final Scope HERE = Scope.of(Place.SETTINGS);
    private static final double ROW = 36;
    private static final Path HOME = Path.of(System.getProperty("user.home", "."));

    private final AppServices app;
    private final ShortcutsModel model;
    private final ListView<Action> list;
    private final TextField search = new TextField();
    private final VBox view = new VBox(12);
    private final List<Action> actions;

    ShortcutsPage(AppServices app, ShortcutsModel model) {
        this.app = app;
        this.model = model;
        list = new ListView<>(model.shown());
        BooleanBinding chosen = Bindings.isNotNull(list.getSelectionModel().selectedItemProperty());
        Action change = Action.of(TEXTS, "settings.keys.change").icon("mdi2k-keyboard-outline").scope(HERE).needs(chosen, "needs.action")
                .does(this::change);
        Action reset = Action.of(TEXTS, "settings.keys.reset").icon("mdi2r-restore").scope(HERE).needs(chosen, "needs.action")
                .does(() -> model.reset(list.getSelectionModel().getSelectedItem()));
        Action resetAll = Action.of(TEXTS, "settings.keys.resetAll").icon("mdi2b-backup-restore").scope(HERE).does(this::resetAll);
        Action bring = Action.of(TEXTS, "settings.keys.import").icon("mdi2i-import").scope(HERE).does(this::bring);
        Action take = Action.of(TEXTS, "settings.keys.export").icon("mdi2e-export").scope(HERE).does(this::take);
        actions = List.of(change, reset, resetAll, bring, take);
        search.setId("settings-keys-search");
        search.setPromptText(TEXTS.get("keys.search"));
        search.textProperty().bindBidirectional(model.filter());
        list.setId("settings-keys-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new Row());
        list.setPlaceholder(new Label(TEXTS.get("keys.nothing")));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                change.run();
                event.consume();
            }
        });
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox first = new HBox(8, button(change), button(reset), button(resetAll));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox second = new HBox(8, first, gap, button(bring), button(take));
        Label hint = new Label(TEXTS.get("keys.hint"));
        Wrapping.of(hint);
        hint.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        view.getStyleClass().add("settings-keys");
        view.getChildren().addAll(search, list, second, hint);
        app.settings().settings().subscribe(_ -> list.refresh());
    }

    Node view() {
        return view;
    }

    List<Action> actions() {
        return actions;
    }

    /// Reads again which actions there are.
    void refresh() {
        model.refresh();
    }

    void show() {
        refresh();
        search.requestFocus();
    }

    private static Button button(Action action) {
        return ActionControls.button(action);
    }

    private void change() {
        Action action = list.getSelectionModel().getSelectedItem();
        new KeysDialog(action, model, view.getScene().getWindow()).ask().ifPresent(keys -> model.assign(action, keys));
    }

    private void resetAll() {
        if (Dialogs.confirm("keys-reset", TEXTS.get("keys.resetAll.title"), TEXTS.get("keys.resetAll.text"), TEXTS.get("keys.resetAll.yes"),
                view.getScene().getWindow())) {
            model.resetAll();
        }
    }

    private void bring() {
        app.files().chooseFile(TEXTS.get("keys.import.title"), HOME, List.of("json"))
                .ifPresent(file -> app.jobs().read(TEXTS.get("keys.import.title"), () -> KeymapFile.read(file), keymap -> {
                    model.change(keymap);
                    app.notices().say(TEXTS.format("keys.imported", keymap.bindings().size()));
                }));
    }

    private void take() {
        app.files().chooseNewFile(TEXTS.get("keys.export.title"), HOME.resolve("labelwright-shortcuts.json"))
                .ifPresent(file -> app.jobs().read(TEXTS.get("keys.export.title"), () -> {
                    KeymapFile.write(file, model.keymap());
                    return file;
                }, written -> app.notices().say(TEXTS.format("keys.exported", Words.path(written)))));
    }

    /// One action: its words, where it holds, its keys; a mark when they were changed.
    private final class Row extends ListCell<Action> {
        private final FontIcon icon = new FontIcon();
        private final Label words = new Label();
        private final Label place = new Label();
        private final Label changed = new Label(TEXTS.get("keys.changed"));
        private final HBox keys = new HBox(4);
        private final HBox content;

        Row() {
            place.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            changed.getStyleClass().add(Styles.CHIP);
            changed.setMinWidth(Region.USE_PREF_SIZE);
            keys.setAlignment(Pos.CENTER_RIGHT);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            content = new HBox(10, icon, words, place, gap, changed, keys);
            content.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && getItem() != null) {
                    change();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(action.icon().orElse("mdi2c-circle-medium"));
            words.setText(action.text());
            place.setText(model.place(action));
            changed.setVisible(model.isChanged(action));
            keys.getChildren().clear();
            for (Shortcut shortcut : action.shortcuts()) {
                Label key = new Label(shortcut.display());
                key.getStyleClass().add(Styles.KEY);
                keys.getChildren().add(key);
            }
            setGraphic(content);
        }
    }
}
