package labelwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.workbench.SchemaFile;
import labelwright.workbench.Workbench;

@Command(name = "create", description = "Makes a project.")
final class ProjectCreateCommand extends WorkspaceCommand {
    @Option(names = {"-p", "--project"}, required = true, paramLabel = "NAME", description = "The name of the new project.")
    private String name = "";

    @Option(names = "--kind", defaultValue = "image", paramLabel = "KIND", description = "What the items are: image (the default) or text.")
    private String kind = "image";

    @Option(names = "--labels", split = ",", paramLabel = "LABEL", description = "The labels in the order of their keys, with commas.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--schema", paramLabel = "FILE", description = "A file with labels, relations, attributes and skeletons, as \"project schema\" writes it.")
    private @Nullable Path schema;

    ProjectCreateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench) {
        if (schema != null && !labels.isEmpty()) {
            throw new UsageException("Say either --labels or --schema.");
        }
        Project made = schema == null
                ? bench.projects().create(name, kind(), labels)
                : bench.projects().create(name, kind(), SchemaFile.read(schema, new LabelSchema(List.of())));
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
