package labelwright.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import labelwright.model.Project;
import labelwright.workbench.Workbench;

@Command(name = "info", description = "Says what is in a workspace.")
final class WorkspaceInfoCommand extends AppCommand {
    @Parameters(paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder = Path.of("");

    WorkspaceInfoCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer() {
        try (Session session = Session.open(folder, surroundings().settings().read().annotator())) {
            Workbench bench = session.bench();
            List<Project> projects = bench.projects().all();
            return new Answer(
                    Fields.of("workspace", bench.folder().toAbsolutePath().toString()).with("projects", Descriptions.projects(bench))
                            .toMap(),
                    projects.isEmpty() ? List.of("No projects yet.") : projects.stream().map(project -> line(bench, project)).toList());
        }
    }

    private static String line(Workbench bench, Project project) {
        return "%s: %,d %s, labels %s, %d models".formatted(project.name(), bench.catalogue().count(project),
                Descriptions.items(project.kind()),
                String.join(", ", project.schema().names()), bench.models().all(project).size());
    }
}
