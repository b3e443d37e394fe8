package labelwright.ui.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.EmptyState;
import labelwright.ui.control.Styles;

/// Lays out the Train screen.
final class TrainView {
    private static final Texts TEXTS = Texts.of(TrainView.class);
    private static final double FORM_SHARE = 0.27;

    private final TrainModel model;
    private final TrainActions actions;
    private final SplitPane root = new SplitPane();

    TrainView(TrainModel model, TrainActions actions) {
        this.model = model;
        this.actions = actions;
        root.setId("train-screen");
        root.getStyleClass().add("lw-train");
        root.getStylesheets().add(Styles.sheet(TrainView.class, "train.css"));
        StackPane recipe = new StackPane();
        Map<RecipeForm, RecipePane> panes = new HashMap<>();
        model.chosenForm()
                .subscribe(form -> recipe.getChildren().setAll(panes.computeIfAbsent(form, _ -> new RecipePane(model, form, actions))));
        StackPane right = new StackPane(runs(), nothing());
        right.setMinWidth(Region.USE_COMPUTED_SIZE);
        root.getItems().addAll(recipe, right);
        SplitPane.setResizableWithParent(recipe, Boolean.FALSE);
        root.setDividerPositions(FORM_SHARE);
    }

    Parent root() {
        return root;
    }

    private Node runs() {
        RunTable table = new RunTable(model.runs());
        RunPane run = new RunPane(model, actions);
        VBox.setVgrow(run, Priority.ALWAYS);
        VBox column = new VBox(toolbar(), table, run);
        column.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(model.runs().rows()));
        return column;
    }

    private Node toolbar() {
        Label title = new Label(TEXTS.get("runs.title"));
        title.getStyleClass().add(Styles.SUBTITLE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(title, gap);
        bar.getStyleClass().add(Styles.TOOLBAR);
        for (Action action : actions.forRuns()) {
            Button button = ActionControls.button(action);
            button.getStyleClass().add(Styles.FLAT);
            bar.getChildren().add(button);
        }
        return bar;
    }

    private Node nothing() {
        StackPane pane = new StackPane();
        Runnable update = () -> {
            boolean empty = model.runs().rows().isEmpty();
            pane.setVisible(empty);
            if (empty) {
                pane.getChildren().setAll(model.hasPictures().get()
                        ? new EmptyState("train-empty", "mdi2c-chart-line", TEXTS.get("empty.title"), TEXTS.get("empty.text"),
                                List.of(actions.start()))
                        : new EmptyState("train-empty", "mdi2v-vector-square", TEXTS.get("empty.unlabelled.title"),
                                TEXTS.get("empty.unlabelled.text"), List.of(actions.label())));
            }
        };
        model.runs().rows().subscribe(update);
        model.data().result().subscribe(update);
        return pane;
    }
}
