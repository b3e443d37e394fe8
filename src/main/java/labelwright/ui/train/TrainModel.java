package labelwright.ui.train;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.model.RunState;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.DataCounts;
import labelwright.workbench.EngineState;
import labelwright.workbench.Family;
import labelwright.workbench.Training;

/// What the Train screen decides: which recipe, whether it can start, what can be done with the selected runs. FX thread only.
final class TrainModel {
    private static final Texts TEXTS = Texts.of(TrainModel.class);

    private final ProjectContext context;
    private final Training training;
    private final RecipeForm form;
    private final DataCheck data;
    private final TrainingDesk desk;
    private final RunsModel runs;
    private final Set<RunId> kept = new HashSet<>();
    private final ReadOnlyStringWrapper engineProblem = new ReadOnlyStringWrapper(this, "engineProblem", "");
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper(this, "device", "");

    TrainModel(ProjectContext context, Training training, Family family, InstantSource clock) {
        this.context = context;
        this.training = training;
        form = new RecipeForm(family, training.defaultRecipe(family.id()), new FormTexts());
        data = new DataCheck(context, training, form);
        desk = new TrainingDesk(context, training, clock);
        runs = new RunsModel(context, training, desk);
        desk.onEnd(this::tell);
    }

    RecipeForm form() {
        return form;
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
        data.count();
        runs.refresh();
        if (device.get().isEmpty()) {
            context.app().jobs().read(TEXTS.get("engine.asking"), training::engineState, state -> {
                switch (state) {
                    case EngineState.Ready(String name) -> {
                        device.set(name);
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
        return form.problem().isEmpty();
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
        boolean untouched = form.recipe().filter(training.defaultRecipe(form.family().id()).withSettings(form.defaults())::equals)
                .isPresent();
        if (untouched && proposed.family().equals(form.family().id())) {
            form.load(proposed);
        }
    }

    void start() {
        form.recipe().ifPresent(recipe -> desk.start(form.name().get(), recipe, run -> {
            form.name().set("");
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
        runs.only().map(row -> row.run().get().recipe()).filter(recipe -> recipe.family().equals(form.family().id())).ifPresent(form::load);
    }

    void apply(Preset preset) {
        form.apply(preset, counts());
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
                    RunWords.score(run.metrics().getOrDefault("mAP50", 0.0))));
            case CANCELLED -> context.app().notices()
                    .say(kept.remove(run.id()) ? TEXTS.format("desk.kept", run.name()) : TEXTS.format("desk.stopped", run.name()));
            case WAITING, RUNNING, FAILED, INTERRUPTED -> {
                // A failure was told with its reason; the others are no ends.
            }
        }
    }
}
