package labelwright.workbench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import labelwright.engine.TrainingEvent;
import labelwright.model.MetricPoint;
import labelwright.model.RunId;
import labelwright.store.RunRepository;
import labelwright.task.Progress;

/// Keeps everything a run says: metrics in the workspace, sentences in the run's log file; and passes it on. Called on the training thread.
final class RunRecorder implements Consumer<TrainingEvent>, AutoCloseable {
    static final String LOG_FILE = "log.txt";
    /// Local time as people read it, the same in every language.
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int PORTION = 500;

    private final RunRepository runs;
    private final RunId run;
    private final Path file;
    private final BufferedWriter log;
    private final Consumer<TrainingUpdate> listener;
    private final Progress progress;
    private final List<MetricPoint> waiting = new ArrayList<>();
    private final SortedMap<String, Double> best = new TreeMap<>();
    private int epochs;
    private int epoch;
    private long stepsPerEpoch;
    private long lastStep;
    private double secondsLeft = -1;

    RunRecorder(RunRepository runs, RunId run, Path folder, Consumer<TrainingUpdate> listener, Progress progress) throws IOException {
        this.runs = runs;
        this.run = run;
        this.listener = listener;
        this.progress = progress;
        this.file = folder.resolve(LOG_FILE);
        this.log = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void accept(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> {
                epochs = started.epochs();
                stepsPerEpoch = started.stepsPerEpoch();
                // Texts have no size.
                String size = started.width() == 0 ? "" : " at %d x %d pixels".formatted(started.width(), started.height());
                say("Planned: %d epochs of %d steps%s.".formatted(started.epochs(), started.stepsPerEpoch(), size));
                listener.accept(new TrainingUpdate.Started(started.epochs(), started.stepsPerEpoch(), started.width(), started.height()));
            }
            case TrainingEvent.Step step -> step(step);
            case TrainingEvent.EpochEnd end -> epochEnd(end);
            case TrainingEvent.Message message -> say(message.text());
            case TrainingEvent.CheckpointSaved(Path _, int saved) -> {
                flush();
                runs.saveEpochs(run, saved);
            }
            case TrainingEvent.Finished _ -> flush();
        }
    }

    /// A line of the log.
    void say(String line) {
        try {
            log.write(LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + "  " + line);
            log.newLine();
            log.flush();
        } catch (IOException e) {
            throw FileFaults.writing(file, "Training stopped; it can be resumed from its last checkpoint.", e);
        }
        listener.accept(new TrainingUpdate.Log(line));
    }

    /// Epochs that were finished, those before a resume included.
    int epochs() {
        return epoch;
    }

    /// Validation metrics of the best epoch that this recorder saw; empty when there was none.
    SortedMap<String, Double> best() {
        return best;
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            log.close();
        }
    }

    private void step(TrainingEvent.Step step) {
        if (lastStep == 0 && step.step() > 1) {
            runs.dropMetricsAfter(run, step.step() - 1);
        }
        lastStep = step.step();
        SortedMap<String, Double> values = new TreeMap<>();
        step.losses().forEach((name, value) -> values.put("loss." + name, value));
        values.put("learningRate", step.learningRate());
        values.put("picturesPerSecond", step.imagesPerSecond());
        keep(step.epoch(), step.step(), values);
        listener.accept(new TrainingUpdate.Step(step.epoch(), step.step(), values, secondsLeft));
        progress.report(step.step(), epochs * stepsPerEpoch, "Epoch %d of %d".formatted(step.epoch(), epochs));
    }

    private void epochEnd(TrainingEvent.EpochEnd end) {
        epoch = end.epoch();
        secondsLeft = end.secondsLeft();
        SortedMap<String, Double> values = new TreeMap<>();
        end.losses().forEach((name, value) -> values.put("epoch.loss." + name, value));
        end.metrics().forEach((name, value) -> values.put("val." + name, value));
        keep(end.epoch(), lastStep, values);
        MainScore score = MainScore.of(end.metrics());
        if (end.metrics().getOrDefault(score.key(), -1.0) >= best.getOrDefault(score.key(), 0.0)) {
            best.clear();
            best.putAll(end.metrics());
        }
        listener.accept(new TrainingUpdate.Epoch(end.epoch(), end.epochs(), values, end.secondsLeft()));
        say("Epoch %d of %d: loss %.4f%s".formatted(end.epoch(), end.epochs(), end.losses().getOrDefault("total", Double.NaN),
                end.metrics().isEmpty() ? "" : ", validation %s %.4f".formatted(score.words(), score.in(end.metrics()))));
    }

    private void keep(int atEpoch, long step, Map<String, Double> values) {
        values.forEach((name, value) -> waiting.add(new MetricPoint(atEpoch, step, name, value)));
        if (waiting.size() >= PORTION) {
            flush();
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            runs.addMetrics(run, List.copyOf(waiting));
            waiting.clear();
        }
    }
}
