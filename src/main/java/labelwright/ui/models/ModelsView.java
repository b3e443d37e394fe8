package labelwright.ui.models;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.EmptyState;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;

/// Lays out the Models screen.
final class ModelsView {
    private static final Texts TEXTS = Texts.of(ModelsView.class);

    private final StackPane root = new StackPane();

    ModelsView(ProjectContext context, ModelsModel model, ModelJobs jobs, ModelsActions actions) {
        root.setId("models-screen");
        root.getStyleClass().add("lw-models");
        root.getStylesheets().add(Styles.sheet(ModelsView.class, "models.css"));
        ScrollPane left = new ScrollPane(new VBox(new AboutPane(model, actions), new WorkPane(model, jobs, actions)));
        left.setFitToWidth(true);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.getStyleClass().add("side");
        EvaluationPane evaluation = new EvaluationPane(context, model, jobs, actions);
        HBox.setHgrow(evaluation, Priority.ALWAYS);
        HBox details = new HBox(left, evaluation);
        VBox.setVgrow(details, Priority.ALWAYS);
        VBox column = new VBox(toolbar(actions), new ModelTable(model), details);
        column.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        EmptyState empty = new EmptyState("models-empty", "mdi2c-cube-outline", TEXTS.get("empty.title"), TEXTS.get("empty.text"),
                List.of(actions.train(), actions.importing()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        root.getChildren().addAll(column, empty);
    }

    Parent root() {
        return root;
    }

    private static Node toolbar(ModelsActions actions) {
        Label title = new Label(TEXTS.get("screen.title"));
        title.getStyleClass().add(Styles.SUBTITLE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(title, gap);
        bar.getStyleClass().add(Styles.TOOLBAR);
        for (Action action : actions.forModel()) {
            Button button = ActionControls.button(action);
            button.getStyleClass().add(Styles.FLAT);
            bar.getChildren().add(button);
        }
        return bar;
    }
}
