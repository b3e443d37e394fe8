package labelwright.ui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import labelwright.model.Author;
import labelwright.model.Project;
import labelwright.workbench.SaveState;
import labelwright.workbench.Workbench;

/// What the screens of one opened project are given. Lives until the project is closed. FX thread only.
public final class ProjectContext {
    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Project> project;
    private final ReadOnlyObjectProperty<Author.Annotator> annotator;
    private final AppServices app;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ObjectProperty<SaveState> saveState = new SimpleObjectProperty<>(new SaveState.Saved());

    public ProjectContext(Workbench workbench, Project project, ReadOnlyObjectProperty<Author.Annotator> annotator, AppServices app) {
        this.workbench = workbench;
        this.project = new ReadOnlyObjectWrapper<>(project);
        this.annotator = annotator;
        this.app = app;
    }

    /// The open workspace.
    public Workbench workbench() {
        return workbench;
    }

    /// The project as it is now; the object changes when its name or its labels do.
    public ReadOnlyObjectProperty<Project> project() {
        return project.getReadOnlyProperty();
    }

    /// Tells everybody that name or labels were changed.
    public void projectChanged(Project changed) {
        project.set(changed);
    }

    /// Who is at work now.
    public ReadOnlyObjectProperty<Author.Annotator> annotator() {
        return annotator;
    }

    public AppServices app() {
        return app;
    }

    /// Goes up whenever items, labels or suggestions of the project were changed; screens listen while they are shown.
    public ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /// Tells everybody that items, labels or suggestions were changed.
    public void dataChanged() {
        revision.set(revision.get() + 1);
    }

    /// For the status line; set by whoever edits.
    public ObjectProperty<SaveState> saveState() {
        return saveState;
    }
}
