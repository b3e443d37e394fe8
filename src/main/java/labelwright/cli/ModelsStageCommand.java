package labelwright.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.workbench.Workbench;

@Command(name = "stage", description = "Says how far a model is trusted.")
final class ModelsStageCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The name or number of the model.")
    private String model = "";

    @Parameters(index = "1", paramLabel = "STAGE", description = "candidate, production or archived.")
    private String stage = "";

    ModelsStageCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        ModelVersion.Stage wanted = Descriptions.choice(ModelVersion.Stage.class, "STAGE", stage);
        ModelVersion version = bench.models().byName(project, model);
        bench.models().setStage(version.id(), wanted);
        ModelVersion now = bench.models().model(version.id());
        return new Answer(Fields.of("models", List.of(ModelsCommand.json(bench, now))).toMap(),
                List.of("The model " + now.name() + " is " + Descriptions.word(wanted) + " now."));
    }
}
