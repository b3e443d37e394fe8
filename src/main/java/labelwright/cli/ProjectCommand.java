package labelwright.cli;

import java.util.List;

import picocli.CommandLine.Option;

import labelwright.model.Project;
import labelwright.workbench.Workbench;

/// A command that works on one project.
abstract class ProjectCommand extends WorkspaceCommand {
    @Option(names = {"-p",
            "--project"}, paramLabel = "NAME", description = "The name of the project. May be left out when the workspace has only one.")
    private String project = "";

    ProjectCommand(Surroundings surroundings) {
        super(surroundings);
    }

    abstract Answer answer(Workbench bench, Project chosen) throws Exception;

    @Override
    final Answer answer(Workbench bench) throws Exception {
        if (!project.isBlank()) {
            return answer(bench, bench.projects().byName(project));
        }
        List<Project> all = bench.projects().all();
        if (all.size() != 1) {
            throw new UsageException(all.isEmpty()
                    ? "The workspace has no project yet. Create one with \"labelwright project create\"."
                    : "Name the project with -p. There are: " + String.join(", ", all.stream().map(Project::name).toList()) + ".");
        }
        return answer(bench, all.getFirst());
    }
}
