package labelwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.workbench.Workbench;

@Command(name = "export", description = {"Writes a model into one zip file: description, weights (safetensors) and labels.",
        "\"labelwright models import\" reads it on any machine."})
final class ModelsExportCommand extends ProjectCommand {
    private static final String SAFETENSORS = "safetensors";

    @Parameters(index = "0", paramLabel = "MODEL", description = "The name or number of the model.")
    private String model = "";

    @Parameters(index = "1", paramLabel = "OUT", description = "The zip file to write; it must not be there yet.")
    private Path out = Path.of("");

    @Option(names = "--format", paramLabel = "FORMAT", description = "How the weights are written: safetensors (the default).")
    private String format = SAFETENSORS;

    ModelsExportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        if (!format.equals(SAFETENSORS)) {
            throw new UsageException("Detectors are exported as safetensors, not as \"" + format + "\".");
        }
        if (Files.exists(out)) {
            throw new UsageException("The file " + out + " is there already. Delete it or choose another name; nothing was written.");
        }
        ModelVersion version = bench.models().byName(project, model);
        bench.models().files().write(version.id(), out);
        return new Answer(Fields.of("models", List.of(ModelsCommand.json(bench, version))).with("file", out.toAbsolutePath().toString())
                .with("format", SAFETENSORS).toMap(), List.of("Wrote the model " + version.name() + " to " + out + "."));
    }
}
