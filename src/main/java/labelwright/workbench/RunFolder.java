package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import labelwright.model.Run;

/// Where a run keeps its recipe, log, checkpoints and best model: `models/run-ID`.
final class RunFolder {
    /// The name of the best model's folder within the run's; the engine gives it this name.
    static final String MODEL = "model";

    private final Path path;

    /// What deleting leaves.
    enum Keep {
        MODEL, NOTHING
    }

    RunFolder(Path modelsFolder, Run run) {
        path = modelsFolder.resolve(run.folder().isEmpty() ? name(run) : run.folder());
    }

    /// The run with the folder that goes with its id.
    static Run named(Run run) {
        return new Run(run.id(), run.project(), run.name(), run.recipe(), run.state(), name(run), run.progress(), run.environment(),
                run.metrics());
    }

    Path path() {
        return path;
    }

    /// Makes the folder and writes the recipe into it.
    void prepare(Run run) {
        try {
            Files.createDirectories(path);
            Files.writeString(path.resolve("recipe.yaml"), RecipeYaml.write(run.recipe()));
        } catch (IOException e) {
            throw FileFaults.writing(path, "The run did not begin.", e);
        }
    }

    void delete(Keep keep) {
        FileTree.deleteBut(path, switch (keep) {
            case MODEL -> path.resolve(MODEL);
            case NOTHING -> null;
        });
    }

    private static String name(Run run) {
        return "run-" + run.id();
    }
}
