package labelwright.ui.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.workbench.Projects;

/// Stores what was entered in a [ProjectForm], step by step. Not on the FX thread.
final class ProjectStoring {
    private final Projects projects;

    ProjectStoring(Projects projects) {
        this.projects = projects;
    }

    Project create(ProjectForm form) {
        Project made = projects.create(form.name(), ProjectKind.IMAGE, form.lines().stream().map(line -> line.name().strip()).toList());
        Project result = made;
        for (ProjectForm.Line line : form.lines()) {
            result = dress(result, line);
        }
        return result;
    }

    /// Removes first, so that a label that is in use stops everything before anything is changed.
    Project change(Project before, ProjectForm form) {
        Project project = before;
        Set<LabelId> kept = new HashSet<>();
        form.lines().forEach(line -> {
            if (line.id() != null) {
                kept.add(line.id());
            }
        });
        for (LabelClass label : before.schema().labels()) {
            if (!kept.contains(label.id())) {
                project = projects.removeLabel(project.id(), label.id());
            }
        }
        if (!form.name().equals(project.name())) {
            projects.rename(project.id(), form.name());
            project = projects.project(project.id());
        }
        project = renameLabels(project, form.lines());
        for (ProjectForm.Line line : form.lines()) {
            if (line.id() == null) {
                project = projects.addLabel(project.id(), line.name().strip());
            }
            project = dress(project, line);
        }
        return reorder(project, form.lines());
    }

    /// Names may be swapped: a name that another label still has is taken in a second round.
    private Project renameLabels(Project before, List<ProjectForm.Line> lines) {
        Project project = before;
        for (ProjectForm.Line line : lines) {
            LabelId id = line.id();
            String name = line.name().strip();
            if (id != null && !project.schema().label(id).name().equals(name)) {
                LabelClass holder = project.schema().findByName(name).orElse(null);
                if (holder != null) {
                    project = projects.renameLabel(project.id(), holder.id(), name + " (" + holder.id() + ")");
                }
                project = projects.renameLabel(project.id(), id, name);
            }
        }
        return project;
    }

    private Project dress(Project before, ProjectForm.Line line) {
        Project project = before;
        LabelClass label = project.schema().findByName(line.name().strip()).orElseThrow();
        if (!label.colour().equals(line.colour())) {
            project = projects.recolour(project.id(), label.id(), line.colour());
        }
        if (!label.shapes().equals(line.shapes())) {
            project = projects.setShapes(project.id(), label.id(), line.shapes());
        }
        return project;
    }

    private Project reorder(Project before, List<ProjectForm.Line> lines) {
        Project project = before;
        for (int place = 0; place < lines.size(); place++) {
            LabelId wanted = project.schema().findByName(lines.get(place).name().strip()).orElseThrow().id();
            if (!Objects.equals(project.schema().labels().get(place).id(), wanted)) {
                project = projects.reorder(project.id(), wanted, place);
            }
        }
        return project;
    }
}
