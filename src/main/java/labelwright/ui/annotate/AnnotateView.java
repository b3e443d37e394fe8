package labelwright.ui.annotate;

import java.util.List;
import java.util.Set;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.geometry.ShapeKind;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.label.Area;
import labelwright.ui.label.LabelPanel;
import labelwright.ui.label.LabellingDesk;
import labelwright.ui.label.RegionPanel;
import labelwright.ui.label.SuggestionPanel;
import labelwright.ui.label.Surface;

/// Puts the parts of the screen in their places.
final class AnnotateView extends BorderPane {
    private static final List<String> TOOLS = List.of("annotate.select", "annotate.box", "annotate.rotatedBox", "annotate.ellipse",
            "annotate.polygon", "annotate.freehand", "annotate.polyline", "annotate.points", "annotate.skeleton", "annotate.brush",
            "annotate.eraser",
            "annotate.lasso", "annotate.wand", "annotate.cutout", "annotate.knife",
            "annotate.pan", "annotate.snapping");
    private static final List<String> VIEW = List.of("annotate.fit", "annotate.actualSize", "annotate.zoomIn", "annotate.zoomOut");
    private static final List<String> ORDER = List.of("annotate.front", "annotate.back", "annotate.duplicate", "annotate.delete");
    private static final Set<String> SHAPES = Set.of("annotate.join", "annotate.subtract", "annotate.intersect", "annotate.split",
            "annotate.simplify", "annotate.flip", "annotate.template");
    private static final Texts TEXTS = Texts.of(AnnotateView.class);

    private static final LabelPanel.Shapes SHAPES_OF_LABELS = new LabelPanel.Shapes(ShapeKind.OF_PICTURES, ShapeIcons::of, TEXTS::name);
    private static final RegionPanel.Look REGIONS = new RegionPanel.Look(region -> RegionWords.size(region.shape()),
            RegionPanel.Room.NAME);

    AnnotateView(Workplace workplace, AnnotateActions actions, CanvasPane pane, ViewOptions options, SuggestionPanel suggestions,
            ProjectContext context) {
        setId("annotate");
        getStyleClass().add("annotate");
        getStylesheets().addAll(Styles.sheet(LabellingDesk.class, "label.css"), Styles.sheet(AnnotateView.class, "annotate.css"));
        setTop(new TopBar(workplace, actions, options, context));
        setLeft(tools(actions));
        setCenter(pane);
        Surface surface = new CanvasSurface(pane.canvas());
        RegionPanel regions = new RegionPanel(workplace, surface, REGIONS, menu(actions), context);
        actions.include(List.of(regions.focusAction(new Area(Place.ANNOTATE))));
        VBox side = new VBox(new LabelPanel(workplace.labels(), actions.desk(), SHAPES_OF_LABELS, surface, context), suggestions, regions,
                new FactPanel(workplace));
        side.getStyleClass().addAll(Styles.PANEL, "annotate-side");
        setRight(side);
        setBottom(new FilmStrip(workplace, context));
    }

    /// Puts a column between the picture and the lists.
    void putBeside(Node column) {
        HBox both = new HBox(column, getRight());
        setRight(both);
    }

    private static Node tools(AnnotateActions actions) {
        VBox bar = new VBox(pairs(TOOLS.stream().map(id -> ActionControls.iconToggle(actions.get(id))).toList()), line(),
                pairs(VIEW.stream().map(id -> ActionControls.iconButton(actions.get(id))).toList()), line(),
                pairs(ORDER.stream().map(id -> ActionControls.iconButton(actions.get(id))).toList()), shapes(actions));
        bar.getStyleClass().addAll(Styles.PANEL, "annotate-tools");
        return bar;
    }

    private static ContextMenu menu(AnnotateActions actions) {
        ContextMenu menu = new ContextMenu();
        for (List<String> part : List.of(
                List.of("annotate.zoomToSelection", "annotate.selectSameLabel", "annotate.hide", "annotate.lock"),
                List.of("annotate.occluded", "annotate.truncated", "annotate.difficult", "annotate.pinned"),
                List.of("annotate.front", "annotate.forward", "annotate.backward", "annotate.back"),
                List.of("annotate.copy", "annotate.duplicate", "annotate.propagate", "annotate.delete"))) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            part.forEach(id -> menu.getItems().add(ActionControls.menuItem(actions.get(id))));
        }
        return menu;
    }

    /// Two buttons in each row.
    private static Node pairs(List<? extends ButtonBase> buttons) {
        TilePane tiles = new TilePane(2, 2);
        tiles.setPrefColumns(2);
        tiles.setMaxHeight(Region.USE_PREF_SIZE);
        buttons.forEach(button -> tiles.getChildren().add(calm(button)));
        return tiles;
    }

    /// What can be made of the selected shapes.
    private static Node shapes(AnnotateActions actions) {
        MenuButton menu = new MenuButton();
        menu.setId("annotate-shapes");
        menu.setGraphic(new FontIcon("mdi2v-vector-combine"));
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        menu.setTooltip(new Tooltip(TEXTS.get("shapes.tip")));
        menu.setAccessibleText(TEXTS.get("shapes.tip"));
        menu.getItems().addAll(ActionControls.menuItems(
                actions.all().stream().filter(action -> SHAPES.contains(action.id()) || action.id().startsWith("annotate.convert"))
                        .toList()));
        menu.getItems().addAll(new SeparatorMenuItem(), ActionControls.menuItem(actions.get("annotate.backToSelect")));
        return calm(menu);
    }

    private static Node line() {
        return new Separator(Orientation.HORIZONTAL);
    }

    /// Leaves the keys with the canvas.
    private static Node calm(ButtonBase button) {
        button.setFocusTraversable(false);
        return button;
    }
}
