package labelwright.launch;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.settings.WindowBounds;
import labelwright.task.JobRunner.Lane;
import labelwright.task.ThreadedJobRunner;
import labelwright.task.WorkerThreads;
import labelwright.ui.action.ActionRegistry;
import labelwright.ui.annotate.AnnotateScreen;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.Appearance;
import labelwright.ui.control.DesktopFileChoosers;
import labelwright.ui.control.FaultDialog;
import labelwright.ui.control.FileChoosers;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.Navigator;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.ScreenFactory;
import labelwright.ui.control.SettingsModel;
import labelwright.ui.data.DataScreen;
import labelwright.ui.models.ModelsScreen;
import labelwright.ui.settings.SettingsScreen;
import labelwright.ui.shell.JobsModel;
import labelwright.ui.shell.NoticeStack;
import labelwright.ui.shell.ScreenHost;
import labelwright.ui.shell.Shell;
import labelwright.ui.shell.WorkspaceModel;
import labelwright.ui.text.TextScreen;
import labelwright.ui.train.TrainScreen;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

/// Puts the app together by hand, in one window. FX thread only.
public final class Composition implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Composition.class);
    private static final List<ScreenFactory> SCREENS = List.of(DataScreen::new, Composition::labelling, TrainScreen::new,
            ModelsScreen::new);
    private static final long MEGABYTE = 1024 * 1024;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 840;

    private final Stage stage;
    private final Locale desktop = Locale.getDefault();
    private final ThreadedJobRunner runner = new ThreadedJobRunner();
    private final ExecutorService settingsWriter = WorkerThreads.pool("settings", 1);
    private final FaultDialog faults;
    private final SettingsModel settings;
    private final WorkspaceModel model;
    private final AppServices app;
    private final JobsModel jobs;
    private final ActionRegistry registry = new ActionRegistry();
    private final ScreenHost host = new ScreenHost(registry);
    private final NoticeStack notices = new NoticeStack();
    private final Scene scene = new Scene(new StackPane(), WIDTH, HEIGHT);
    private @Nullable Shell shell;

    /// @param files asks for files and folders; null for the dialogs of the desktop
    public Composition(Stage stage, SettingsFile file, @Nullable FileChoosers files) {
        this.stage = stage;
        Settings start = file.read();
        faults = new FaultDialog(this::owner, this::freeMemory);
        settings = new SettingsModel(file, start, settingsWriter, faults);
        FxJobs fxJobs = new FxJobs(runner, runner.executor(Lane.READ), FxJobs.fxThread(), faults);
        app = new AppServices(fxJobs, faults, notices, host, settings, files == null ? new DesktopFileChoosers(this::owner) : files);
        WorkbenchContext machine = WorkbenchContext.of(runner.executor(Lane.PICTURES), start.annotator());
        long pictures = start.pictureMemoryMegabytes() * MEGABYTE;
        model = new WorkspaceModel(app, pictures > 0 ? machine.withPictureBytes(pictures) : machine);
        jobs = new JobsModel(runner);
        runner.onChange(() -> fxJobs.onFx(jobs::sample));
    }

    /// The screen on which items of this kind are labelled.
    private static labelwright.ui.control.Screen labelling(ProjectContext context) {
        return switch (context.project().get().kind()) {
            case IMAGE -> new AnnotateScreen(context);
            case TEXT -> new TextScreen(context);
        };
    }

    /// For what goes wrong where nobody else tells it.
    public FaultDialog faults() {
        return faults;
    }

    public WorkspaceModel model() {
        return model;
    }

    /// What can be done now.
    public ActionRegistry actions() {
        return registry;
    }

    public Navigator navigator() {
        return host;
    }

    /// Whether no job waits or runs.
    public boolean isIdle() {
        return runner.active().isEmpty();
    }

    /// Builds the window and shows it.
    public void show() {
        Appearance.dress(scene);
        build();
        // Later, because the control that changes the language is taken out of the window by it.
        settings.settings().map(Settings::language).subscribe((_, _) -> Platform.runLater(this::build));
        settings.settings().map(Settings::theme).subscribe(Appearance::apply);
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> Appearance.apply(settings.settings().get().theme()));
        stage.setTitle("Labelwright");
        for (String size : List.of("32", "64", "256")) {
            stage.getIcons().add(new Image(Shell.class.getResource("icon-" + size + ".png").toExternalForm()));
        }
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (shell != null && !shell.mayClose()) {
                event.consume();
            } else {
                rememberWindow();
            }
        });
        place(settings.settings().get());
        stage.show();
    }

    /// Opens the workspace that was open last, when it is there.
    public void openLast() {
        model.recent().stream().findFirst()
                .ifPresent(folder -> app.jobs().read(folder.toString(), () -> WorkspaceModel.isWorkspace(folder), there -> {
                    if (there) {
                        model.open(folder);
                    }
                }));
    }

    /// Cancels what runs, waits for it, and closes the workspace when everything is on the disk.
    @Override
    public void close() {
        if (shell != null) {
            shell.close();
        }
        runner.close();
        model.closeNow();
        settingsWriter.close();
        LOG.info("Closed");
    }

    private void build() {
        Locale.setDefault(settings.settings().get().language().locale(desktop));
        if (shell != null) {
            shell.close();
        }
        SettingsScreen settingsScreen = new SettingsScreen(app, model.workbench(), registry);
        shell = new Shell(model, app, new Shell.Parts(host, registry, SCREENS, settingsScreen, notices, jobs));
        if (scene.getRoot().getId() == null) {
            shell.install(scene);
        }
        scene.setRoot(shell.view());
    }

    private void place(Settings start) {
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        WindowBounds bounds = start.findWindow().filter(Composition::isOnAScreen).orElse(null);
        if (bounds == null) {
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(WIDTH, room.getWidth()));
            stage.setHeight(Math.min(HEIGHT, room.getHeight()));
            return;
        }
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.state() == WindowBounds.State.MAXIMISED);
    }

    private static boolean isOnAScreen(WindowBounds bounds) {
        return !Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height()).isEmpty();
    }

    private void rememberWindow() {
        WindowBounds.State state = stage.isMaximized() ? WindowBounds.State.MAXIMISED : WindowBounds.State.NORMAL;
        settings.change("Keep the window's place", before -> before
                .withWindow(new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), state)));
    }

    private @Nullable Window owner() {
        return stage.isShowing() ? stage : null;
    }

    private void freeMemory() {
        Workbench open = model.workbench().get();
        if (open != null) {
            open.pictures().clear();
        }
    }
}
