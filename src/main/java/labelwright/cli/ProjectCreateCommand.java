package labelwright.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.workbench.Workbench;

@Command(name = "create", description = "Makes a project.")
final class ProjectCreateCommand extends WorkspaceCommand {
    @Option(names = {"-p", "--project"}, required = true, paramLabel = "NAME", description = "The name of the new project.")
    private String name = "";

    @Option(names = "--kind", defaultValue = "image", paramLabel = "KIND", description = "What the items are: image (the default).")
    private String kind = "image";

    @Option(names = "--labels", split = ",", paramLabel = "LABEL", description = "The labels in the order of their keys, with commas.")
    private List<String> labels = new ArrayList<>();

    ProjectCreateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench) {
        Project made = bench.projects().create(name, kind(), labels);
        return new Answer(Fields.of("id", made.id().value()).with("name", made.name()).with("labels", made.schema().names()).toMap(),
                List.of("Made the project " + made.name() + "."));
    }

    private ProjectKind kind() {
        try {
            return ProjectKind.ofKey(kind);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".", e);
        }
    }
}
