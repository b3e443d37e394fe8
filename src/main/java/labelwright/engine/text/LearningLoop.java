package labelwright.engine.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import labelwright.engine.Checkpoints;
import labelwright.engine.EngineException;
import labelwright.engine.Resume;
import labelwright.engine.RunProgress;
import labelwright.engine.SafeTensors;
import labelwright.engine.SafeTensors.MalformedException;
import labelwright.engine.StopReason;
import labelwright.engine.TrainingEvent;
import labelwright.engine.TrainingEvent.CheckpointSaved;
import labelwright.engine.TrainingEvent.EpochEnd;
import labelwright.engine.TrainingEvent.Finished;
import labelwright.engine.TrainingEvent.Message;
import labelwright.engine.TrainingEvent.Started;
import labelwright.engine.TrainingEvent.Step;
import labelwright.engine.TrainingResult;
import labelwright.task.CancelToken;

/// The epochs of one run of a text model: the same events, files and manners as for pictures. A run that goes on from a checkpoint ends with the same weights, bit for bit, as one
/// that was not interrupted, unless its time runs out.
final class LearningLoop {

    static final String CHECKPOINT = "last.checkpoint";
    static final String PREVIOUS = "previous.checkpoint";
    static final String MODEL = "model";
    /// Of the time budget.
    private static final double PART_OF_LEARNING = 0.5;
    private static final double WARM_UP = 0.05;
    /// Quick epochs are not all written down.
    private static final double SECONDS_BETWEEN_CHECKPOINTS = 3;
    /// Quick steps are not all told.
    private static final double SECONDS_BETWEEN_STEPS = 0.04;

    private final Learner learner;
    private final TextSettings settings;
    private final Path folder;
    private final String fingerprint;
    private final long startNanos;

    private final int epochs;
    private final int batch;
    private final long seed;
    private double budget;

    private RunProgress progress = RunProgress.START;
    private Map<String, Double> bestMetrics = Map.of();
    private double secondsBefore;
    private double lastCheckpoint;
    private double lastStep;
    private double rate;

    /// @param fingerprint of data and settings; a checkpoint of another one is refused
    /// @param startNanos when the run began, as [System#nanoTime] counts; what was done before the first step counts as time spent
    LearningLoop(Learner learner, TextSettings settings, Path folder, String fingerprint, long startNanos) {
        this.learner = learner;
        this.settings = settings;
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.startNanos = startNanos;
        this.epochs = settings.whole(TextFamily.EPOCHS);
        this.batch = settings.whole(TextFamily.BATCH);
        this.seed = settings.whole(TextFamily.SEED);
        this.budget = settings.number(TextFamily.MINUTES) * 60;
    }

    TrainingResult run(Resume resume, Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException, IOException {
        giveTime(events);
        goOn(resume, events);
        events.accept(new Started(epochs, stepsPerEpoch(), 0, 0));
        StopReason reason = StopReason.COMPLETED;
        while (progress.epoch() < epochs && reason == StopReason.COMPLETED) {
            Map<String, Double> losses = epoch(events, cancel);
            reason = cancel.isCancelled() ? StopReason.CANCELLED : endEpoch(losses, events, cancel);
        }
        if (!Files.exists(model().resolve("model.json")) && progress.steps() > 0) {
            learner.saveModel(model(), Map.of(), progress.steps());
        }
        TrainingResult result = new TrainingResult(progress.epoch(), seconds(), bestMetrics, model(), reason);
        events.accept(new Finished(result));
        return result;
    }

    /// Reading many texts may take longer than the whole budget, and a model that has learned from one batch is of no use.
    private void giveTime(Consumer<TrainingEvent> events) {
        double extra = seconds() - budget * PART_OF_LEARNING;
        if (extra > 0) {
            events.accept(new Message(String.format(Locale.ROOT,
                    "Reading the texts took %.1f of the %.1f minutes; learning gets %.1f more, so that it has half of the budget.",
                    seconds() / 60, budget / 60, extra / 60)));
            budget += extra;
        }
    }

    private Path model() {
        return folder.resolve(MODEL);
    }

    private int stepsPerEpoch() {
        return (learner.texts() + batch - 1) / batch;
    }

    private Map<String, Double> epoch(Consumer<TrainingEvent> events, CancelToken cancel) throws EngineException {
        int number = progress.epoch() + 1;
        List<Integer> order = new ArrayList<>(IntStream.range(0, learner.texts()).boxed().toList());
        Collections.shuffle(order, new Random(seed * 1_000_003 + number));
        Map<String, Double> sums = new LinkedHashMap<>();
        double from = seconds();
        int done = 0;
        for (int at = 0; at < order.size() && !cancel.isCancelled() && (part() < 1 || at == 0); at += batch) {
            int[] texts = order.subList(at, Math.min(order.size(), at + batch)).stream().mapToInt(Integer::intValue).toArray();
            long step = progress.steps() + 1;
            rate = rate();
            Map<String, Double> losses = learner.step(texts, rate, step, new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step));
            if (!Double.isFinite(losses.getOrDefault("total", 0.0))) {
                throw new EngineException("Training stopped at step " + step + ": the loss was no number. What was saved before is whole. "
                        + "Try a smaller learning rate.");
            }
            progress = new RunProgress(progress.epoch(), step, seconds(), progress.best(), progress.sinceBest());
            losses.forEach((name, value) -> sums.merge(name, value, Double::sum));
            done++;
            if (seconds() - lastStep >= SECONDS_BETWEEN_STEPS || done == 1) {
                lastStep = seconds();
                events.accept(new Step(number, step, losses, rate * learner.highestRate(),
                        (at + texts.length) / Math.max(1e-6, seconds() - from)));
            }
        }
        int steps = Math.max(1, done);
        sums.replaceAll((name, value) -> value / steps);
        return sums;
    }

    private StopReason endEpoch(Map<String, Double> losses, Consumer<TrainingEvent> events, CancelToken cancel) throws IOException {
        int number = progress.epoch() + 1;
        boolean timeIsUp = part() >= 1 && number < epochs;
        boolean last = timeIsUp || number >= epochs;
        Map<String, Double> metrics = learner.validate(cancel);
        if (cancel.isCancelled()) {
            return StopReason.CANCELLED;
        }
        double best = progress.best();
        int sinceBest = progress.sinceBest();
        double reached = metrics.getOrDefault(learner.measure(), 0.0);
        sinceBest = reached > best ? 0 : sinceBest + 1;
        if (reached >= best) {
            best = reached;
            bestMetrics = metrics;
            learner.saveModel(model(), metrics, progress.steps());
        }
        progress = new RunProgress(number, progress.steps(), seconds(), best, sinceBest);
        int patience = settings.whole(TextFamily.PATIENCE);
        boolean early = patience > 0 && sinceBest >= patience && !last;
        double secondsLeft = last || early ? 0 : progress.seconds() * (1 - part()) / Math.max(1e-6, part());
        events.accept(new EpochEnd(number, epochs, losses, metrics, rate * learner.highestRate(), secondsLeft));
        if (last || early || number == 1 || seconds() - lastCheckpoint >= SECONDS_BETWEEN_CHECKPOINTS) {
            saveCheckpoint();
            lastCheckpoint = seconds();
            events.accept(new CheckpointSaved(folder.resolve(CHECKPOINT), number));
        }
        if (timeIsUp) {
            events.accept(new Message("The time budget is used up after epoch " + number + " of " + epochs + "."));
            return StopReason.OUT_OF_TIME;
        }
        if (early) {
            events.accept(new Message("Stopped early: the last " + patience + " validations were not better than the best, "
                    + learner.measure() + String.format(Locale.ROOT, " %.3f.", best)));
            return StopReason.EARLY_STOPPED;
        }
        return StopReason.COMPLETED;
    }

    /// Rises over the first twentieth, then falls as a cosine to a hundredth.
    private double rate() {
        double part = part();
        if (part < WARM_UP) {
            return Math.max(0.05, part / WARM_UP);
        }
        return 0.01 + 0.99 * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, (part - WARM_UP) / (1 - WARM_UP))));
    }

    /// How much of the run is over, 0 to 1: of the steps, or of the time where that is further. Time begins to count when a quarter of it is spent, so that runs with time
    /// enough do not depend on the clock.
    private double part() {
        double steps = progress.steps() / ((double) epochs * stepsPerEpoch());
        double time = seconds() / budget;
        double weight = Math.clamp((time - 0.25) / 0.5, 0, 1);
        return steps + weight * Math.max(0, time - steps);
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - startNanos) / 1e9;
    }

    private void goOn(Resume resume, Consumer<TrainingEvent> events) throws EngineException {
        boolean there = Files.isRegularFile(folder.resolve(CHECKPOINT)) || Files.isRegularFile(folder.resolve(PREVIOUS));
        if (resume == Resume.ALWAYS && !there) {
            throw new EngineException("There is no checkpoint in " + folder + " to go on from.");
        }
        if (resume == Resume.NEVER || !there) {
            return;
        }
        try {
            load(folder.resolve(CHECKPOINT));
        } catch (EngineException e) {
            if (!Files.isRegularFile(folder.resolve(PREVIOUS))) {
                throw e;
            }
            load(folder.resolve(PREVIOUS));
            events.accept(new Message(e.getMessage() + " The checkpoint before it, of epoch " + progress.epoch() + ", is used."));
        }
        secondsBefore = progress.seconds();
        events.accept(new Message("The run goes on after epoch " + progress.epoch() + "."));
    }

    private void load(Path file) throws EngineException {
        SafeTensors saved = SafeTensors.read(file);
        if (!fingerprint.equals(saved.metadata().get("fingerprint"))) {
            throw new EngineException("The run cannot go on from " + file
                    + ": its texts, labels or settings have changed since. Begin a new run instead.");
        }
        try {
            RunProgress read = RunProgress.of(saved.metadata());
            learner.restore(saved);
            progress = read;
            Map<String, Double> metrics = new LinkedHashMap<>();
            saved.metadata().forEach((key, value) -> {
                if (key.startsWith("metric.")) {
                    metrics.put(key.substring("metric.".length()), Double.parseDouble(value));
                }
            });
            bestMetrics = metrics;
        } catch (NumberFormatException | MalformedException e) {
            throw new EngineException("The checkpoint " + file + " is damaged (" + e.getMessage() + ").", e);
        }
    }

    private void saveCheckpoint() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>(progress.toMap());
        texts.put("format", "labelwright-text-checkpoint-1");
        texts.put("fingerprint", fingerprint);
        bestMetrics.forEach((name, value) -> texts.put("metric." + name, Double.toString(value)));
        Path file = folder.resolve(CHECKPOINT);
        Path fresh = folder.resolve(CHECKPOINT + ".new");
        new SafeTensors(texts, learner.state()).write(fresh);
        Checkpoints.replace(fresh, file, folder.resolve(PREVIOUS));
    }
}
