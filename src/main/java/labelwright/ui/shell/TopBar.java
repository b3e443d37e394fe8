package labelwright.ui.shell;

import java.util.List;
import java.util.function.Supplier;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Shortcut;
import labelwright.ui.control.Styles;

/// The bar at the top: workspace and project at the left, the palette in the middle, who is at work at the right.
final class TopBar extends HBox {
    private static final double SEARCH_WIDTH = 260;

    private final MenuButton workspace = chooser("top-workspace", "mdi2f-folder-outline");
    private final MenuButton project = chooser("top-project", "mdi2i-image-multiple-outline");
    private final MenuButton annotator = chooser("top-annotator", "mdi2a-account-circle-outline");

    TopBar(Action palette, Action shortcuts) {
        setId("top");
        getStyleClass().add("lw-top");
        Region left = gap();
        Region right = gap();
        Label slash = new Label("/");
        slash.getStyleClass().add(Styles.MUTED);
        slash.visibleProperty().bind(project.visibleProperty());
        getChildren().addAll(workspace, slash, project, left, search(palette), right, annotator, ActionControls.iconButton(shortcuts));
    }

    /// @param items made anew whenever the menu opens
    void fillWorkspace(ObservableValue<String> name, Supplier<List<MenuItem>> items) {
        fill(workspace, name, items);
    }

    /// Nothing is shown while the name is empty.
    void fillProject(ObservableValue<String> name, Supplier<List<MenuItem>> items) {
        fill(project, name, items);
        project.visibleProperty().bind(name.map(text -> !text.isEmpty()));
        project.managedProperty().bind(project.visibleProperty());
    }

    void fillAnnotator(ObservableValue<String> name, Supplier<List<MenuItem>> items) {
        fill(annotator, name, items);
    }

    private static void fill(MenuButton menu, ObservableValue<String> name, Supplier<List<MenuItem>> items) {
        menu.textProperty().bind(name);
        menu.getItems().setAll(items.get());
        menu.setOnShowing(_ -> menu.getItems().setAll(items.get()));
    }

    private static MenuButton chooser(String id, String icon) {
        MenuButton menu = new MenuButton();
        menu.setId(id);
        menu.setGraphic(new FontIcon(icon));
        menu.getStyleClass().addAll(Styles.FLAT, "lw-chooser");
        menu.setMaxWidth(280);
        menu.setMnemonicParsing(false);
        return menu;
    }

    private static Node search(Action palette) {
        Label words = new Label(palette.text(), new FontIcon("mdi2m-magnify"));
        Label keys = new Label();
        palette.shortcutsValue().subscribe(bound -> keys.setText(bound.stream().findFirst().map(Shortcut::display).orElse("")));
        keys.getStyleClass().add(Styles.KEY);
        keys.setMinWidth(USE_PREF_SIZE);
        Region gap = gap();
        HBox content = new HBox(8, words, gap, keys);
        content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        content.setPrefWidth(SEARCH_WIDTH);
        Button button = new Button();
        button.setId(ActionControls.nodeId(palette));
        button.setGraphic(content);
        button.getStyleClass().add("lw-search");
        button.setTooltip(new Tooltip(palette.tip()));
        button.setAccessibleText(palette.text());
        button.setOnAction(_ -> palette.run());
        return button;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
