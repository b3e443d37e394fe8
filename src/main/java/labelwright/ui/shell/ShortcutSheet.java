package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Action;
import labelwright.ui.action.Shortcut;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// The shortcuts that hold here as they are bound now, made from the actions; a line at the top finds some of them.
final class ShortcutSheet extends VBox {
    private static final Texts TEXTS = Texts.of(ShortcutSheet.class);
    private static final double COLUMN = 290;
    private static final int COLUMNS = 3;
    private static final double GAP = 28;
    private static final double HEIGHT = 600;
    /// What a heading takes of a column, in rows.
    private static final int HEADING_ROWS = 2;

    private final SheetModel model;
    private final TextField field = new TextField();
    private final HBox columns = new HBox(GAP);

    /// @param change goes to where shortcuts are changed
    ShortcutSheet(SheetModel model, Runnable change) {
        this.model = model;
        setId("shortcut-sheet");
        getStyleClass().add("lw-sheet");
        Label title = new Label(TEXTS.get("sheet.title"));
        title.getStyleClass().add(Styles.SUBTITLE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button changing = new Button(TEXTS.get("sheet.change"));
        changing.setId("sheet-change");
        changing.getStyleClass().add(Styles.FLAT);
        changing.setOnAction(_ -> change.run());
        HBox head = new HBox(12, title, gap, changing);
        head.setAlignment(Pos.CENTER_LEFT);
        field.setId("sheet-field");
        field.setPromptText(TEXTS.get("sheet.prompt"));
        columns.setPrefWidth(COLUMNS * COLUMN + (COLUMNS - 1) * GAP);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        scroll.setMinHeight(120);
        scroll.getStyleClass().add("edge-to-edge");
        field.textProperty().subscribe(this::find);
        getChildren().addAll(head, field, scroll);
    }

    Node field() {
        return field;
    }

    private void find(String typed) {
        List<SheetModel.Group> groups = model.find(typed);
        columns.getChildren().clear();
        if (groups.isEmpty()) {
            Label none = new Label(TEXTS.get("sheet.none"));
            none.getStyleClass().add(Styles.MUTED);
            columns.getChildren().add(none);
            return;
        }
        int rows = groups.stream().mapToInt(group -> group.actions().size() + HEADING_ROWS).sum();
        List<VBox> boxes = new ArrayList<>();
        int filled = 0;
        for (SheetModel.Group group : groups) {
            int wanted = Math.min(COLUMNS - 1, filled * COLUMNS / Math.max(1, rows));
            while (boxes.size() <= wanted) {
                boxes.add(new VBox(18));
            }
            boxes.getLast().getChildren().add(grid(group));
            filled += group.actions().size() + HEADING_ROWS;
        }
        columns.getChildren().addAll(boxes);
    }

    private static Node grid(SheetModel.Group group) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(5);
        grid.setPrefWidth(COLUMN);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        keys.setMinWidth(USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(words, keys);
        Label heading = new Label(group.title());
        heading.getStyleClass().add(Styles.PANEL_TITLE);
        grid.add(heading, 0, 0, 2, 1);
        for (int i = 0; i < group.actions().size(); i++) {
            Action action = group.actions().get(i);
            Label name = new Label(action.text());
            Wrapping.of(name);
            name.setMinHeight(USE_PREF_SIZE);
            grid.add(name, 0, i + 1);
            grid.add(keys(action), 1, i + 1);
        }
        return grid;
    }

    private static Node keys(Action action) {
        HBox row = new HBox(4);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setMinWidth(USE_PREF_SIZE);
        for (Shortcut shortcut : action.shortcuts()) {
            Label key = new Label(shortcut.display());
            key.getStyleClass().add(Styles.KEY);
            row.getChildren().add(key);
        }
        return row;
    }
}
