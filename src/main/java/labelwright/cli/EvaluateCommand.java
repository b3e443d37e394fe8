package labelwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.model.Split;
import labelwright.workbench.EvaluationReport;
import labelwright.workbench.EvaluationReport.LabelResult;
import labelwright.workbench.MainScore;
import labelwright.workbench.Workbench;

@Command(name = "evaluate", description = "Measures a model on the labelled items of one split.")
final class EvaluateCommand extends ProjectCommand {
    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "The name or number of the model.")
    private String model = "";

    @Option(names = "--split", paramLabel = "NAME", description = "train, val or test; test when left out.")
    private String split = "test";

    EvaluateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        ModelVersion version = bench.models().byName(project, model);
        try (ConsoleProgress progress = progress()) {
            EvaluationReport report = bench.models().evaluate(version.id(), split(), progress, surroundings().token());
            return new Answer(json(report), text(report));
        }
    }

    private Split split() {
        try {
            return Split.ofKey(split);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".", e);
        }
    }

    private static Map<String, Object> json(EvaluationReport report) {
        return Fields.of("model", report.model().name()).with("split", report.split().key()).with("items", report.items())
                .with("metrics", report.metrics()).with("perLabel", report.perLabel().stream().map(EvaluateCommand::json).toList())
                .with("confusion", Fields.of("labels", report.confusion().labels()).with("counts", report.confusion().counts()).toMap())
                .with("worst", report.worst().stream().map(item -> Fields.of("id", item.item().value()).with("name", item.name())
                        .with("missed", item.missed()).with("extra", item.extra()).toMap()).toList())
                .toMap();
    }

    private static Map<String, Object> json(LabelResult label) {
        return Fields.of("label", label.label()).with("objects", label.objects()).with("mAP50", finite(label.ap50()))
                .with("mAP50_95", finite(label.ap50To95())).with("precision", label.precision()).with("recall", label.recall()).toMap();
    }

    private static @org.jspecify.annotations.Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static List<String> text(EvaluationReport report) {
        return report.metrics().containsKey(MainScore.MAP50.key()) ? boxes(report) : texts(report);
    }

    private static List<String> texts(EvaluationReport report) {
        List<String> text = new ArrayList<>();
        text.add("%-24s %8s %9s %8s".formatted("label", "there", "precision", "recall"));
        for (LabelResult label : report.perLabel()) {
            text.add("%-24s %8d %9s %8s".formatted(label.label(), label.objects(), Descriptions.number(label.precision()),
                    Descriptions.number(label.recall())));
        }
        String accuracy = report.metrics().containsKey("accuracy")
                ? "accuracy " + Descriptions.number(report.metrics().get("accuracy")) + ", "
                : "";
        text.add("%sF1 %s, macro F1 %s on %,d texts of %s.".formatted(accuracy,
                Descriptions.number(report.metrics().getOrDefault("f1", Double.NaN)),
                Descriptions.number(report.metrics().getOrDefault("macroF1", Double.NaN)), report.items(), report.split().key()));
        return text;
    }

    private static List<String> boxes(EvaluationReport report) {
        List<String> text = new ArrayList<>();
        text.add("%-24s %8s %8s %8s %9s %8s".formatted("label", "objects", "AP@.5", "AP", "precision", "recall"));
        for (LabelResult label : report.perLabel()) {
            text.add("%-24s %8d %8s %8s %9s %8s".formatted(label.label(), label.objects(), Descriptions.number(label.ap50()),
                    Descriptions.number(label.ap50To95()), Descriptions.number(label.precision()), Descriptions.number(label.recall())));
        }
        text.add("mAP@.5 %s, mAP@.5:.95 %s on %,d pictures of %s.".formatted(
                Descriptions.number(report.metrics().getOrDefault("mAP50", Double.NaN)),
                Descriptions.number(report.metrics().getOrDefault("mAP50_95", Double.NaN)), report.items(), report.split().key()));
        return text;
    }
}
