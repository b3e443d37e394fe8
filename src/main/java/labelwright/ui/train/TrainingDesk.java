package labelwright.ui.train;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import labelwright.model.MetricPoint;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.model.RunState;
import labelwright.task.CancelToken;
import labelwright.task.Job;
import labelwright.task.JobRunner.Lane;
import labelwright.task.JobState;
import labelwright.task.Progress;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.Training;
import labelwright.workbench.TrainingStop;

/// Starts, stops and resumes training in the background. One trains at a time, the others wait in line. Lives as long as the opened
/// project, whichever screen is shown. FX thread only.
final class TrainingDesk {
    private static final Texts TEXTS = Texts.of(TrainingDesk.class);

    /// Trains on the job's thread.
    private interface Work {
        Run run(Progress progress, TrainingStop stop);
    }

    private static final class Active {
        private final LiveRun live;
        private final AtomicReference<@Nullable TrainingStop> stop = new AtomicReference<>();
        private @Nullable Job<Run> job;

        Active(LiveRun live) {
            this.live = live;
        }
    }

    private final ProjectContext context;
    private final Training training;
    private final InstantSource clock;
    private final Map<RunId, Active> active = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Run>> endListeners = new CopyOnWriteArrayList<>();

    TrainingDesk(ProjectContext context, Training training, InstantSource clock) {
        this.context = context;
        this.training = training;
        this.clock = clock;
    }

    /// The listener is called after a run was queued, stopped or ended.
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// The listener is called with each run after it ended, as it is stored.
    void onEnd(Consumer<Run> listener) {
        endListeners.add(listener);
    }

    Optional<LiveRun> live(RunId id) {
        return Optional.ofNullable(active.get(id)).map(found -> found.live);
    }

    /// Runs that wait or train, in the order of their turn.
    List<LiveRun> all() {
        return active.values().stream().map(found -> found.live).toList();
    }

    /// Prepares a run and trains it as soon as the engine is free.
    ///
    /// @param name empty to let the workbench choose
    /// @param queued gets the run that waits now
    void start(String name, Recipe recipe, Consumer<Run> queued) {
        context.app().jobs().read(TEXTS.get("desk.starting"), () -> training.prepare(context.project().get(), name, recipe), run -> {
            LiveRun live = new LiveRun(run.id(), clock);
            queue(run, live, (progress, stop) -> training.train(run.id(), live::accept, progress, stop));
            queued.accept(run);
        });
    }

    /// Goes on with a run from its last checkpoint, keeping its curves and its log.
    void resume(Run run) {
        if (active.containsKey(run.id()) || !run.state().canResume()) {
            return;
        }
        LiveRun live = new LiveRun(run.id(), clock);
        queue(run, live, (progress, stop) -> {
            List<MetricPoint> points = training.metrics(run.id(), java.util.Set.of());
            live.recall(points, training.log(run.id()));
            return training.resume(run.id(), live::accept, progress, stop);
        });
    }

    /// Asks a run to stop; it can be resumed later.
    void stop(RunId id) {
        Active found = active.get(id);
        if (found != null && found.job != null) {
            leave(found);
            found.job.cancel();
            changed();
        }
    }

    /// Asks a run to stop and makes a model of its best checkpoint.
    void stopAndKeep(RunId id) {
        Active found = active.get(id);
        if (found != null) {
            TrainingStop stop = found.stop.get();
            if (stop == null) {
                stop(id);
            } else {
                leave(found);
                stop.stopAndKeep();
                changed();
            }
        }
    }

    private static void leave(Active found) {
        found.live.enter(LiveState.Phase.STOPPING);
    }

    private void queue(Run run, LiveRun live, Work work) {
        Active entry = new Active(live);
        active.put(run.id(), entry);
        entry.job = context.app().jobs().start(Lane.ENGINE, TEXTS.format("desk.job", run.name()), (progress, token) -> {
            TrainingStop stop = new TrainingStop(token);
            entry.stop.set(stop);
            begin(live, token);
            return work.run(progress, stop);
        }, _ -> {}, () -> ended(run.id(), entry));
        changed();
    }

    private static void begin(LiveRun live, CancelToken token) {
        if (!token.isCancelled()) {
            live.enter(LiveState.Phase.PREPARING);
        }
    }

    private void ended(RunId id, Active entry) {
        entry.live.enter(LiveState.Phase.ENDED);
        active.remove(id);
        boolean neverBegan = entry.stop.get() == null && entry.job != null && entry.job.state() == JobState.CANCELLED;
        context.app().jobs().read(TEXTS.get("desk.reading"), () -> {
            Run stored = training.run(id);
            return neverBegan && stored.state() == RunState.WAITING ? training.withdraw(id) : stored;
        }, run -> {
            changed();
            endListeners.forEach(listener -> listener.accept(run));
        });
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
