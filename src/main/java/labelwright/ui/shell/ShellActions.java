package labelwright.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.model.LabelClass;
import labelwright.model.Project;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;
import labelwright.workbench.Workbench;

/// What can be done on every screen with workspaces and projects.
final class ShellActions {
    private static final Texts TEXTS = Texts.of(ShellActions.class);
    private static final Path HOME = Path.of(System.getProperty("user.home", ".")).resolve("Labelwright");

    private final WorkspaceModel model;
    private final AppServices app;
    private final Supplier<@Nullable Window> window;
    private final BooleanBinding hasWorkspace;
    private final BooleanBinding hasProject;

    final Action open;
    final Action create;
    final Action sample;
    final Action close;
    final Action newProject;
    final Action editProject;
    final Action deleteProject;

    ShellActions(WorkspaceModel model, AppServices app, Supplier<@Nullable Window> window) {
        this.model = model;
        this.app = app;
        this.window = window;
        hasWorkspace = Bindings.isNotNull(model.workbench());
        hasProject = Bindings.isNotNull(model.project());
        open = Action.of(TEXTS, "workspace.open").icon("mdi2f-folder-open-outline").shortcut("Shortcut+O").does(this::open);
        create = Action.of(TEXTS, "workspace.new").icon("mdi2f-folder-plus-outline").does(this::create);
        sample = Action.of(TEXTS, "workspace.sample").icon("mdi2m-microscope").does(this::sample);
        close = Action.of(TEXTS, "workspace.close").icon("mdi2c-close").needs(hasWorkspace, "needs.workspace").does(model::close);
        newProject = Action.of(TEXTS, "project.new").icon("mdi2p-plus").needs(hasWorkspace, "needs.workspace").does(this::newProject);
        editProject = Action.of(TEXTS, "project.edit").icon("mdi2t-tag-multiple-outline").needs(hasProject, "needs.project")
                .does(this::editProject);
        deleteProject = Action.of(TEXTS, "project.delete").icon("mdi2d-delete-outline").needs(hasProject, "needs.project")
                .does(this::deleteProject);
    }

    List<Action> all() {
        return List.of(open, create, sample, close, newProject, editProject, deleteProject);
    }

    private void open() {
        Path start = model.recent().stream().findFirst().map(Path::getParent).orElse(HOME);
        app.files().chooseFolder(TEXTS.get("action.workspace.open"), start).ifPresent(model::open);
    }

    private void create() {
        FolderDialog.Request request = new FolderDialog.Request("workspace-new", TEXTS.get("workspace.new.title"),
                TEXTS.get("workspace.new.text"), TEXTS.get("workspace.new.yes"), HOME.resolve(TEXTS.get("workspace.new.name")),
                fit -> fit == FolderDialog.Fit.GOOD);
        new FolderDialog(request, app.files(), app.jobs(), window.get()).ask().ifPresent(model::create);
    }

    private void sample() {
        FolderDialog.Request request = new FolderDialog.Request("workspace-sample", TEXTS.get("workspace.sample.title"),
                TEXTS.get("workspace.sample.text"), TEXTS.get("workspace.sample.yes"), HOME.resolve("sample"),
                fit -> fit == FolderDialog.Fit.GOOD || fit == FolderDialog.Fit.IS_WORKSPACE);
        new FolderDialog(request, app.files(), app.jobs(), window.get()).ask().ifPresent(model::openSample);
    }

    private void newProject() {
        ProjectForm form = ProjectForm.empty(model.projects().stream().map(Project::name).toList());
        new ProjectDialog(form, ProjectDialog.Age.NEW, app.files(), TEXTS.get("project.new.title"), TEXTS.get("project.new.yes"),
                window.get()).ask()
                .ifPresent(filled -> model.change(TEXTS.get("doing.newProject"),
                        workbench -> Optional.of(new ProjectStoring(workbench.projects()).create(filled))));
    }

    private void editProject() {
        ProjectContext context = model.project().get();
        if (context == null) {
            return;
        }
        Project project = context.project().get();
        List<String> others = model.projects().stream().filter(other -> !other.id().equals(project.id())).map(Project::name).toList();
        new ProjectDialog(ProjectForm.of(project, others), ProjectDialog.Age.OLD, app.files(),
                TEXTS.format("project.edit.title", project.name()),
                TEXTS.get("project.edit.yes"), window.get()).ask().ifPresent(filled -> whenAgreed(context, project, filled));
    }

    /// Says first how many values nobody would be asked for any more.
    private void whenAgreed(ProjectContext context, Project project, ProjectForm filled) {
        app.jobs().read(TEXTS.get("doing.editProject"),
                () -> context.workbench().projects().unknownTo(project.id(), filled.schema()), unknown -> {
                    List<String> lines = unknown.stream().map(use -> TEXTS.format("project.unknown.line", use.attribute(),
                            use.findLabel().flatMap(project.schema()::find).map(LabelClass::name)
                                    .orElseGet(() -> TEXTS.get("project.picture." + project.kind().name())),
                            use.count())).toList();
                    if (lines.isEmpty() || Dialogs.confirm("project-unknown", TEXTS.get("project.unknown.title"),
                            TEXTS.format("project.unknown.text", String.join("\n", lines)), TEXTS.get("project.edit.yes"), window.get())) {
                        model.change(TEXTS.get("doing.editProject"),
                                workbench -> Optional.of(new ProjectStoring(workbench.projects()).change(project, filled)));
                    }
                });
    }

    private void deleteProject() {
        ProjectContext context = model.project().get();
        Workbench workbench = model.workbench().get();
        if (context == null || workbench == null) {
            return;
        }
        Project project = context.project().get();
        app.jobs().read(TEXTS.get("doing.deleteProject"), () -> workbench.catalogue().count(project), count -> {
            String text = TEXTS.format("project.delete.text", Words.number(count));
            if (Dialogs.confirm("project-delete", TEXTS.format("project.delete.title", project.name()), text,
                    TEXTS.get("project.delete.yes"), window.get())) {
                model.change(TEXTS.get("doing.deleteProject"), open -> {
                    open.projects().delete(project.id());
                    return Optional.empty();
                });
            }
        });
    }
}
