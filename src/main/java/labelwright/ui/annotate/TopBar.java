package labelwright.ui.annotate;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.label.ItemBar;

/// Where one is, how to go on, undo and redo, and how things look.
final class TopBar extends HBox {
    private static final Texts TEXTS = Texts.of(TopBar.class);
    private static final int MOST_SPACING = 10_000;

    private final AnnotateActions actions;

    TopBar(Workplace workplace, AnnotateActions actions, ViewOptions options, ProjectContext context) {
        this.actions = actions;
        getStyleClass().add(Styles.TOOLBAR);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ItemBar bar = new ItemBar(workplace, context);
        Button submit = ActionControls.button(actions.get("annotate.submit"));
        submit.getStyleClass().add(Styles.ACCENT);
        submit.setMinWidth(Region.USE_PREF_SIZE);
        submit.setFocusTraversable(false);
        getChildren().addAll(icon("annotate.previous"), icon("annotate.next"), icon("annotate.nextUnlabelled"), bar.place(), bar.state(),
                bar.name(),
                gap,
                bar.sequence(), separator(), icon("annotate.undo"), icon("annotate.redo"), separator(), toggle("annotate.people"),
                toggle("annotate.compare"),
                toggle("annotate.tone"),
                appearance(options), submit);
    }

    private Node icon(String id) {
        Button button = ActionControls.iconButton(actions.get(id));
        button.setFocusTraversable(false);
        return button;
    }

    private Node toggle(String id) {
        ToggleButton button = ActionControls.iconToggle(actions.get(id));
        button.setFocusTraversable(false);
        return button;
    }

    private Node appearance(ViewOptions options) {
        Slider fill = new Slider(0, 0.8, options.fill().get());
        fill.setId("annotate-fill");
        fill.valueProperty().bindBidirectional(options.fill());
        Slider outline = new Slider(1, 6, options.outline().get());
        outline.setId("annotate-outline");
        outline.valueProperty().bindBidirectional(options.outline());
        CustomMenuItem filling = held(new Label(TEXTS.get("view.fill")), fill);
        CustomMenuItem outlining = held(new Label(TEXTS.get("view.outline")), outline);
        MenuButton menu = new MenuButton();
        menu.setId("annotate-view");
        menu.setGraphic(new FontIcon("mdi2t-tune-variant"));
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        menu.setTooltip(new Tooltip(TEXTS.get("view.tip")));
        menu.setAccessibleText(TEXTS.get("view.tip"));
        menu.setFocusTraversable(false);
        menu.getItems().addAll(item("annotate.names"), filling, outlining, item("annotate.colourByLabel"),
                item("annotate.colourByInstance"),
                item("annotate.colourByAuthor"), new SeparatorMenuItem(), item("annotate.crosshair"),
                item("annotate.minimap"), item("annotate.rulers"), item("annotate.pixelGrid"), item("annotate.grid"), spacing(options),
                new SeparatorMenuItem(), item("annotate.compareNext"), item("annotate.comparePrevious"), item("annotate.compareNeighbours"),
                item("annotate.compareChannels"), new SeparatorMenuItem(), item("annotate.keyCursor"), item("annotate.reopen"));
        return menu;
    }

    private MenuItem item(String id) {
        return ActionControls.menuItem(actions.get(id));
    }

    private static MenuItem spacing(ViewOptions options) {
        Spinner<Integer> spinner = new Spinner<>(2, MOST_SPACING, (int) Math.round(options.spacing().get()));
        spinner.setId("annotate-grid-spacing");
        spinner.setEditable(true);
        spinner.setPrefWidth(90);
        spinner.valueProperty().subscribe(value -> options.spacing().set(value));
        return held(new Label(TEXTS.get("view.spacing")), spinner);
    }

    /// A line of the menu that stays open while it is used.
    private static CustomMenuItem held(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("annotate-row");
        CustomMenuItem item = new CustomMenuItem(row);
        item.setHideOnClick(false);
        return item;
    }

    private static Node separator() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add(Styles.SMALL);
        return line;
    }
}
