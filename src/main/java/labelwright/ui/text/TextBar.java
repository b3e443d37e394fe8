package labelwright.ui.text;

import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Segments;
import labelwright.ui.control.Styles;
import labelwright.ui.label.ItemBar;

/// Where one is, how to go on, undo and redo, and how the text is shown and marked.
final class TextBar extends HBox {
    private static final Texts TEXTS = Texts.of(TextBar.class);

    private static final double ROOM_FOR_SEGMENTS = 1_060;

    private final TextActions actions;

    TextBar(TextDesk desk, TextActions actions, ProjectContext context) {
        this.actions = actions;
        getStyleClass().add(Styles.TOOLBAR);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ItemBar bar = new ItemBar(desk, context);
        Button submit = ActionControls.button(actions.get("text.submit"));
        submit.getStyleClass().add(Styles.ACCENT);
        submit.setMinWidth(Region.USE_PREF_SIZE);
        submit.setFocusTraversable(false);
        Segments granularity = new Segments(List.of(actions.get("text.byCharacter"), actions.get("text.byWord"),
                actions.get("text.bySentence")));
        granularity.setMinWidth(Region.USE_PREF_SIZE);
        // In a small window the choice is in the menu only.
        setMinWidth(0);
        granularity.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_SEGMENTS));
        granularity.managedProperty().bind(granularity.visibleProperty());
        granularity.getChildren().forEach(each -> each.setFocusTraversable(false));
        getChildren().addAll(toggle("text.items"), icon("text.previous"), icon("text.next"), icon("text.nextUnlabelled"), bar.place(),
                bar.state(), bar.name(), gap, icon("text.undo"), icon("text.redo"), separator(), granularity, toggle("text.labelAtOnce"),
                separator(), page(), toggle("text.sentences"), toggle("text.people"), icon("text.find"), more(bar), submit);
    }

    private Node icon(String id) {
        return calm(ActionControls.iconButton(actions.get(id)));
    }

    private Node toggle(String id) {
        return calm(ActionControls.iconToggle(actions.get(id)));
    }

    /// Only there when there is a page.
    private Node page() {
        Node button = toggle("text.page");
        button.visibleProperty().bind(actions.get("text.page").enabled());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /// Leaves the keys with the text.
    private static Node calm(ButtonBase button) {
        button.setFocusTraversable(false);
        return button;
    }

    private Node more(ItemBar bar) {
        MenuButton menu = new MenuButton();
        menu.setId("text-more");
        menu.setGraphic(new FontIcon("mdi2t-tune-variant"));
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        menu.setTooltip(new Tooltip(TEXTS.get("view.tip")));
        menu.setAccessibleText(TEXTS.get("view.tip"));
        menu.setFocusTraversable(false);
        javafx.scene.control.CustomMenuItem order = new javafx.scene.control.CustomMenuItem(bar.sequence());
        order.setHideOnClick(false);
        menu.getItems().addAll(ActionControls.menuItems(
                List.of(actions.get("text.byCharacter"), actions.get("text.byWord"), actions.get("text.bySentence"))));
        menu.getItems().addAll(new SeparatorMenuItem(), ActionControls.menuItem(actions.get("text.larger")),
                ActionControls.menuItem(actions.get("text.smaller")),
                ActionControls.menuItem(actions.get("text.usualSize")), new SeparatorMenuItem(), order, new SeparatorMenuItem(),
                ActionControls.menuItem(actions.get("text.identical")), ActionControls.menuItem(actions.get("text.reopen")));
        return menu;
    }

    private static Node separator() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add(Styles.SMALL);
        return line;
    }
}
