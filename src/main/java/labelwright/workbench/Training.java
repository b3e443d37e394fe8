package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import labelwright.engine.Engine;
import labelwright.engine.EngineStatus;
import labelwright.engine.Resume;
import labelwright.engine.text.TextFamily;
import labelwright.model.MetricPoint;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.model.RunState;
import labelwright.store.WorkspaceStore;
import labelwright.task.Progress;
import labelwright.workbench.WorkbenchException.Reason;

/// Training runs: prepared, trained, resumed, remembered.
///
/// A run learns from the items of its query that have a complete answer: those in train, or those in no split when none is in train.
/// Validation chooses the best checkpoint; without it a part of train is held out. Test is never touched.
public final class Training {
    public static final String DETECTION = "detection";
    /// In the workspace's `models` folder.
    static final String PROPOSED_RECIPE = "recipe.yaml";

    private final WorkspaceStore store;
    private final Engine engine;
    private final RunExecution execution;

    Training(WorkspaceStore store, Engine engine, RunExecution execution) {
        this.store = store;
        this.engine = engine;
        this.execution = execution;
    }

    /// All there are.
    public List<Family> families() {
        return Families.all();
    }

    /// Those that learn from items of the kind.
    public List<Family> families(ProjectKind kind) {
        return Families.of(kind);
    }

    /// Every setting at its default.
    /// @throws WorkbenchException INVALID for a family that there is not
    public Recipe defaultRecipe(String family) {
        Families.require(family);
        return new Recipe(family, "", 1, new TreeMap<>());
    }

    /// The recipe that the workspace proposes for new runs: the file `recipe.yaml` in its `models` folder, or the defaults without one.
    public Recipe proposedRecipe() {
        Path file = store.modelsFolder().resolve(PROPOSED_RECIPE);
        return Files.isRegularFile(file) ? RecipeYaml.read(file) : defaultRecipe(DETECTION);
    }

    /// What is proposed for the project: the workspace's recipe if its family learns from such items, else the defaults of the family that fits the labels.
    public Recipe proposedRecipe(Project project) {
        Recipe proposed = proposedRecipe();
        List<Family> fitting = Families.of(project.kind());
        if (fitting.stream().anyMatch(family -> family.id().equals(proposed.family()))) {
            return proposed;
        }
        boolean spans = project.kind() == ProjectKind.TEXT && project.schema().picture().isEmpty();
        return defaultRecipe(spans ? TextFamily.SPANS.id() : project.kind() == ProjectKind.TEXT ? TextFamily.EMBEDDING.id() : DETECTION);
    }

    /// Whether the engine runs on this machine. May take seconds the first time.
    public EngineState engineState() {
        return switch (engine.status()) {
            case EngineStatus.Ready ready -> new EngineState.Ready(RunEnvironment.device(ready));
            case EngineStatus.Unavailable(String reason) -> new EngineState.Unavailable(reason);
        };
    }

    /// How many items the recipe would use.
    /// @throws WorkbenchException INVALID when the query or a setting makes no sense
    public DataCounts check(Project project, Recipe recipe) {
        Families.require(project, recipe);
        return Faults.told(() -> execution.parts(project, recipe).counts());
    }

    /// Makes a waiting run.
    ///
    /// @param name empty for the next free one
    /// @throws WorkbenchException INVALID when the name is taken, the recipe makes no sense, or nothing is there to learn from
    public Run prepare(Project project, String name, Recipe recipe) {
        if (check(project, recipe).train() == 0) {
            throw new WorkbenchException(Reason.INVALID,
                    "There is nothing to learn from: no %s of the recipe has a submitted answer. Label some %s and submit them first."
                            .formatted(ItemWords.one(project.kind()), ItemWords.many(project.kind())));
        }
        String free = name.isBlank() ? freeName(project, recipe.family()) : name.strip();
        if (isTaken(project, free)) {
            throw new WorkbenchException(Reason.INVALID, "There is a run or a model called \"" + free + "\" already.");
        }
        return Faults.told(() -> {
            Run created = store.runs().create(project.id(), free, recipe, "");
            Run run = RunFolder.named(created);
            store.runs().save(run);
            return run;
        });
    }

    /// Trains a waiting run on the calling thread. Returns the run as it ended: done, or cancelled when the token said so.
    /// @throws WorkbenchException when training fails; the run is then stored as failed
    public Run train(RunId id, Consumer<TrainingUpdate> listener, Progress progress, TrainingStop stop) {
        Run run = run(id);
        if (run.state() != RunState.WAITING) {
            throw new WorkbenchException(Reason.INVALID, "The run \"" + run.name() + "\" has begun already; resume it instead.");
        }
        return execution.execute(run, Resume.NEVER, new RunExecution.Attention(listener, progress, stop));
    }

    /// Goes on with a run that was cancelled, failed or was interrupted, from its last checkpoint; from the start when it has none.
    /// @throws WorkbenchException INVALID when it cannot be resumed; ENGINE when its data or labels have changed since
    public Run resume(RunId id, Consumer<TrainingUpdate> listener, Progress progress, TrainingStop stop) {
        Run run = run(id);
        if (!run.state().canResume()) {
            throw new WorkbenchException(Reason.INVALID,
                    "The run \"" + run.name() + "\" is " + run.state().name().toLowerCase(Locale.ROOT) + " and cannot be resumed.");
        }
        return execution.execute(run, Resume.IF_THERE, new RunExecution.Attention(listener, progress, stop));
    }

    /// Gives up a run that has not begun.
    public Run withdraw(RunId id) {
        Run run = run(id);
        if (run.state() != RunState.WAITING) {
            return run;
        }
        return Faults.told(() -> {
            Run withdrawn = new Run(run.id(), run.project(), run.name(), run.recipe(), RunState.CANCELLED, run.folder(), run.progress(),
                    run.environment(), run.metrics());
            store.runs().save(withdrawn);
            return withdrawn;
        });
    }

    /// Deletes a run with its metrics, checkpoints and log; the model that it gave stays.
    /// @throws WorkbenchException INVALID while it runs
    public void delete(RunId id) {
        Run run = run(id);
        if (run.state() == RunState.RUNNING) {
            throw new WorkbenchException(Reason.INVALID, "The run \"" + run.name() + "\" is going on. Stop it first.");
        }
        boolean hasModel = Faults.told(() -> store.models().of(run.project())).stream().anyMatch(model -> id.equals(model.run()));
        Faults.told(() -> store.runs().delete(id));
        new RunFolder(store.modelsFolder(), run).delete(hasModel ? RunFolder.Keep.MODEL : RunFolder.Keep.NOTHING);
    }

    /// Oldest first.
    public List<Run> runs(Project project) {
        return Faults.told(() -> store.runs().of(project.id()));
    }

    public Run run(RunId id) {
        return Faults.told(() -> store.runs().run(id));
    }

    /// @throws WorkbenchException NOT_FOUND, naming the runs there are
    public Run byName(Project project, String name) {
        return Faults.told(() -> store.runs().findByName(project.id(), name))
                .orElseThrow(() -> new WorkbenchException(Reason.NOT_FOUND, "There is no run called \"" + name + "\". There are: "
                        + String.join(", ", runs(project).stream().map(Run::name).toList()) + "."));
    }

    /// Everything that was measured, by name and step.
    ///
    /// @param names which values; empty for all
    public List<MetricPoint> metrics(RunId id, Set<String> names) {
        return Faults.told(() -> store.runs().metrics(id, names));
    }

    /// The lines of the run's log so far.
    public List<String> log(RunId id) {
        Path file = new RunFolder(store.modelsFolder(), run(id)).path().resolve(RunRecorder.LOG_FILE);
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new WorkbenchException(Reason.FAILED, "The log " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private String freeName(Project project, String family) {
        int number = 1;
        while (isTaken(project, family + "-" + number)) {
            number++;
        }
        return family + "-" + number;
    }

    private boolean isTaken(Project project, String name) {
        return Faults.told(() -> store.runs().findByName(project.id(), name).isPresent()
                || store.models().of(project.id()).stream().anyMatch(model -> model.name().equals(name)));
    }
}
