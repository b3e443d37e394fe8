package labelwright.ui.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import labelwright.model.Run;
import labelwright.ui.control.chart.Curve;
import labelwright.ui.control.chart.Line;
import labelwright.ui.control.chart.LineLook;
import labelwright.ui.control.chart.LineLook.Dash;
import labelwright.workbench.MainScore;

/// Which lines are drawn for the selected runs. One run shows all its parts, each in a colour; several show the same value of each run, a
/// colour for each run.
///
/// @param loss over training
/// @param validation metrics of the validation split
/// @param rate the learning rate
/// @param speed pictures per second
record RunLines(List<Line> loss, List<Line> validation, List<Line> rate, List<Line> speed) {
    private static final String LOSS = "loss.";
    private static final String TOTAL = "loss.total";
    private static final String RATE = "learningRate";
    private static final String SPEED = "picturesPerSecond";
    private static final String MAP50 = "val.mAP50";
    private static final String MAP50_95 = "val.mAP50_95";
    private static final List<String> VALIDATED = List.of(MAP50, MAP50_95, "val.accuracy", "val.f1", "val.macroF1", "val.precision",
            "val.recall");

    /// What x counts.
    enum Count {
        STEP, EPOCH
    }

    record Shown(Run run, RunData data) {}

    /// Gives metrics their names for people.
    interface Names {
        String of(String metric);
    }

    static RunLines of(List<Shown> runs, Count count, Names names) {
        return runs.size() == 1 ? parts(runs.getFirst(), count, names) : together(runs, count, names);
    }

    private static RunLines parts(Shown run, Count count, Names names) {
        List<String> losses = run.data.curves().keySet().stream().filter(name -> name.startsWith(LOSS))
                .sorted(Comparator.comparing((String name) -> !name.equals(TOTAL)).thenComparing(Comparator.naturalOrder())).toList();
        return new RunLines(lines(run, losses, count, names, Line.Smooth.WHEN_ASKED),
                lines(run, VALIDATED, count, names, Line.Smooth.NEVER),
                lines(run, List.of(RATE), count, names, Line.Smooth.NEVER),
                lines(run, List.of(SPEED), count, names, Line.Smooth.WHEN_ASKED));
    }

    private static List<Line> lines(Shown run, List<String> metrics, Count count, Names names, Line.Smooth smooth) {
        List<Line> lines = new ArrayList<>();
        for (String metric : metrics) {
            Curve curve = run.data.curve(metric);
            if (!curve.isEmpty()) {
                lines.add(new Line(metric, names.of(metric), new LineLook(lines.size(), Dash.SOLID), scaled(curve, run, count), smooth));
            }
        }
        return lines;
    }

    private static RunLines together(List<Shown> runs, Count count, Names names) {
        List<Line> loss = new ArrayList<>();
        List<Line> validation = new ArrayList<>();
        List<Line> rate = new ArrayList<>();
        List<Line> speed = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Shown run = runs.get(i);
            String name = run.run.name();
            add(loss, run, TOTAL, name, new LineLook(i, Dash.SOLID), count);
            add(validation, run, main(run), name, new LineLook(i, Dash.SOLID), count);
            add(validation, run, MAP50_95, name + " " + names.of(MAP50_95), new LineLook(i, Dash.DASHED), count);
            add(rate, run, RATE, name, new LineLook(i, Dash.SOLID), count);
            add(speed, run, SPEED, name, new LineLook(i, Dash.SOLID), count);
        }
        return new RunLines(loss, validation, rate, speed);
    }

    private static String main(Shown run) {
        return List.of(MainScore.values()).stream().map(MainScore::validationKey).filter(key -> !run.data.curve(key).isEmpty()).findFirst()
                .orElse(MAP50);
    }

    private static void add(List<Line> lines, Shown run, String metric, String name, LineLook look, Count count) {
        Curve curve = run.data.curve(metric);
        if (!curve.isEmpty()) {
            boolean smooth = metric.startsWith(LOSS) || metric.equals(SPEED);
            lines.add(new Line(metric + "@" + run.run.id(), name, look, scaled(curve, run, count),
                    smooth ? Line.Smooth.WHEN_ASKED : Line.Smooth.NEVER));
        }
    }

    private static Curve scaled(Curve curve, Shown run, Count count) {
        return switch (count) {
            case STEP -> curve;
            case EPOCH -> curve.withXTimes(1 / stepsPerEpoch(run));
        };
    }

    /// The usual distance between two ends of epochs; a run that was stopped has a shorter one where it was stopped.
    private static double stepsPerEpoch(Shown run) {
        Curve ends = run.data.curve("epoch." + TOTAL);
        if (ends.isEmpty()) {
            Curve steps = run.data.curve(TOTAL);
            return Math.max(1, steps.isEmpty() ? 1 : steps.x(steps.size() - 1));
        }
        double[] gaps = new double[ends.size()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = ends.x(i) - (i == 0 ? 0 : ends.x(i - 1));
        }
        Arrays.sort(gaps);
        return Math.max(1, gaps[gaps.length / 2]);
    }
}
