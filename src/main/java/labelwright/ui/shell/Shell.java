package labelwright.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.Project;
import labelwright.settings.Settings;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.ActionRegistry;
import labelwright.ui.action.DisabledReasons;
import labelwright.ui.action.ShortcutDispatch;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;
import labelwright.ui.control.ScreenFactory;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.workbench.SaveState;
import labelwright.workbench.Workbench;

/// The window's content: bars around the screens, layers over them. Follows [WorkspaceModel]. FX thread only.
public final class Shell {
    private static final Texts TEXTS = Texts.of(Shell.class);
    private static final Duration JOBS_PERIOD = Duration.millis(200);

    private final WorkspaceModel model;
    private final AppServices app;
    private final ScreenHost host;
    private final ActionRegistry registry;
    private final List<ScreenFactory> factories;
    private final Screen settings;

    private final StackPane root = new StackPane();
    private final Overlay overlay = new Overlay();
    private final Rail rail = new Rail();
    private final JobsModel jobs;
    private final StatusBar status;
    private final ShellActions actions;
    private final StartScreen start;
    private final BooleanProperty notSaved = new SimpleBooleanProperty();
    private final StringProperty projectName = new SimpleStringProperty("");
    private final List<Action> goActions = new ArrayList<>();
    private Subscription projectSubscriptions = Subscription.EMPTY;
    private final Subscription subscriptions;
    private final Timeline clock = new Timeline(new KeyFrame(JOBS_PERIOD, _ -> sampleJobs()));

    /// What the window is made of.
    ///
    /// @param screens made for each project, in the order of the rail
    /// @param settings the screen that is there without a project too
    /// @param notices the layer of short messages
    public record Parts(ScreenHost host, ActionRegistry registry, List<ScreenFactory> screens, Screen settings, NoticeStack notices,
            JobsModel jobs) {
        public Parts {
            screens = List.copyOf(screens);
        }
    }

    public Shell(WorkspaceModel model, AppServices app, Parts parts) {
        this.model = model;
        this.app = app;
        host = parts.host();
        registry = parts.registry();
        factories = parts.screens();
        settings = parts.settings();
        jobs = parts.jobs();
        JobsPopover popover = new JobsPopover(jobs);
        Action saveAgain = Action.of(TEXTS, "app.saveAgain").icon("mdi2r-refresh").needs(notSaved, "needs.notSaved").does(this::saveAgain);
        status = new StatusBar(jobs, popover::toggle, saveAgain);
        actions = new ShellActions(model, app, this::window);
        start = new StartScreen(model, app, List.of(actions.open, actions.create, actions.sample), actions.newProject);
        Action palette = Action.of(TEXTS, "app.palette").icon("mdi2m-magnify").shortcut("Shortcut+K").does(this::openPalette);
        Action shortcuts = Action.of(TEXTS, "app.shortcuts").icon("mdi2h-help-circle-outline").shortcut("?").shortcut("F1")
                .does(this::openShortcuts);
        registry.add(actions.all());
        registry.add(List.of(palette, shortcuts, saveAgain));
        TopBar top = topBar(palette, shortcuts);
        BorderPane frame = new BorderPane(host.view(), top, null, status, rail);
        frame.getStyleClass().add("lw-frame");
        StackPane.setAlignment(parts.notices(), javafx.geometry.Pos.BOTTOM_RIGHT);
        root.getChildren().addAll(frame, parts.notices(), overlay);
        root.getStylesheets().add(Styles.sheet(Shell.class, "shell.css"));
        root.setId("shell");
        watchJobs();
        subscriptions = model.project().subscribe(this::showProject)
                .and(app.settings().settings().map(Settings::keymap).subscribe(registry::use));
    }

    public Parent view() {
        return root;
    }

    /// Lets shortcuts and the reasons of disabled actions work in the scene that holds the view.
    public void install(Scene scene) {
        new ShortcutDispatch(registry, host.shown()::get).install(scene);
        new DisabledReasons().install(scene);
    }

    /// Whether the window may be closed; asks when something is running.
    public boolean mayClose() {
        jobs.sample();
        List<String> titles = jobs.active().stream().map(JobRow::title).toList();
        return titles.isEmpty() || Dialogs.confirm("close", TEXTS.get("close.title"),
                TEXTS.format("close.text", String.join("\n", titles)), TEXTS.get("close.yes"), window());
    }

    private @Nullable Window window() {
        Scene scene = root.getScene();
        return scene == null ? null : scene.getWindow();
    }

    private TopBar topBar(Action palette, Action shortcuts) {
        TopBar top = new TopBar(palette, shortcuts);
        top.fillWorkspace(Bindings.createStringBinding(this::workspaceName, model.workbench()), this::workspaceItems);
        top.fillProject(projectName, this::projectItems);
        top.fillAnnotator(app.settings().annotator().map(Author.Annotator::name), this::annotatorItems);
        return top;
    }

    private String workspaceName() {
        Workbench open = model.workbench().get();
        if (open == null) {
            return TEXTS.get("top.noWorkspace");
        }
        Path name = open.folder().getFileName();
        return name == null ? open.folder().toString() : name.toString();
    }

    private List<MenuItem> workspaceItems() {
        List<MenuItem> items = new ArrayList<>(
                ActionControls.menuItems(List.of(actions.open, actions.create, actions.sample, actions.close)));
        List<MenuItem> recent = model.recent().stream().map(folder -> {
            MenuItem item = new MenuItem(Words.path(folder));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.open(folder));
            return item;
        }).toList();
        if (!recent.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.addAll(recent);
        }
        return items;
    }

    private List<MenuItem> projectItems() {
        List<MenuItem> items = new ArrayList<>();
        for (Project project : model.projects()) {
            MenuItem item = new MenuItem(project.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.choose(project.id()));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.addAll(ActionControls.menuItems(List.of(actions.newProject, actions.editProject, actions.deleteProject)));
        return items;
    }

    private List<MenuItem> annotatorItems() {
        MenuItem rename = new MenuItem(TEXTS.get("annotator.change"));
        rename.setId("annotator-change-item");
        rename.setOnAction(_ -> {
            Dialogs.Question question = new Dialogs.Question(TEXTS.get("annotator.title"), TEXTS.get("annotator.text"),
                    app.settings().annotator().get().name(), TEXTS.get("annotator.yes"));
            Dialogs.askLine("annotator", question, window())
                    .ifPresent(name -> app.settings().change(TEXTS.get("doing.settings"), chosen -> chosen.withAnnotator(name)));
        });
        return List.of(rename);
    }

    private void showProject(@Nullable ProjectContext context) {
        projectSubscriptions.unsubscribe();
        registry.remove(goActions);
        goActions.clear();
        List<Screen> screens = new ArrayList<>();
        if (context == null) {
            projectName.unbind();
            projectName.set("");
            showSaveState(null);
            screens.add(start);
        } else {
            factories.forEach(factory -> screens.add(factory.create(context)));
            projectName.bind(context.project().map(Project::name));
            projectSubscriptions = context.saveState().subscribe(this::showSaveState).and(followSaving(context));
            askForDevice(context.workbench());
        }
        screens.add(settings);
        for (int i = 0; i < screens.size(); i++) {
            Screen screen = screens.get(i);
            goActions.add(Action.named("go." + screen.id(), screen.title(), TEXTS).icon(screen.icon()).shortcut("Shortcut+" + (i + 1))
                    .does(() -> host.go(new Place.Home(screen.id()))));
        }
        host.replace(screens);
        registry.add(goActions);
        rail.fill(goActions.subList(0, goActions.size() - 1), goActions.getLast(), host.shown());
    }

    private void showSaveState(@Nullable SaveState state) {
        notSaved.set(state instanceof SaveState.Failed);
        status.showSaveState(state);
    }

    private Subscription followSaving(ProjectContext context) {
        Consumer<SaveState> listener = state -> app.jobs().onFx(() -> context.saveState().set(state));
        context.workbench().labelling().onSaveState(listener);
        context.saveState().set(context.workbench().labelling().saveState());
        return () -> context.workbench().labelling().removeListener(listener);
    }

    /// Tries again to write what could not be written.
    private void saveAgain() {
        Workbench open = model.workbench().get();
        if (open != null) {
            app.jobs().read(TEXTS.get("action.app.saveAgain"), () -> {
                open.labelling().flush();
                return true;
            }, _ -> {});
        }
    }

    private void askForDevice(Workbench workbench) {
        app.jobs().read(TEXTS.get("doing.device"), () -> workbench.training().engineState(), status::showDevice);
    }

    private void openPalette() {
        List<PaletteModel.Entry> entries = new ArrayList<>();
        String here = host.shown().get();
        registry.holdingOn(here).stream().filter(action -> !action.id().equals("app.palette"))
                .forEach(action -> entries.add(new PaletteModel.Entry(action, action.group().orElse(""), action::run)));
        for (Screen screen : host.screens()) {
            if (!screen.id().equals(here)) {
                ownActions(screen).forEach(action -> entries.add(new PaletteModel.Entry(action, screen.title(), () -> {
                    host.go(new Place.Home(screen.id()));
                    action.run();
                })));
            }
        }
        for (Project project : model.projects()) {
            Action choose = Action.named("choose." + project.id(), TEXTS.format("palette.project", project.name()), TEXTS)
                    .icon("mdi2i-image-multiple-outline").does(() -> model.choose(project.id()));
            entries.add(new PaletteModel.Entry(choose, "", choose::run));
        }
        CommandPalette palette = new CommandPalette(new PaletteModel(entries), overlay::close);
        overlay.open(palette, palette.field());
    }

    /// Without those of its parts, which mean nothing away from them.
    private static List<Action> ownActions(Screen screen) {
        return screen.actions().stream().filter(action -> !action.scope().isPartOf(screen.id())).toList();
    }

    private void openShortcuts() {
        String title = host.current().map(Screen::title).orElse("");
        List<Action> here = new ArrayList<>(registry.holdingOn(host.shown().get()));
        here.addAll(registry.inPartsOf(host.shown().get()));
        ShortcutSheet sheet = new ShortcutSheet(new SheetModel(title, TEXTS.get("sheet.everywhere"), here), () -> {
            overlay.close();
            host.go(new Place.Shortcuts());
        });
        overlay.open(sheet, sheet.field());
    }

    /// Takes the content apart, before other content comes into the window.
    public void close() {
        subscriptions.unsubscribe();
        projectSubscriptions.unsubscribe();
        clock.stop();
        host.clear();
        registry.remove(registry.all());
    }

    /// Looks at the jobs a few times a second while there are any; the model itself is told when one starts.
    private void watchJobs() {
        clock.setCycleCount(Animation.INDEFINITE);
        jobs.busy().subscribe(busy -> {
            if (busy) {
                clock.play();
            } else {
                clock.stop();
            }
            status.showJobs();
        });
    }

    private void sampleJobs() {
        jobs.sample();
        status.showJobs();
    }
}
