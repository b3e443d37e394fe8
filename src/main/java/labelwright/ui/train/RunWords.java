package labelwright.ui.train;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

import labelwright.model.Run;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Words;
import labelwright.workbench.MainScore;
import labelwright.workbench.Training;

/// What is said about a run.
final class RunWords {
    private static final Texts TEXTS = Texts.of(RunWords.class);
    /// Metrics that have a name for people; others show their key.
    private static final List<String> NAMED = List.of("loss.total", "loss.label", "loss.box", "learningRate", "picturesPerSecond",
            "val.mAP50",
            "val.mAP50_95", "val.precision", "val.recall", "val.accuracy", "val.f1", "val.macroF1", "mAP50", "mAP50_95", "precision",
            "recall", "f1",
            "accuracy", "macroF1");

    private RunWords() {}

    static String metric(String key) {
        return NAMED.contains(key) ? TEXTS.get("metric." + key) : key;
    }

    static String state(RunRow row) {
        return row.isLive() ? TEXTS.name(row.live().get().phase()) : TEXTS.name(row.run().get().state());
    }

    /// The style class of the state's chip.
    static String stateStyle(RunRow row) {
        String state = row.isLive() ? "live" : row.run().get().state().name().toLowerCase(Locale.ROOT);
        return "run-" + state;
    }

    static String stateIcon(RunRow row) {
        if (row.isLive()) {
            return switch (row.live().get().phase()) {
                case QUEUED -> "mdi2t-timer-sand";
                case PREPARING, TRAINING, STOPPING, ENDED -> "mdi2p-progress-clock";
            };
        }
        return switch (row.run().get().state()) {
            case WAITING -> "mdi2t-timer-sand";
            case RUNNING -> "mdi2p-progress-clock";
            case DONE -> "mdi2c-check-circle-outline";
            case CANCELLED -> "mdi2s-stop-circle-outline";
            case FAILED -> "mdi2a-alert-circle-outline";
            case INTERRUPTED -> "mdi2l-lightning-bolt-circle";
        };
    }

    /// The time alone for today, else with its day.
    static String moment(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime time = instant.atZone(ZoneId.systemDefault());
        DateTimeFormatter format = time.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return format.withLocale(Texts.locale()).format(time);
    }

    static String score(double score) {
        return Double.isNaN(score) ? "" : String.format(Texts.locale(), "%.3f", score);
    }

    /// One line on how far a run is, or how it ended.
    static String line(RunRow row) {
        LiveState live = row.live().get();
        Run run = row.run().get();
        StringJoiner line = new StringJoiner("  ·  ");
        if (row.isLive()) {
            if (live.epoch() > 0) {
                line.add(TEXTS.format("run.epoch", live.epoch(), live.epochs()));
            }
            if (live.secondsLeft() >= 0) {
                line.add(TEXTS.format("run.left", Words.duration(live.secondsLeft())));
            }
            if (live.picturesPerSecond() > 0) {
                line.add(TEXTS.format("run.speed",
                        String.format(Texts.locale(), live.picturesPerSecond() < 100 ? "%.1f" : "%,.0f", live.picturesPerSecond())));
            }
        } else {
            if (run.progress().epochs() > 0) {
                line.add(TEXTS.format("run.epochs", run.progress().epochs()));
            }
            if (!run.progress().failure().isEmpty()) {
                line.add(run.progress().failure());
            }
        }
        if (!Double.isNaN(row.score())) {
            line.add(TEXTS.format("run.best", metric(MainScore.of(run.metrics().isEmpty() ? familyMetrics(run) : run.metrics()).key()),
                    score(row.score())));
        }
        String device = run.environment().getOrDefault("device", "");
        if (!device.isEmpty()) {
            line.add(Words.device(device));
        }
        return line.toString();
    }

    /// Stands in for the metrics of a run that has none yet.
    private static Map<String, Double> familyMetrics(Run run) {
        return run.recipe().family().equals(Training.DETECTION) ? Map.of(MainScore.MAP50.key(), Double.NaN) : Map.of();
    }

    /// The name of a parameter in a comparison.
    static String parameter(RunComparison.Row row) {
        return switch (row.section()) {
            case RESULT -> row.key().equals("epochs.run") ? TEXTS.get("parameter.epochs") : metric(row.key());
            case DATA -> TEXTS.get("parameter." + row.key());
            case SETTING -> row.key();
            case ENVIRONMENT -> row.key();
        };
    }
}
