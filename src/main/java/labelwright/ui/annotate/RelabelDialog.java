package labelwright.ui.annotate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.Styles;

/// Asks which label the selected regions get: a few letters narrow the list, arrows move in it, Enter takes.
final class RelabelDialog {
    private static final Texts TEXTS = Texts.of(RelabelDialog.class);
    private static final double WIDTH = 340;
    private static final double ROW = 30;
    private static final int MOST_ROWS = 10;
    private static final int LEAST_ROWS = 3;

    private final FilteredList<LabelClass> found;
    private final TextField search = new TextField();
    private final ListView<LabelClass> list;
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok = new ButtonType(TEXTS.get("relabel.yes"), ButtonBar.ButtonData.OK_DONE);

    /// @param regions how many get the label
    /// @param labels those that at least one of the regions can carry
    RelabelDialog(int regions, List<LabelClass> labels, @Nullable Window owner) {
        found = new FilteredList<>(FXCollections.observableArrayList(labels));
        list = new ListView<>(found);
        list.setId("relabel-list");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add(Styles.DENSE);
        list.setPrefSize(WIDTH, Math.clamp(labels.size(), LEAST_ROWS, MOST_ROWS) * ROW + 2);
        list.setCellFactory(_ -> new Row());
        Label none = new Label(TEXTS.get("relabel.none"));
        none.getStyleClass().add(Styles.MUTED);
        list.setPlaceholder(none);
        search.setId("relabel-search");
        search.setPromptText(TEXTS.get("relabel.search"));
        search.textProperty().subscribe(this::narrow);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        dialog = Dialogs.plain("relabel", TEXTS.format("relabel.title", regions), owner);
        dialog.getDialogPane().setContent(new VBox(8, search, list));
        Button button = Dialogs.buttons(dialog, TEXTS.get("relabel.yes"), ok);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && list.getSelectionModel().getSelectedItem() != null) {
                button.fire();
            }
        });
        Dialogs.focusFirst(dialog, search);
    }

    Optional<LabelId> ask() {
        return dialog.showAndWait().filter(ok::equals).map(_ -> list.getSelectionModel().getSelectedItem()).map(LabelClass::id);
    }

    private void narrow(String letters) {
        String wanted = letters.strip().toLowerCase(Locale.ROOT);
        found.setPredicate(label -> label.name().toLowerCase(Locale.ROOT).contains(wanted));
        list.getSelectionModel().selectFirst();
    }

    private void move(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0 && !found.isEmpty()) {
            int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0, found.size() - 1);
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - 1));
            event.consume();
        }
    }

    /// A label with its colour.
    private static final class Row extends ListCell<LabelClass> {
        @Override
        protected void updateItem(@Nullable LabelClass label, boolean empty) {
            super.updateItem(label, empty);
            setText(empty || label == null ? null : label.name());
            setGraphic(empty || label == null ? null : new LabelSwatch(label.colour()));
        }
    }
}
