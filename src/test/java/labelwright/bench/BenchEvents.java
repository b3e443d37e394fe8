package labelwright.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import labelwright.engine.TrainingEvent;

/// Tells the course of a training run on standard error, and the time that the process took.
final class BenchEvents {

    private BenchEvents() {}

    static void show(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Message message -> System.err.println(message.text());
            case TrainingEvent.EpochEnd end -> System.err.printf(Locale.ROOT, "epoch %d of %d: %s %s rate %.5f, %.0f s left%n",
                    end.epoch(), end.epochs(), end.losses(), end.metrics(), end.learningRate(), end.secondsLeft());
            case TrainingEvent.Finished finished -> System.err.println(finished.result());
            case TrainingEvent.Started started -> System.err.println(started);
            case TrainingEvent.Step _, TrainingEvent.CheckpointSaved _ -> {
            }
        }
    }

    /// Wall and processor seconds since the process began, as JSON members.
    static String times() {
        double wall = (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1000.0;
        long cpu = ProcessHandle.current().info().totalCpuDuration().orElse(java.time.Duration.ZERO).toMillis();
        return String.format(Locale.ROOT, "\"wallSeconds\": %.1f, \"cpuSeconds\": %.1f", wall, cpu / 1000.0);
    }
}
