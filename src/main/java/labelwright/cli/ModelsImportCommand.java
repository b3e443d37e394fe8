package labelwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.workbench.Workbench;

@Command(name = "import", description = {"Adds a model that \"labelwright models export\" wrote.",
        "The file is checked before anything is used; nothing in it can run."})
final class ModelsImportCommand extends ProjectCommand {
    @Parameters(paramLabel = "FILE", description = "The zip file.")
    private Path file = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "The name in this project; the file's when left out.")
    private String name = "";

    ModelsImportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        ModelVersion model = bench.models().files().read(project, file, name);
        List<String> unknown = bench.models().files().unknownLabels(model);
        List<String> text = new ArrayList<>();
        text.add("Imported the model " + model.name() + ". Next: labelwright suggest --model " + model.name());
        if (!unknown.isEmpty()) {
            text.add("The project does not have these labels of the model, which it will not suggest: " + String.join(", ", unknown) + ".");
        }
        return new Answer(Fields.of("models", List.of(ModelsCommand.json(bench, model))).with("unknownLabels", unknown).toMap(), text);
    }
}
