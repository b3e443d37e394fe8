package labelwright.cli;

import java.util.List;

import picocli.CommandLine.Command;

import labelwright.model.Project;
import labelwright.workbench.Workbench;

@Command(name = "list", description = "Lists the projects of a workspace.")
final class ProjectListCommand extends WorkspaceCommand {
    ProjectListCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench) {
        List<Project> projects = bench.projects().all();
        return new Answer(Fields.of("projects", Descriptions.projects(bench)).toMap(), projects.stream()
                .map(project -> "%s  (%,d %s)".formatted(project.name(), bench.catalogue().count(project),
                        Descriptions.items(project.kind())))
                .toList());
    }
}
