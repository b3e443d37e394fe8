package labelwright.ui.annotate;

import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import labelwright.canvas.PictureCanvas;
import labelwright.ui.action.ActionControls;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;

/// Puts the parts of the screen in their places.
final class AnnotateView extends BorderPane {

    AnnotateView(Workplace workplace, AnnotateActions actions, CanvasPane pane, ViewOptions options, SuggestionPanel suggestions,
            ProjectContext context) {
        setId("annotate");
        getStyleClass().add("annotate");
        getStylesheets().add(Styles.sheet(AnnotateView.class, "annotate.css"));
        setTop(new TopBar(workplace, actions, options));
        setLeft(tools(actions));
        setCenter(pane);
        PictureCanvas canvas = pane.canvas();
        VBox side = new VBox(new LabelPanel(workplace.labels(), actions, canvas, context), suggestions,
                new RegionPanel(workplace, canvas, actions),
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
        VBox bar = new VBox();
        bar.getStyleClass().addAll(Styles.PANEL, "annotate-tools");
        for (String id : List.of("annotate.select", "annotate.box", "annotate.polygon", "annotate.pan")) {
            bar.getChildren().add(calm(ActionControls.iconToggle(actions.get(id))));
        }
        bar.getChildren().add(new Separator(Orientation.HORIZONTAL));
        for (String id : List.of("annotate.fit", "annotate.actualSize", "annotate.zoomIn", "annotate.zoomOut")) {
            bar.getChildren().add(calm(ActionControls.iconButton(actions.get(id))));
        }
        bar.getChildren().add(new Separator(Orientation.HORIZONTAL));
        for (String id : List.of("annotate.front", "annotate.back", "annotate.duplicate", "annotate.delete")) {
            bar.getChildren().add(calm(ActionControls.iconButton(actions.get(id))));
        }
        return bar;
    }

    /// Leaves the keys with the canvas.
    private static Node calm(ButtonBase button) {
        button.setFocusTraversable(false);
        return button;
    }
}
