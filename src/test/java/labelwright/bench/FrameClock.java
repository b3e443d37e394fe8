package labelwright.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Runs one step of the present phase in every pulse and measures until the scene has been handed to the renderer: wall time, and the
/// processor time of the JavaFX thread, which other programs on the machine disturb less. `interval` is the time between pulses, which never
/// falls below a sixtieth of a second.
final class FrameClock extends AnimationTimer {
    private final Deque<Phase> phases = new ArrayDeque<>();
    private final List<String> results;
    private final Runnable finished;
    private double[] wall = new double[0];
    private double[] cpu = new double[0];
    private double[] interval = new double[0];
    private int frame;
    private long last;

    private record Phase(String name, int frames, IntConsumer step) {}

    /// @param results gets a JSON member for every measured phase
    FrameClock(List<String> results, Runnable finished) {
        this.results = results;
        this.finished = finished;
    }

    /// @param step gets the number of the frame, from 0
    void measure(String name, int frames, IntConsumer step) {
        phases.add(new Phase(name, frames, step));
    }

    void unmeasured(int frames, IntConsumer step) {
        phases.add(new Phase("", frames, step));
    }

    /// Something that takes as long as it takes.
    void once(Runnable step) {
        phases.add(new Phase("", 1, _ -> step.run()));
    }

    @Override
    public void handle(long now) {
        Phase phase = phases.peek();
        if (phase == null) {
            stop();
            finished.run();
            return;
        }
        if (frame == 0) {
            wall = new double[phase.frames()];
            cpu = new double[phase.frames()];
            interval = new double[phase.frames()];
            last = System.nanoTime();
        }
        int index = frame;
        long start = System.nanoTime();
        long startCpu = cpu();
        interval[index] = (start - last) / 1e6;
        last = start;
        phase.step().accept(index);
        double[] walls = wall;
        double[] cpus = cpu;
        // Runs right after the pulse that the step belongs to.
        Platform.runLater(() -> {
            walls[index] = (System.nanoTime() - start) / 1e6;
            cpus[index] = (cpu() - startCpu) / 1e6;
        });
        frame++;
        if (frame == phase.frames()) {
            phases.remove();
            frame = 0;
            double[][] all = {wall, cpu, interval};
            Platform.runLater(() -> finish(phase, all));
        }
    }

    private void finish(Phase phase, double[][] all) {
        if (!phase.name().isEmpty()) {
            results.add(summary(phase.name() + "_wall", all[0]));
            results.add(summary(phase.name() + "_cpu", all[1]));
            if (phase.frames() > 2) {
                results.add(summary(phase.name() + "_interval", Arrays.copyOfRange(all[2], 1, all[2].length)));
            }
        }
    }

    /// What this thread has worked, in nanoseconds.
    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static String summary(String name, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "\"%s_ms\": {\"median\": %.3f, \"p95\": %.3f, \"p99\": %.3f, \"max\": %.3f, \"n\": %d}", name,
                at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1], sorted.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
