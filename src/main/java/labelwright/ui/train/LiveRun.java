package labelwright.ui.train;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import labelwright.model.MetricPoint;
import labelwright.model.RunId;
import labelwright.ui.control.chart.Curve;
import labelwright.ui.control.chart.SeriesBuffer;
import labelwright.workbench.MainScore;
import labelwright.workbench.TrainingUpdate;

/// What one training said so far, in bounded memory. Thread-safe: the training thread writes, the screen reads.
final class LiveRun {
    private static final int MOST_POINTS = 4096;
    private static final int MOST_LINES = 2000;
    private static final String SPEED = "picturesPerSecond";

    private final RunId id;
    private final InstantSource clock;
    private final SortedMap<String, SeriesBuffer> series = new TreeMap<>();
    private final Deque<String> log = new ArrayDeque<>();
    private LiveState.Phase phase = LiveState.Phase.QUEUED;
    private @Nullable Instant firstStep;
    private int epoch;
    private int epochs;
    private long step;
    private double secondsLeft = -1;
    private double speed;
    private double best = Double.NaN;
    private long version;
    private String score = MainScore.MAP50.validationKey();

    LiveRun(RunId id, InstantSource clock) {
        this.id = id;
        this.clock = clock;
    }

    RunId id() {
        return id;
    }

    /// Takes in what an earlier part of the run left, before it goes on.
    synchronized void recall(List<MetricPoint> points, List<String> lines) {
        Map<String, Double> named = new TreeMap<>();
        points.forEach(point -> named.put(point.name(), point.value()));
        score = MainScore.ofEpoch(named).validationKey();
        points.forEach(point -> add(point.name(), point.step(), point.value()));
        lines.forEach(this::write);
        version++;
    }

    synchronized void accept(TrainingUpdate update) {
        version++;
        switch (update) {
            case TrainingUpdate.Started started -> {
                epochs = started.epochs();
                phase = phase == LiveState.Phase.STOPPING ? phase : LiveState.Phase.TRAINING;
            }
            case TrainingUpdate.Step now -> {
                firstStep = firstStep == null ? clock.instant() : firstStep;
                epoch = now.epoch();
                step = now.step();
                secondsLeft = now.secondsLeft();
                now.values().forEach((name, value) -> add(name, now.step(), value));
                speed = now.values().getOrDefault(SPEED, speed);
            }
            case TrainingUpdate.Epoch now -> {
                score = MainScore.ofEpoch(now.values()).validationKey();
                epoch = now.epoch();
                epochs = now.epochs();
                secondsLeft = now.secondsLeft();
                now.values().forEach((name, value) -> add(name, step, value));
            }
            case TrainingUpdate.Log(String line) -> write(line);
            case TrainingUpdate.Ended _ -> phase = LiveState.Phase.ENDED;
        }
    }

    synchronized void enter(LiveState.Phase next) {
        phase = next;
        version++;
    }

    /// Goes up with every change, so that nothing need be drawn twice.
    synchronized long version() {
        return version;
    }

    synchronized LiveState state() {
        return new LiveState(phase, epoch, epochs, step, secondsLeft, speed, fraction(), best);
    }

    /// By metric name, over optimiser steps.
    synchronized Map<String, Curve> curves() {
        Map<String, Curve> curves = new TreeMap<>();
        series.forEach((name, buffer) -> curves.put(name, buffer.curve()));
        return curves;
    }

    /// The newest lines, oldest first.
    synchronized List<String> log() {
        return List.copyOf(log);
    }

    private void add(String name, long at, double value) {
        if (name.equals(score) && !(best > value)) {
            best = value;
        }
        series.computeIfAbsent(name, _ -> new SeriesBuffer(MOST_POINTS)).add((double) at, value);
    }

    private void write(String line) {
        log.addLast(line);
        if (log.size() > MOST_LINES) {
            log.removeFirst();
        }
    }

    /// By time where the run says how much is left, because a time budget can end it before the last epoch.
    private double fraction() {
        Instant since = firstStep;
        if (since == null) {
            return -1;
        }
        double elapsed = Duration.between(since, clock.instant()).toMillis() / 1000.0;
        return secondsLeft >= 0 && elapsed + secondsLeft > 0
                ? elapsed / (elapsed + secondsLeft)
                : epochs > 0 ? Math.clamp((epoch - 1.0) / epochs, 0, 1) : -1;
    }
}
