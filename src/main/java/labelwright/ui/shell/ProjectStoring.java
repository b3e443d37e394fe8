package labelwright.ui.shell;

import labelwright.model.Project;
import labelwright.workbench.Projects;

/// Stores what was entered in a [ProjectForm]. Not on the FX thread.
final class ProjectStoring {
    private final Projects projects;

    ProjectStoring(Projects projects) {
        this.projects = projects;
    }

    Project create(ProjectForm form) {
        return projects.create(form.name(), form.kind(), form.schema());
    }

    /// The labels first, so that a label that is in use stops everything before anything is changed.
    Project change(Project before, ProjectForm form) {
        Project changed = projects.saveSchema(before.id(), form.schema());
        if (form.name().equals(changed.name())) {
            return changed;
        }
        projects.rename(changed.id(), form.name());
        return projects.project(changed.id());
    }
}
