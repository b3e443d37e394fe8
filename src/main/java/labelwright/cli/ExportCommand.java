package labelwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import labelwright.model.ExportTask;
import labelwright.model.Project;
import labelwright.workbench.ExportReport;
import labelwright.workbench.ExportReport.Verified;
import labelwright.workbench.ExportRequest;
import labelwright.workbench.Loss;
import labelwright.workbench.Verify;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchException;
import labelwright.workbench.WorkbenchException.Reason;

@Command(name = "export", description = {"Writes labelled pictures or texts, with copies of the pictures and with the splits.",
        "Only complete answers are exported. With --verify the exit code is 1 when something came back different."})
final class ExportCommand extends ProjectCommand {
    @Parameters(paramLabel = "OUT", description = "A folder that is not there yet, is empty, or holds an earlier export (which is replaced).")
    private Path out = Path.of("");

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "See \"labelwright formats\".")
    private String format = "";

    @Option(names = "--who", paramLabel = "WHO", description = "An annotator, gold or model:NAME. Left out: on each item gold, else the newest complete answer.")
    private String who = "";

    @Option(names = "--query", paramLabel = "QUERY", description = "Which items, for example \"split:train label:car\".")
    private String query = "";

    @Option(names = "--task", paramLabel = "TASK", description = "For YOLO: detect, segment, obb or pose. Left out: by what is there.")
    private String task = "auto";

    @Option(names = "--verify", description = "Read the export back and compare.")
    private boolean verify;

    ExportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        ExportRequest request = new ExportRequest(project, out, format, Descriptions.author(bench, project, who), query,
                verify ? Verify.YES : Verify.NO).withTask(task());
        try (ConsoleProgress progress = progress()) {
            ExportReport report = bench.exports().run(request, progress, surroundings().token());
            Fields json = Fields.of("items", report.items()).with("annotations", report.annotations())
                    .with("lost", Descriptions.losses(report.lost())).with("verified", Descriptions.verified(report.verified()));
            return new Answer(json.with("seconds", report.seconds()).toMap(), text(project, report),
                    report.verified() == Verified.DIFFERENT ? Answer.FAILED : Answer.DONE);
        }
    }

    private ExportTask task() {
        return Arrays.stream(ExportTask.values()).filter(value -> value.name().equalsIgnoreCase(task)).findFirst()
                .orElseThrow(() -> new WorkbenchException(Reason.INVALID,
                        "There is no task \"%s\". There are: detect, segment, obb, pose.".formatted(task)));
    }

    private List<String> text(Project project, ExportReport report) {
        List<String> text = new ArrayList<>();
        for (Loss loss : report.lost()) {
            text.add("lost: " + loss.what() + ": " + loss.why());
        }
        text.add("Exported %,d %s and %,d annotations to %s%s.".formatted(report.items(), Descriptions.items(project.kind()),
                report.annotations(), out,
                switch (report.verified()) {
                    case NOT_ASKED -> "";
                    case SAME -> "; everything came back the same";
                    case DIFFERENT -> "; not everything came back the same";
                }));
        return text;
    }
}
