package labelwright.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.EmptyState;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.Screen;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;

/// What is shown while no project is open: the welcome page, or, in a workspace without projects, how to make the first one.
final class StartScreen implements Screen {
    static final String ID = "start";
    private static final Texts TEXTS = Texts.of(StartScreen.class);
    private static final double COLUMN = 420;
    private static final double LOGO = 72;

    private final WorkspaceModel model;
    private final AppServices app;
    private final List<Action> firstSteps;
    private final LatestRead looks;
    private final StackPane view = new StackPane();
    private final VBox recent = new VBox();
    private final Node welcome;
    private final EmptyState noProject;
    private Subscription subscriptions = Subscription.EMPTY;

    /// @param firstSteps open, new and sample; the last one is the main one
    StartScreen(WorkspaceModel model, AppServices app, List<Action> firstSteps, Action newProject) {
        this.model = model;
        this.app = app;
        this.firstSteps = firstSteps;
        looks = app.jobs().latest();
        view.setId("start");
        welcome = welcome();
        noProject = new EmptyState("start-no-project", "mdi2i-image-multiple-outline", TEXTS.get("start.noProject"),
                TEXTS.get("start.noProject.text"), List.of(newProject));
        view.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            }
            event.consume();
        });
        view.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return TEXTS.get("start.title");
    }

    @Override
    public String icon() {
        return "mdi2h-home-outline";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Action> actions() {
        return List.of();
    }

    @Override
    public void onShow() {
        subscriptions = Subscription.combine(model.workbench().subscribe(_ -> choosePage()), model.opening().subscribe(_ -> choosePage()),
                app.settings().settings().subscribe(_ -> fillRecent()));
    }

    @Override
    public void onHide() {
        subscriptions.unsubscribe();
        looks.forget();
    }

    private void choosePage() {
        if (model.opening().get()) {
            ProgressIndicator waiting = new ProgressIndicator();
            waiting.setMaxSize(48, 48);
            view.getChildren().setAll(waiting);
        } else {
            view.getChildren().setAll(model.workbench().get() == null ? welcome : noProject);
            // Later: the screen itself gets the focus when it has been put into the window.
            Platform.runLater(noProject::focusFirst);
        }
    }

    private Node welcome() {
        Label name = new Label("Labelwright");
        name.getStyleClass().add("title-1");
        Label line = new Label(TEXTS.get("start.line"));
        line.getStyleClass().add(Styles.MUTED);
        Wrapping.of(line);
        ImageView logo = new ImageView(new Image(StartScreen.class.getResource("icon-256.png").toExternalForm()));
        logo.setFitWidth(LOGO);
        logo.setFitHeight(LOGO);
        logo.setSmooth(true);
        HBox head = new HBox(16, logo, new VBox(2, name, line));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox steps = new VBox(8);
        for (Action action : firstSteps) {
            Button button = ActionControls.button(action);
            button.setId("start-" + ActionControls.nodeId(action));
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.getStyleClass().add("lw-step");
            steps.getChildren().add(button);
        }
        steps.getChildren().getLast().getStyleClass().add(Styles.ACCENT);
        Label sample = new Label(TEXTS.get("start.sample"));
        sample.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Wrapping.of(sample);
        steps.getChildren().add(sample);
        Label heading = new Label(TEXTS.get("start.recent"));
        heading.getStyleClass().add(Styles.PANEL_TITLE);
        recent.setId("start-recent");
        VBox column = new VBox(24, head, steps, new VBox(6, heading, recent));
        column.setMaxSize(COLUMN, Region.USE_PREF_SIZE);
        StackPane page = new StackPane(column);
        page.getStyleClass().add("lw-start");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    private record Recent(Path folder, boolean there) {}

    private void fillRecent() {
        List<Path> folders = model.recent();
        looks.read(TEXTS.get("start.recent"),
                () -> folders.stream().map(folder -> new Recent(folder, WorkspaceModel.isWorkspace(folder))).toList(), this::showRecent);
    }

    private void showRecent(List<Recent> found) {
        List<Node> rows = new ArrayList<>();
        for (Recent entry : found) {
            rows.add(row(entry));
        }
        if (rows.isEmpty()) {
            Label none = new Label(TEXTS.get("start.recent.none"));
            none.getStyleClass().add(Styles.MUTED);
            rows.add(none);
        }
        recent.getChildren().setAll(rows);
    }

    private Node row(Recent entry) {
        Path fileName = entry.folder().getFileName();
        Label name = new Label(fileName == null ? entry.folder().toString() : fileName.toString());
        name.getStyleClass().add(Styles.STRONG);
        Path parent = entry.folder().getParent();
        Label path = new Label(entry.there() ? Words.path(parent == null ? entry.folder() : parent) : TEXTS.get("start.recent.missing"));
        path.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Button open = new Button();
        open.setGraphic(new VBox(1, name, path));
        open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        open.setAlignment(Pos.CENTER_LEFT);
        open.setMaxWidth(Double.MAX_VALUE);
        open.getStyleClass().addAll(Styles.FLAT, "lw-recent");
        open.setAccessibleText(entry.folder().toString());
        open.setTooltip(new Tooltip(entry.folder().toString()));
        open.setDisable(!entry.there());
        open.setOnAction(_ -> model.open(entry.folder()));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button forget = new Button(TEXTS.get("start.recent.forget"), new FontIcon("mdi2c-close"));
        forget.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        forget.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        forget.setTooltip(new Tooltip(TEXTS.get("start.recent.forget")));
        forget.setOnAction(_ -> model.forget(entry.folder()));
        HBox row = new HBox(4, open, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void dropped(DragEvent event) {
        event.getDragboard().getFiles().stream().findFirst().ifPresent(file -> {
            Path folder = file.toPath();
            app.jobs().read(TEXTS.get("start.title"), () -> workspaceOf(folder), found -> {
                if (found.isEmpty()) {
                    app.notices().say(TEXTS.format("start.dropped", Words.path(folder)));
                } else {
                    model.open(found.getFirst());
                }
            });
        });
        event.setDropCompleted(true);
        event.consume();
    }

    /// The dropped folder, or the folder of a dropped database file.
    private static List<Path> workspaceOf(Path dropped) {
        Path folder = Files.isDirectory(dropped) ? dropped : dropped.toAbsolutePath().getParent();
        return folder != null && WorkspaceModel.isWorkspace(folder) ? List.of(folder) : List.of();
    }
}
