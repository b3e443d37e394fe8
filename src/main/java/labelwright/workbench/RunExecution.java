package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.engine.DetectionTrainer;
import labelwright.engine.Engine;
import labelwright.engine.EngineException;
import labelwright.engine.Resume;
import labelwright.engine.StopReason;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingRequest;
import labelwright.engine.TrainingResult;
import labelwright.engine.text.Embedders;
import labelwright.engine.text.TextFamily;
import labelwright.media.ImageDecoder;
import labelwright.model.ItemId;
import labelwright.model.LabelSchema;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunState;
import labelwright.model.query.ItemQueryParser;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelledException;
import labelwright.task.Progress;
import labelwright.workbench.WorkbenchException.Reason;

/// Carries a run out: selects the data, lets the engine train, keeps what it says, and registers the model. The stored run tells at any
/// instant how far it is; one found running when the workspace is opened was interrupted.
final class RunExecution {
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final WorkspaceStore store;
    private final Engine engine;
    private final ImageDecoder decoder;
    private final Catalogue catalogue;
    private final WorkbenchContext context;
    private final Embedders embedders;

    /// Who is told, and how it is stopped.
    record Attention(Consumer<TrainingUpdate> listener, Progress progress, TrainingStop stop) {}

    RunExecution(WorkspaceStore store, Engine engine, ImageDecoder decoder, Catalogue catalogue, WorkbenchContext context,
            Embedders embedders) {
        this.store = store;
        this.engine = engine;
        this.decoder = decoder;
        this.catalogue = catalogue;
        this.context = context;
        this.embedders = embedders;
    }

    TrainingSelection.Parts parts(Project project, Recipe recipe) {
        List<ItemId> ids = catalogue.find(project, ItemQueryParser.parse(recipe.query()), context.viewer());
        return TrainingSelection.parts(new CountingAnswers(store), ids);
    }

    Run execute(Run waiting, Resume resume, Attention attention) {
        Run begun = with(waiting, RunState.RUNNING, progress(waiting, "", waiting.progress().epochs(), null));
        store.runs().save(begun);
        RunFolder folder = new RunFolder(store.modelsFolder(), begun);
        prepare(folder, begun, attention);
        Run ended;
        try (RunRecorder recorder = new RunRecorder(store.runs(), begun.id(), folder.path(), attention.listener, attention.progress)) {
            ended = train(begun, resume, folder, recorder, attention);
        } catch (EngineException e) {
            throw failed(begun, Faults.translate(e), attention);
        } catch (IOException e) {
            throw failed(begun, FileFaults.writing(folder.path(), "Training stopped; it can be resumed from its last checkpoint.", e),
                    attention);
        } catch (CancelledException e) {
            LOG.debug("Cancelled before the engine began, or while it validated", e);
            ended = cancelled(begun);
        } catch (RuntimeException | Error e) {
            throw failed(begun, Faults.translate(e) instanceof WorkbenchException told
                    ? told
                    : new WorkbenchException(Reason.FAILED, "Training stopped: " + e, e), attention);
        }
        @Nullable
        ModelVersion model = ended.state() == RunState.DONE || attention.stop.keepsModel() ? register(ended, folder) : null;
        attention.listener.accept(new TrainingUpdate.Ended(ended.state(), model));
        return ended;
    }

    private void prepare(RunFolder folder, Run begun, Attention attention) {
        try {
            folder.prepare(begun);
        } catch (WorkbenchException e) {
            throw failed(begun, e, attention);
        }
    }

    /// What a run is about to do.
    ///
    /// @param leftOut one line for each item that nothing can be learned from
    private record Plan(SortedMap<String, String> environment, int train, int validation, List<String> leftOut, String dataHash,
            Doing doing) {}

    private interface Doing {
        TrainingResult learn(Consumer<TrainingEvent> events) throws EngineException;
    }

    private Plan plan(Run begun, Project project, Resume resume, RunFolder folder, Attention attention) throws EngineException {
        TrainingSelection.Parts parts = parts(project, begun.recipe());
        if (project.kind() == ProjectKind.TEXT) {
            TextLessons lessons = TextLessons.of(store, project, Families.text(begun.recipe()), parts);
            return new Plan(RunEnvironment.ofTexts(), lessons.train().size(), lessons.validation().size(), lessons.leftOut(),
                    lessons.dataHash(),
                    events -> lessons.learn(embedders, folder.path(), resume, events, attention.stop.token()));
        }
        SortedMap<String, String> environment = RunEnvironment.of(engine.start());
        TrainingSelection selection = TrainingSelection.of(project, parts, catalogue, decoder);
        TrainingRequest request = new TrainingRequest(selection.train(), selection.validation(), project.schema().names(),
                Families.detection(begun.recipe()), folder.path(), resume);
        return new Plan(environment, selection.train().size(), selection.validation().size(), selection.leftOut(), selection.dataHash(),
                events -> new DetectionTrainer(engine, decoder).train(request, events, attention.stop.token()));
    }

    private Run train(Run begun, Resume resume, RunFolder folder, RunRecorder recorder, Attention attention) throws EngineException {
        Project project = store.projects().project(begun.project());
        Plan plan = plan(begun, project, resume, folder, attention);
        SortedMap<String, String> environment = plan.environment;
        String items = ItemWords.many(project.kind());
        environment.put(items + ".train", Integer.toString(plan.train));
        environment.put(items + ".val", Integer.toString(plan.validation));
        Run known = new Run(begun.id(), begun.project(), begun.name(), begun.recipe(), RunState.RUNNING, begun.folder(),
                progress(begun, plan.dataHash, begun.progress().epochs(), null), environment, begun.metrics());
        store.runs().save(known);
        plan.leftOut.forEach(recorder::say);
        attention.stop.token().throwIfCancelled();
        TrainingResult result = plan.doing.learn(recorder);
        RunState state = result.reason() == StopReason.CANCELLED ? RunState.CANCELLED : RunState.DONE;
        environment.put(RunEnvironment.SECONDS, String.format(Locale.ROOT, "%.1f", result.seconds()));
        SortedMap<String, Double> metrics = new TreeMap<>(known.metrics());
        metrics.putAll(result.metrics());
        Run ended = new Run(known.id(), known.project(), known.name(), known.recipe(), state, known.folder(),
                progress(known, plan.dataHash, result.epochs(), Instant.now()), environment, metrics);
        store.runs().save(ended);
        return ended;
    }

    private @Nullable ModelVersion register(Run run, RunFolder folder) {
        if (!Files.isDirectory(folder.path().resolve(RunFolder.MODEL))) {
            return null;
        }
        List<ModelVersion> models = store.models().of(run.project());
        for (ModelVersion model : models) {
            if (run.id().equals(model.run())) {
                store.models().saveMetrics(model.id(), run.metrics());
                store.models().forgetEvaluations(model.id());
                return store.models().model(model.id());
            }
        }
        String name = run.name();
        for (int number = 2; isTaken(models, name); number++) {
            name = run.name() + "-" + number;
        }
        List<String> labels = labels(run);
        return store.models().add(new ModelVersion(new ModelId(0), run.project(), name, run.recipe().family(), ModelVersion.Stage.CANDIDATE,
                run.id(), labels, run.folder() + "/" + RunFolder.MODEL, run.metrics(), Instant.now()));
    }

    /// What the model knows: labels, or answers to the question about whole texts.
    private List<String> labels(Run run) {
        LabelSchema schema = store.projects().project(run.project()).schema();
        boolean whole = TextFamily.of(run.recipe().family()).filter(family -> family != TextFamily.SPANS).isPresent();
        return whole ? TextQuestion.of(schema).labels() : schema.names();
    }

    private static boolean isTaken(List<ModelVersion> models, String name) {
        return models.stream().anyMatch(model -> model.name().equals(name));
    }

    private Run cancelled(Run begun) {
        Run now = store.runs().run(begun.id());
        Run ended = with(now, RunState.CANCELLED, progress(now, now.progress().dataHash(), now.progress().epochs(), Instant.now()));
        store.runs().save(ended);
        return ended;
    }

    private WorkbenchException failed(Run begun, WorkbenchException failure, Attention attention) {
        try {
            Run now = store.runs().run(begun.id());
            store.runs().save(with(now, RunState.FAILED, new Run.Progress(now.progress().started(), Instant.now(), now.progress().epochs(),
                    now.progress().dataHash(), String.valueOf(failure.getMessage()))));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        attention.listener.accept(new TrainingUpdate.Ended(RunState.FAILED, null));
        return failure;
    }

    private static Run.Progress progress(Run run, String dataHash, int epochs, @Nullable Instant ended) {
        Instant started = run.progress().started();
        return new Run.Progress(started == null ? Instant.now() : started, ended, epochs, dataHash, "");
    }

    private static Run with(Run run, RunState state, Run.Progress progress) {
        return new Run(run.id(), run.project(), run.name(), run.recipe(), state, run.folder(), progress, run.environment(), run.metrics());
    }
}
