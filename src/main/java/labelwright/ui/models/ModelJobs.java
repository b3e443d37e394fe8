package labelwright.ui.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.model.Split;
import labelwright.task.Job;
import labelwright.task.JobRunner.Lane;
import labelwright.task.Progress;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.EvaluationReport;
import labelwright.workbench.RankRequest;
import labelwright.workbench.RankedItem;
import labelwright.workbench.Strategy;
import labelwright.workbench.SuggestReport;

/// The long work that a model does: being measured, suggesting, ranking. Runs in the background, whichever screen is shown; what came of it
/// stays until the project is closed. FX thread only.
final class ModelJobs {
    private static final Texts TEXTS = Texts.of(ModelJobs.class);

    /// @param floor suggestions with a lower score are not kept
    /// @param query which pictures; empty for all that nobody has answered
    record Suggestion(double floor, String query) {}

    /// What is going on for a model.
    ///
    /// @param title for people
    record Running(String title, Turn turn, Progress.State progress) {}

    /// Whether work has begun.
    enum Turn {
        /// Training or other work uses the engine; this begins by itself after that.
        IN_LINE, GOING
    }

    /// What the newest work for a model gave.
    record Results(@Nullable EvaluationReport evaluation, @Nullable SuggestReport suggested, List<RankedItem> ranked) {
        static final Results NONE = new Results(null, null, List.of());

        Results {
            ranked = List.copyOf(ranked);
        }
    }

    private final ProjectContext context;
    private final Map<ModelId, Results> results = new HashMap<>();
    private final Set<ModelId> restored = new HashSet<>();
    private final ReadOnlyObjectWrapper<Long> changes = new ReadOnlyObjectWrapper<>(this, "changes", 0L);
    private final ReadOnlyObjectWrapper<Optional<Running>> running = new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());
    private final ObjectProperty<Split> split = new SimpleObjectProperty<>(this, "split", Split.TEST);
    private final StringProperty floor = new SimpleStringProperty(this, "floor", "0.3");
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObjectProperty<Strategy> strategy = new SimpleObjectProperty<>(this, "strategy", Strategy.HYBRID);
    private final StringProperty count = new SimpleStringProperty(this, "count", "20");
    private @Nullable Job<?> job;
    private long seed = 1;

    ModelJobs(ProjectContext context) {
        this.context = context;
    }

    /// Goes up with every new result.
    ReadOnlyObjectProperty<Long> changes() {
        return changes.getReadOnlyProperty();
    }

    /// What was started last here and is not over yet.
    ReadOnlyObjectProperty<Optional<Running>> running() {
        return running.getReadOnlyProperty();
    }

    Results results(ModelId id) {
        return results.getOrDefault(id, Results.NONE);
    }

    /// Which split is measured.
    ObjectProperty<Split> split() {
        return split;
    }

    /// The lowest score that is kept, as typed.
    StringProperty floor() {
        return floor;
    }

    /// Which pictures are suggested for, as typed.
    StringProperty query() {
        return query;
    }

    ObjectProperty<Strategy> strategy() {
        return strategy;
    }

    /// How many pictures are ranked, as typed.
    StringProperty count() {
        return count;
    }

    static Optional<Double> share(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return value >= 0 && value <= 1 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static Optional<Integer> count(String text) {
        try {
            int value = Integer.parseInt(text.strip());
            return value >= 1 ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Fetches how good the model was when it was measured last, once for each model.
    void restore(ModelVersion model) {
        if (restored.add(model.id())) {
            context.app().jobs().read(TEXTS.get("models.reading"), () -> context.workbench().models().lastEvaluation(model.id()),
                    found -> found.ifPresent(report -> put(model.id(),
                            old -> old.evaluation() == null ? new Results(report, old.suggested(), old.ranked()) : old)));
        }
    }

    void evaluate(ModelVersion model) {
        Split measured = split.get();
        start(TEXTS.format("job.evaluate", model.name()),
                (progress, token) -> context.workbench().models().evaluate(model.id(), measured, progress, token),
                report -> put(model.id(), old -> new Results(report, old.suggested(), old.ranked())));
    }

    void suggest(ModelVersion model) {
        Optional<Double> lowest = share(floor.get());
        if (lowest.isEmpty()) {
            return;
        }
        Project project = context.project().get();
        Suggestion asked = new Suggestion(lowest.get(), query.get().strip());
        start(TEXTS.format("job.suggest", model.name()), (progress, token) -> context.workbench().suggestions().suggest(project, model.id(),
                asked.floor(), asked.query(), progress, token), report -> {
                    put(model.id(), old -> new Results(old.evaluation(), report, old.ranked()));
                    context.dataChanged();
                });
    }

    void rank(ModelVersion model) {
        Optional<Integer> wanted = count(count.get());
        if (wanted.isEmpty()) {
            return;
        }
        RankRequest request = new RankRequest(context.project().get(), model.id(), strategy.get(), wanted.get(), seed++);
        start(TEXTS.format("job.rank", model.name()), (progress, token) -> context.workbench().ranking().rank(request, progress, token),
                ranked -> {
                    put(model.id(), old -> new Results(old.evaluation(), old.suggested(), ranked));
                    context.dataChanged();
                });
    }

    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    private <T> void start(String title, Job.Work<T> work, java.util.function.Consumer<T> done) {
        Job<T> started = context.app().jobs().start(Lane.ENGINE, title, (progress, token) -> work.run(state -> {
            progress.report(state);
            context.app().jobs().onFx(() -> running.set(Optional.of(new Running(title, Turn.GOING, state))));
        }, token), done, () -> context.app().jobs().onFx(() -> running.set(Optional.empty())));
        job = started;
        if (!started.state().isEnd()) {
            running.set(Optional.of(new Running(title, Turn.IN_LINE, Progress.State.UNKNOWN)));
        }
    }

    private void put(ModelId id, java.util.function.UnaryOperator<Results> change) {
        results.put(id, change.apply(results(id)));
        changes.set(changes.get() + 1);
    }
}
