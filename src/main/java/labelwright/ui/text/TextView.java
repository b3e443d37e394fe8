package labelwright.ui.text;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import labelwright.geometry.TextSpan;
import labelwright.ui.action.ActionControls;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.label.LabelPanel;
import labelwright.ui.label.LabellingDesk;
import labelwright.ui.label.RegionPanel;
import labelwright.ui.label.SuggestionPanel;
import labelwright.ui.label.Surface;

/// Puts the parts of the screen in their places.
final class TextView extends BorderPane {
    private static final RegionPanel.Look SPANS = new RegionPanel.Look(
            span -> span.shape() instanceof TextSpan shape ? shape.covered().replaceAll("\\s+", " ") : "", RegionPanel.Room.DETAIL);
    /// With less room than this the list of texts gives way to the text.
    private static final double ROOM_FOR_ITEMS = 1_080;

    /// What is made before the view.
    ///
    /// @param answers the column of questions, which comes and goes
    record Parts(TextDesk desk, TextOptions options, TextActions actions, Node pane, SuggestionPanel suggestions, Node answers) {}

    TextView(Parts parts, RelationPanel relations, Surface surface, ProjectContext context) {
        TextDesk desk = parts.desk();
        TextActions actions = parts.actions();
        setId("text");
        getStyleClass().add("annotate");
        getStylesheets().addAll(Styles.sheet(LabellingDesk.class, "label.css"), Styles.sheet(TextView.class, "text.css"));
        setTop(new TextBar(desk, actions, context));
        ItemList items = new ItemList(desk, context);
        items.managedProperty().bind(items.visibleProperty());
        items.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> parts.options().itemsShown().get() && getWidth() >= ROOM_FOR_ITEMS && desk.queue().total().get() > 0,
                parts.options().itemsShown(), widthProperty(), desk.queue().total()));
        setLeft(items);
        setCenter(parts.pane());
        RegionPanel spans = new RegionPanel(desk, surface, SPANS, menu(actions), context);
        actions.include(List.of(spans.focusAction(TextActions.AREA)));
        VBox side = new VBox(new LabelPanel(desk.labels(), actions.common(), LabelPanel.Shapes.NONE, surface, context),
                parts.suggestions(), spans, relations);
        side.getStyleClass().addAll(Styles.PANEL, "annotate-side", "text-side");
        setRight(new HBox(parts.answers(), side));
    }

    private static ContextMenu menu(TextActions actions) {
        ContextMenu menu = new ContextMenu();
        for (List<String> part : List.of(List.of("text.identical", "text.selectSameLabel", "text.hide", "text.lock", "text.difficult"),
                List.of("text.delete"))) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            part.forEach(id -> menu.getItems().add(ActionControls.menuItem(actions.get(id))));
        }
        return menu;
    }
}
