package labelwright.ui.train;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.model.RunState;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;
import labelwright.workbench.DataCounts;
import labelwright.workbench.EngineState;
import labelwright.workbench.Family;
import labelwright.workbench.MainScore;
import labelwright.workbench.Training;

/// What the Train screen decides: which recipe, whether it can start, what can be done with the selected runs. FX thread only.
final class TrainModel {
    private static final Texts TEXTS = Texts.of(TrainModel.class);

    private final ProjectContext context;
    private final Training training;
    private final ReadOnlyObjectWrapper<RecipeForm> form;
    private final Map<String, RecipeForm> forms = new HashMap<>();
    private final ObservableList<Family> families = FXCollections.observableArrayList();
    private final DataCheck data;
    private final TrainingDesk desk;
    private final RunsModel runs;
    private final Set<RunId> kept = new HashSet<>();
    private final ReadOnlyStringWrapper engineProblem = new ReadOnlyStringWrapper(this, "engineProblem", "");
    private final ObservableValue<String> problem;
    private final ObservableValue<String> text;
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper(this, "device", "");

    TrainModel(ProjectContext context, Training training, InstantSource clock) {
        this.context = context;
        this.training = training;
        families.setAll(training.families(context.project().get().kind()));
        form = new ReadOnlyObjectWrapper<>(this, "form", formOf(families.getFirst()));
        data = new DataCheck(context, training, form);
        problem = form.flatMap(RecipeForm::problem);
        text = form.flatMap(RecipeForm::yaml);
        desk = new TrainingDesk(context, training, clock);
        runs = new RunsModel(context, training, desk);
        desk.onEnd(this::tell);
    }

    /// The form of the chosen family.
    RecipeForm form() {
        return form.get();
    }

    ReadOnlyObjectProperty<RecipeForm> chosenForm() {
        return form.getReadOnlyProperty();
    }

    /// The YAML of the chosen form, which changes with everything in it.
    ObservableValue<String> formText() {
        return text;
    }

    ObservableValue<String> formProblem() {
        return problem;
    }

    /// Those that learn from the items of the project.
    ObservableList<Family> families() {
        return families;
    }

    /// The settings of all families there are.
    List<Family.Setting> settings() {
        return training.families().stream().flatMap(family -> family.settings().stream()).toList();
    }

    /// Shows the form of a family; each keeps what was typed into it.
    void choose(Family family) {
        form.set(formOf(family));
    }

    private RecipeForm formOf(Family family) {
        return forms.computeIfAbsent(family.id(), id -> new RecipeForm(family, training.defaultRecipe(id), new FormTexts()));
    }

    /// Another project may learn with other families.
    private void followProject() {
        List<Family> fitting = training.families(context.project().get().kind());
        if (!fitting.equals(families)) {
            families.setAll(fitting);
            choose(fitting.getFirst());
        }
    }

    DataCheck data() {
        return data;
    }

    TrainingDesk desk() {
        return desk;
    }

    RunsModel runs() {
        return runs;
    }

    /// Why the engine cannot start, one sentence; empty while it is not known or when it can.
    ReadOnlyStringProperty engineProblem() {
        return engineProblem.getReadOnlyProperty();
    }

    /// What training runs on, for people; empty while it is not known.
    ReadOnlyStringProperty device() {
        return device.getReadOnlyProperty();
    }

    /// Reads everything that may have changed.
    void refresh() {
        followProject();
        data.count();
        runs.refresh();
        if (device.get().isEmpty()) {
            context.app().jobs().read(TEXTS.get("engine.asking"), training::engineState, state -> {
                switch (state) {
                    case EngineState.Ready(String name) -> {
                        device.set(Words.device(name));
                        engineProblem.set("");
                    }
                    case EngineState.Unavailable(String why) -> engineProblem.set(why);
                }
            });
        }
    }

    BooleanBinding engineReady() {
        return engineProblem.isEmpty();
    }

    /// Whether the recipe makes sense.
    BooleanBinding recipeFine() {
        return Bindings.createBooleanBinding(() -> problem.getValue().isEmpty(), problem);
    }

    /// Whether there is anything to learn from.
    BooleanBinding hasPictures() {
        return Bindings.createBooleanBinding(() -> data.result().get().counts().train() > 0, data.result());
    }

    BooleanBinding canStop() {
        return Bindings.createBooleanBinding(() -> !stoppable().isEmpty(), runs.shown(), runs.selection());
    }

    BooleanBinding canResume() {
        return Bindings.createBooleanBinding(
                () -> runs.only().filter(row -> !row.isLive() && row.run().get().state().canResume()).isPresent(), runs.shown(),
                runs.selection());
    }

    BooleanBinding canDelete() {
        return Bindings.createBooleanBinding(() -> !runs.selection().get().isEmpty() && selected().stream().noneMatch(RunRow::isLive),
                runs.shown(), runs.selection());
    }

    BooleanBinding hasOne() {
        return Bindings.createBooleanBinding(() -> runs.only().isPresent(), runs.shown(), runs.selection());
    }

    BooleanBinding hasModel() {
        return Bindings.createBooleanBinding(
                () -> runs.only().filter(row -> !row.isLive()).map(row -> row.run().get().state()).filter(TrainModel::mayHaveModel)
                        .isPresent(),
                runs.shown(), runs.selection());
    }

    /// Shows the recipe that the workspace proposes, unless a person has begun to change the form.
    void propose(Recipe proposed) {
        RecipeForm shown = form();
        boolean untouched = shown.recipe().filter(training.defaultRecipe(shown.family().id()).withSettings(shown.defaults())::equals)
                .isPresent();
        Optional<Family> family = families.stream().filter(one -> one.id().equals(proposed.family())).findFirst();
        if (untouched && family.isPresent()) {
            choose(family.get());
            form().load(proposed);
        }
    }

    void start() {
        RecipeForm started = form();
        started.recipe().ifPresent(recipe -> desk.start(started.name().get(), recipe, run -> {
            started.name().set("");
            runs.refreshAndSelect(run.id());
        }));
    }

    void stop() {
        stoppable().forEach(desk::stop);
    }

    void stopAndKeep() {
        kept.addAll(stoppable());
        stoppable().forEach(desk::stopAndKeep);
    }

    void resume() {
        runs.only().ifPresent(row -> desk.resume(row.run().get()));
    }

    /// Shows the selected run's recipe in the form.
    void useRecipe() {
        runs.only().map(row -> row.run().get().recipe()).ifPresent(
                recipe -> families.stream().filter(family -> family.id().equals(recipe.family())).findFirst().ifPresent(family -> {
                    choose(family);
                    form().load(recipe);
                }));
    }

    void apply(Preset preset) {
        form().apply(preset, counts());
    }

    DataCounts counts() {
        return data.result().get().counts();
    }

    List<RunRow> selected() {
        return runs.selection().get().stream().map(runs::row).flatMap(Optional::stream).toList();
    }

    /// A stopped run has one when it was kept.
    private static boolean mayHaveModel(RunState state) {
        return state == RunState.DONE || state == RunState.CANCELLED;
    }

    private List<RunId> stoppable() {
        return selected().stream().filter(RunRow::isLive).filter(row -> row.live().get().phase() != LiveState.Phase.STOPPING)
                .map(RunRow::id)
                .toList();
    }

    private void tell(Run run) {
        switch (run.state()) {
            case DONE -> context.app().notices().say(TEXTS.format("desk.done", run.name(),
                    RunWords.metric(MainScore.of(run.metrics()).key()), RunWords.score(MainScore.of(run.metrics()).in(run.metrics()))));
            case CANCELLED -> context.app().notices()
                    .say(kept.remove(run.id()) ? TEXTS.format("desk.kept", run.name()) : TEXTS.format("desk.stopped", run.name()));
            case WAITING, RUNNING, FAILED, INTERRUPTED -> {
                // A failure was told with its reason; the others are no ends.
            }
        }
    }
}
