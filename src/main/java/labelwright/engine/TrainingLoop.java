package labelwright.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import labelwright.engine.TrainingEvent.CheckpointSaved;
import labelwright.engine.TrainingEvent.EpochEnd;
import labelwright.engine.TrainingEvent.Finished;
import labelwright.engine.TrainingEvent.Message;
import labelwright.engine.TrainingEvent.Started;
import labelwright.engine.TrainingEvent.Step;
import labelwright.task.CancelToken;

/// The epochs of one run.
final class TrainingLoop {

    /// Validation may take this part of the time spent on learning, and twice as much near the end, where the best weights are.
    private static final double VALIDATION_SHARE = 0.06;
    private static final double NEAR_END = 0.75;
    /// From here on no mosaics.
    private static final double REAL_PICTURES = 0.85;
    /// Steps without sense in a row that are put up with.
    private static final int MOST_SKIPPED = 8;

    private final TrainingState state;
    private final BatchLoader loader;
    private final Validator validator;
    private final RunFiles files;
    private final TrainingPlan plan;
    private final DetectionSettings settings;
    private final Schedule schedule;
    private final double budget;

    private RunProgress progress = RunProgress.START;
    private Map<String, Double> bestMetrics = Map.of();
    private long startNanos;
    private double secondsBefore;
    private double validationSeconds;
    private double lastValidation;
    private double rate;
    private int skipped;
    private int skippedInARow;

    TrainingLoop(TrainingState state, BatchLoader loader, Validator validator, RunFiles files, TrainingPlan plan,
            DetectionSettings settings) {
        this.state = state;
        this.loader = loader;
        this.validator = validator;
        this.files = files;
        this.plan = plan;
        this.settings = settings;
        this.schedule = Schedule.of(settings, (long) plan.epochs() * loader.stepsPerEpoch());
        this.budget = settings.number(DetectionOption.MINUTES) * 60;
    }

    TrainingResult run(RunProgress start, Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException, IOException {
        progress = start;
        startNanos = System.nanoTime();
        secondsBefore = start.seconds();
        lastValidation = start.seconds();
        events.accept(new Started(plan.epochs(), loader.stepsPerEpoch(), plan.grid().width(), plan.grid().height()));
        StopReason reason = StopReason.COMPLETED;
        while (progress.epoch() < plan.epochs() && reason == StopReason.COMPLETED) {
            Map<String, Double> losses = epoch(events, cancel);
            if (cancel.isCancelled()) {
                reason = StopReason.CANCELLED;
            } else {
                reason = endEpoch(losses, events, cancel);
            }
        }
        if (!Files.exists(files.model().resolve(ModelFolder.DESCRIPTION)) && progress.steps() > 0) {
            saveModel(Map.of());
        }
        if (skipped > 0) {
            events.accept(new Message("Steps that were skipped because their loss was no number: " + skipped + "."));
        }
        TrainingResult result = new TrainingResult(progress.epoch(), seconds(), bestMetrics, files.model(), reason);
        events.accept(new Finished(result));
        return result;
    }

    /// Learns the batches of one epoch, or those for which there is time.
    private Map<String, Double> epoch(Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        int number = progress.epoch() + 1;
        BatchLoader.Epoch epoch = loader.epoch(number,
                part() < REAL_PICTURES ? BatchLoader.Mosaics.YES : BatchLoader.Mosaics.NO);
        Map<String, Double> sums = new LinkedHashMap<>();
        double from = seconds();
        int done = 0;
        try {
            while (epoch.hasNext() && !cancel.isCancelled() && (part() < 1 || done == 0)) {
                Batch batch = epoch.next();
                rate = schedule.rate(part(), progress.steps());
                Map<String, Double> losses = state.step(batch, rate);
                progress = new RunProgress(progress.epoch(), progress.steps() + 1, seconds(), progress.best(), progress.sinceBest());
                if (losses.isEmpty()) {
                    skip(events);
                    continue;
                }
                skippedInARow = 0;
                done++;
                losses.forEach((name, value) -> sums.merge(name, value, Double::sum));
                double speed = done * batch.size() / Math.max(1e-6, seconds() - from);
                events.accept(new Step(number, progress.steps(), losses, rate, speed));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("The training thread was interrupted.", e);
        }
        int steps = Math.max(1, done);
        sums.replaceAll((name, value) -> value / steps);
        return sums;
    }

    private void skip(Consumer<TrainingEvent> events) throws EngineException {
        skipped++;
        skippedInARow++;
        events.accept(new Message("Step " + progress.steps() + " was skipped: its loss was no number, at a learning rate of "
                + String.format(Locale.ROOT, "%.2g", rate) + "."));
        if (skippedInARow >= MOST_SKIPPED) {
            throw new EngineException("Training stopped at step " + progress.steps() + ": the loss was no number " + MOST_SKIPPED
                    + " times in a row. What was saved before is whole. Try a smaller learning_rate, or a smaller clip.");
        }
    }

    private StopReason endEpoch(Map<String, Double> losses, Consumer<TrainingEvent> events, CancelToken cancel)
            throws EngineException, IOException {
        int number = progress.epoch() + 1;
        boolean timeIsUp = part() >= 1 && number < plan.epochs();
        boolean last = timeIsUp || number >= plan.epochs();
        Map<String, Double> metrics = last || validationIsDue() ? validate(cancel) : Map.of();
        int sinceBest = progress.sinceBest();
        double best = progress.best();
        if (!metrics.isEmpty()) {
            double reached = metrics.getOrDefault("mAP50", 0.0);
            sinceBest = reached > best ? 0 : sinceBest + 1;
            if (reached >= best) {
                best = reached;
                bestMetrics = metrics;
                saveModel(metrics);
            }
        }
        progress = new RunProgress(number, progress.steps(), seconds(), best, sinceBest);
        double secondsLeft = last ? 0 : progress.seconds() * (1 - part()) / Math.max(1e-6, part());
        events.accept(new EpochEnd(number, plan.epochs(), losses, metrics, rate, secondsLeft));
        saveCheckpoint();
        events.accept(new CheckpointSaved(files.checkpoint(), number));
        if (timeIsUp) {
            events.accept(new Message("The time budget is used up after epoch " + number + " of " + plan.epochs() + "."));
            return StopReason.OUT_OF_TIME;
        }
        int patience = settings.whole(DetectionOption.PATIENCE);
        if (patience > 0 && sinceBest >= patience && !last) {
            events.accept(new Message("Stopped early: the last " + patience + " validations were not better than the best, mAP@.5 "
                    + "%.3f".formatted(best) + "."));
            return StopReason.EARLY_STOPPED;
        }
        return StopReason.COMPLETED;
    }

    private void saveCheckpoint() throws IOException {
        Path fresh = files.checkpoint().resolveSibling(files.checkpoint().getFileName() + ".new");
        state.saveCheckpoint(fresh, progress, files.fingerprint());
        Checkpoints.replace(fresh, files.checkpoint(), files.previous());
    }

    private Map<String, Double> validate(CancelToken cancel) throws EngineException {
        double from = seconds();
        Map<String, Double> metrics = validator.measure(state.runner(Flips.NONE, settings), cancel);
        lastValidation = seconds();
        validationSeconds = lastValidation - from;
        return metrics;
    }

    private boolean validationIsDue() {
        double share = part() < NEAR_END ? VALIDATION_SHARE : 2 * VALIDATION_SHARE;
        return seconds() - lastValidation >= validationSeconds / share;
    }

    private void saveModel(Map<String, Double> metrics) throws IOException {
        state.saveModel(new ModelFolder(files.model()), files.description().withMetrics(metrics));
    }

    /// How much of the run is over, 0 to 1: of the steps or of the time, whichever is further.
    private double part() {
        double steps = progress.steps() / ((double) plan.epochs() * loader.stepsPerEpoch());
        return Math.max(steps, seconds() / budget);
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - startNanos) / 1e9;
    }
}
