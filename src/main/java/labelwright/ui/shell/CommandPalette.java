package labelwright.ui.shell;

import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.Node;
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

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Shortcut;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;

/// A line to type in and the actions that it finds; Enter runs the chosen one.
final class CommandPalette extends VBox {
    private static final Texts TEXTS = Texts.of(CommandPalette.class);
    private static final double WIDTH = 560;
    private static final double ROW = 34;
    private static final int MOST_ROWS = 12;

    private final PaletteModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteModel.Entry> list = new ListView<>();
    private final Runnable close;

    /// @param close puts the palette away; called before the action runs
    CommandPalette(PaletteModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setId("palette");
        getStyleClass().add("lw-palette");
        setPrefWidth(WIDTH);
        field.setId("palette-field");
        field.setPromptText(TEXTS.get("palette.prompt"));
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new EntryCell());
        Label none = new Label(TEXTS.get("palette.none"));
        none.getStyleClass().add(Styles.MUTED);
        list.setPlaceholder(none);
        list.setOnMouseClicked(_ -> runSelected());
        field.textProperty().subscribe(this::find);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        getChildren().addAll(field, list);
    }

    Node field() {
        return field;
    }

    private void find(String typed) {
        List<PaletteModel.Entry> found = model.find(typed);
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.clamp(found.size(), 2, MOST_ROWS) * ROW + 2);
    }

    private void steer(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int size = list.getItems().size();
            if (size > 0) {
                list.getSelectionModel().select(Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, size));
                list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS + 1));
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            runSelected();
            event.consume();
        }
    }

    private void runSelected() {
        PaletteModel.Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.action().enabled().get()) {
            close.run();
            chosen.run().run();
        }
    }

    /// Icon, words, where it belongs or why it cannot be done, shortcut.
    private static final class EntryCell extends ListCell<PaletteModel.Entry> {
        @Override
        protected void updateItem(PaletteModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(empty || entry == null ? null : row(entry));
        }

        private static Node row(PaletteModel.Entry entry) {
            FontIcon icon = new FontIcon(entry.action().icon().orElse("mdi2c-circle-medium"));
            Label text = new Label(entry.action().text());
            String reason = entry.action().disabledReason();
            Label beside = new Label(reason.isEmpty() ? entry.where() : reason);
            beside.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(10, icon, text, beside, gap);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setOpacity(reason.isEmpty() ? 1 : 0.55);
            entry.action().shortcuts().stream().findFirst().map(Shortcut::display).ifPresent(keys -> {
                Label key = new Label(keys);
                key.getStyleClass().add(Styles.KEY);
                key.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(key);
            });
            return row;
        }
    }
}
