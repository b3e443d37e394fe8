package labelwright.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunState;
import labelwright.workbench.RecipeYaml;
import labelwright.workbench.TrainingStop;
import labelwright.workbench.TrainingUpdate;
import labelwright.workbench.Workbench;

@Command(name = "train", description = {"Trains a model on the items that have a submitted answer.",
        "Ctrl-C stops; the run can then be resumed."})
final class TrainCommand extends ProjectCommand {
    @Option(names = "--family", paramLabel = "FAMILY", description = {"The kind of network: detection for pictures;",
            "text-ngrams or text-embedding for labels of whole texts, text-spans for spans."})
    private String family = "";

    @Option(names = "--recipe", paramLabel = "FILE", description = "A recipe in YAML.")
    private @Nullable Path recipe;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change a setting of the recipe; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--query", paramLabel = "QUERY", description = "Which items; all that are labelled when left out.")
    private @Nullable String query;

    @Option(names = "--seed", paramLabel = "N", description = "Where all chance starts from.")
    private @Nullable Long seed;

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the run and of its model.")
    private String name = "";

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with a run that was stopped.")
    private @Nullable String resume;

    TrainCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        @Nullable
        ModelVersion[] model = {null};
        try (ConsoleProgress progress = progress()) {
            Consumer<TrainingUpdate> listener = update -> {
                switch (update) {
                    case TrainingUpdate.Log(String line) -> progress.say(line);
                    case TrainingUpdate.Ended ended -> model[0] = ended.model();
                    case TrainingUpdate.Started _, TrainingUpdate.Step _, TrainingUpdate.Epoch _ -> {
                    }
                }
            };
            TrainingStop stop = new TrainingStop(surroundings().token());
            Run run = resume == null
                    ? bench.training().train(bench.training().prepare(project, name, recipe(bench, project)).id(), listener, progress, stop)
                    : bench.training().resume(bench.training().byName(project, resume).id(), listener, progress, stop);
            return answer(run, model[0]);
        }
    }

    private Recipe recipe(Workbench bench, Project project) {
        Recipe base = base(bench, project);
        Recipe chosen = new Recipe(base.family(), query == null ? base.query() : query, seed == null ? base.seed() : seed, base.settings());
        return chosen.withSettings(settings);
    }

    private Recipe base(Workbench bench, Project project) {
        if (recipe != null) {
            Recipe read = RecipeYaml.read(recipe);
            if (!family.isBlank() && !family.equals(read.family())) {
                throw new UsageException("The recipe is for " + read.family() + ", not for " + family + ".");
            }
            return read;
        }
        Recipe proposed = bench.training().proposedRecipe(project);
        return family.isBlank() || family.equals(proposed.family()) ? proposed : bench.training().defaultRecipe(family);
    }

    private static Answer answer(Run run, @Nullable ModelVersion model) {
        boolean done = run.state() == RunState.DONE;
        Map<String, Object> json = Fields.of("run", run.name()).with("model", model == null ? null : model.name())
                .with("family", run.recipe().family()).with("device", run.environment().get("device"))
                .with("epochs", run.progress().epochs())
                .with("seconds", seconds(run)).with("metrics", run.metrics()).with("state", Descriptions.word(run.state()))
                .with("dataHash", run.progress().dataHash()).toMap();
        List<String> text = done && model != null
                ? List.of("Trained %s in %.0f s, %d epochs. Validation %s. Next: labelwright suggest --model %s".formatted(
                        model.name(),
                        seconds(run), run.progress().epochs(), Descriptions.score(run.recipe().family(), run.metrics()),
                        model.name()))
                : List.of("The run %s was stopped after %d epochs. Go on with: labelwright train --resume %s".formatted(run.name(),
                        run.progress().epochs(), run.name()));
        return new Answer(json, text, done ? Answer.DONE : Answer.CANCELLED);
    }

    private static double seconds(Run run) {
        String spent = run.environment().get("trainingSeconds");
        if (spent != null) {
            return Double.parseDouble(spent);
        }
        return run.progress().started() == null || run.progress().ended() == null
                ? 0
                : Duration.between(run.progress().started(), run.progress().ended()).toMillis() / 1000.0;
    }
}
