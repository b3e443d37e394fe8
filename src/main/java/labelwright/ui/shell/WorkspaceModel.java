package labelwright.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import labelwright.model.Project;
import labelwright.model.ProjectId;
import labelwright.task.Job;
import labelwright.task.JobRunner.Lane;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;
import labelwright.workbench.SampleWorkspace;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

/// Which workspace and which of its projects are open. Opening and making them happens in the background; what is open changes on the FX
/// thread, which is the only one that may call this.
public final class WorkspaceModel {
    private static final Texts TEXTS = Texts.of(WorkspaceModel.class);
    private static final String DATABASE = "workspace.mv.db";

    private final AppServices app;
    private final WorkbenchContext machine;
    private final ReadOnlyObjectWrapper<@Nullable Workbench> workbench = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProjectContext> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private FxJobs workspaceJobs;
    private final ObservableList<Project> projects = FXCollections.observableArrayList();

    public WorkspaceModel(AppServices app, WorkbenchContext machine) {
        this.app = app;
        this.machine = machine;
        workspaceJobs = app.jobs().forWorkspace();
    }

    /// The open workspace; null while there is none.
    public ReadOnlyObjectProperty<@Nullable Workbench> workbench() {
        return workbench.getReadOnlyProperty();
    }

    /// The open project; null while there is none.
    public ReadOnlyObjectProperty<@Nullable ProjectContext> project() {
        return project.getReadOnlyProperty();
    }

    /// Whether a workspace is on its way to be open.
    public ReadOnlyBooleanProperty opening() {
        return opening.getReadOnlyProperty();
    }

    /// Projects of the open workspace.
    public ObservableList<Project> projects() {
        return FXCollections.unmodifiableObservableList(projects);
    }

    public List<Path> recent() {
        return app.settings().settings().get().recentWorkspaces();
    }

    public void forget(Path folder) {
        app.settings().change(TEXTS.get("doing.settings"), settings -> settings.withoutRecentWorkspace(folder));
    }

    /// Whether the folder looks like a workspace. Touches the disk; not for the FX thread.
    public static boolean isWorkspace(Path folder) {
        return Files.isRegularFile(folder.resolve(DATABASE));
    }

    public void open(Path folder) {
        if (isOpen(folder)) {
            return;
        }
        bring(TEXTS.format("doing.open", name(folder)), () -> Workbench.open(folder, machine));
    }

    public void create(Path folder) {
        bring(TEXTS.format("doing.create", name(folder)), () -> Workbench.create(folder, machine));
    }

    /// Makes the sample workspace in the folder, or opens it when it is there already.
    public void openSample(Path folder) {
        if (isOpen(folder)) {
            return;
        }
        closeCurrent();
        opening.set(true);
        String title = TEXTS.get("doing.sample");
        app.jobs().start(Lane.PROJECT, title, (progress, token) -> isWorkspace(folder)
                ? Workbench.open(folder, machine)
                : new SampleWorkspace().write(folder, machine, progress, token), this::opened, () -> opening.set(false));
    }

    public void close() {
        closeCurrent();
    }

    public void choose(ProjectId id) {
        Workbench open = workbench.get();
        ProjectContext current = project.get();
        boolean shown = current != null && current.project().get().id().equals(id);
        if (open != null && !shown) {
            app.jobs().read(TEXTS.get("doing.project"), () -> open.projects().project(id), this::show);
        }
    }

    /// Works on the projects of the open workspace in the background and then shows the project that comes back, or another when none does.
    public void change(String doing, ProjectWork work) {
        Workbench open = workbench.get();
        if (open == null) {
            return;
        }
        app.jobs().read(doing, () -> new Changed(work.run(open), open.projects().all()), changed -> {
            projects.setAll(changed.all());
            changed.shown().or(() -> changed.all().stream().findFirst()).ifPresentOrElse(this::show, () -> project.set(null));
        });
    }

    /// What is done to the projects; not on the FX thread.
    @FunctionalInterface
    public interface ProjectWork {
        Optional<Project> run(Workbench workbench);
    }

    private record Changed(Optional<Project> shown, List<Project> all) {}

    private record Opened(Workbench workbench, List<Project> projects) {}

    /// Opens or makes a workbench.
    private interface Opening {
        Workbench run();
    }

    private void bring(String title, Opening work) {
        closeCurrent();
        opening.set(true);
        app.jobs().start(Lane.PROJECT, title, (_, _) -> work.run(), this::opened, () -> opening.set(false));
    }

    private void opened(Workbench fresh) {
        app.jobs().read(TEXTS.get("doing.project"), () -> new Opened(fresh, fresh.projects().all()), found -> {
            app.settings().change(TEXTS.get("doing.settings"), settings -> settings.withRecentWorkspace(fresh.folder()));
            projects.setAll(found.projects());
            workspaceJobs = app.jobs().forWorkspace();
            workbench.set(fresh);
            found.projects().stream().findFirst().ifPresent(this::show);
        });
    }

    private void show(Project chosen) {
        Workbench open = workbench.get();
        ProjectContext current = project.get();
        if (open == null) {
            return;
        }
        if (current != null && current.project().get().id().equals(chosen.id())) {
            current.projectChanged(chosen);
        } else {
            project.set(new ProjectContext(open, chosen, app.settings().annotator(), app.withJobs(workspaceJobs)));
        }
    }

    private void closeCurrent() {
        Workbench open = workbench.get();
        project.set(null);
        projects.clear();
        workbench.set(null);
        workspaceJobs.close();
        if (open == null) {
            return;
        }
        List<Job<?>> running = app.jobs().runner().active();
        running.forEach(Job::cancel);
        CompletableFuture<?>[] ends = running.stream().map(job -> job.result().handle((_, _) -> true)).toArray(CompletableFuture[]::new);
        app.jobs().deliver(TEXTS.format("doing.close", name(open.folder())), CompletableFuture.allOf(ends),
                _ -> app.jobs().start(Lane.PROJECT, TEXTS.format("doing.close", name(open.folder())), (_, _) -> {
                    open.close();
                    return true;
                }, _ -> {}), fault -> app.faults().report(TEXTS.format("doing.close", name(open.folder())), fault));
    }

    /// Closes at once, for the end of the app: background work must have ended. Blocks until everything is on the disk.
    public void closeNow() {
        Workbench open = workbench.get();
        project.set(null);
        workbench.set(null);
        workspaceJobs.close();
        if (open != null) {
            open.close();
        }
    }

    private boolean isOpen(Path folder) {
        Workbench open = workbench.get();
        return open != null && open.folder().equals(folder.toAbsolutePath().normalize());
    }

    private static String name(Path folder) {
        Path name = folder.getFileName();
        return name == null ? Words.path(folder) : name.toString();
    }
}
