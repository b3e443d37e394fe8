package labelwright.ui.shell;

import java.util.List;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Shortcut;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;

/// The shortcuts that hold here, made from the actions.
final class ShortcutSheet extends VBox {
    private static final Texts TEXTS = Texts.of(ShortcutSheet.class);
    private static final double COLUMN = 360;
    private static final double HEIGHT = 640;

    /// @param here the title of the screen that is shown; empty for none
    /// @param actions all that hold now
    ShortcutSheet(String here, List<Action> actions) {
        setId("shortcut-sheet");
        getStyleClass().add("lw-sheet");
        Label title = new Label(TEXTS.get("sheet.title"));
        title.getStyleClass().add(Styles.SUBTITLE);
        FlowPane groups = new FlowPane(32, 16);
        List<Action> everywhere = actions.stream().filter(action -> action.scope().equals(Scope.EVERYWHERE)).toList();
        List<Action> onScreen = actions.stream().filter(action -> !action.scope().equals(Scope.EVERYWHERE)).toList();
        addGroup(groups, here, onScreen);
        addGroup(groups, TEXTS.get("sheet.everywhere"), everywhere);
        groups.setPrefWrapLength(Math.max(1, groups.getChildren().size()) * (COLUMN + 32));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().addAll(title, scroll);
    }

    private static void addGroup(FlowPane groups, String title, List<Action> actions) {
        List<Action> withKeys = actions.stream().filter(action -> !action.shortcuts().isEmpty()).toList();
        if (withKeys.isEmpty()) {
            return;
        }
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(6);
        grid.setPrefWidth(COLUMN);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(words, keys);
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.PANEL_TITLE);
        grid.add(heading, 0, 0, 2, 1);
        for (int i = 0; i < withKeys.size(); i++) {
            grid.add(new Label(withKeys.get(i).text()), 0, i + 1);
            grid.add(keys(withKeys.get(i)), 1, i + 1);
        }
        groups.getChildren().add(grid);
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
