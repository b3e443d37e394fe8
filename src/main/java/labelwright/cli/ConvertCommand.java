package labelwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import labelwright.task.WorkerThreads;
import labelwright.workbench.Conversion;
import labelwright.workbench.ExportReport.Verified;
import labelwright.workbench.Verify;
import labelwright.workbench.WorkbenchContext;

@Command(name = "convert", description = {"Turns a labelled data set of one format into another.",
        "No workspace is needed and none is kept. With --verify the exit code is 1 when something came back different."})
final class ConvertCommand extends AppCommand {
    @Parameters(index = "0", paramLabel = "IN", description = "A folder or an annotation file.")
    private Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT", description = "A folder that is not there yet, is empty, or holds an earlier export (which is replaced).")
    private Path out = Path.of("");

    @Option(names = "--from", paramLabel = "FORMAT", description = "See \"labelwright formats\"; found by looking at the files when left out.")
    private @Nullable String from;

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "See \"labelwright formats\".")
    private String to = "";

    @Option(names = "--images", paramLabel = "DIR", description = "Where the pictures are, when they do not lie beside the annotations.")
    private @Nullable Path images;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--verify", description = "Read what was written back and compare.")
    private boolean verify;

    ConvertCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer() {
        ExecutorService threads = WorkerThreads.pool("work", Runtime.getRuntime().availableProcessors());
        try (ConsoleProgress progress = progress()) {
            Conversion.Report report = Conversion.run(
                    new Conversion.Request(in.toAbsolutePath().normalize(), from, images, out, to, verify ? Verify.YES : Verify.NO,
                            reading.toMap()),
                    WorkbenchContext.of(threads, "anybody"), progress, surroundings().token());
            return new Answer(json(report), text(report),
                    report.written().verified() == Verified.DIFFERENT ? Answer.FAILED : Answer.DONE);
        } finally {
            threads.shutdownNow();
        }
    }

    private static java.util.Map<String, Object> json(Conversion.Report report) {
        return Fields.of("format", report.read().format()).with("items", report.written().items())
                .with("annotations", report.written().annotations()).with("lost", Descriptions.losses(report.written().lost()))
                .with("verified", Descriptions.verified(report.written().verified())).with("repaired", report.read().repaired())
                .with("skipped", report.read().skipped()).with("refused", report.read().refused())
                .with("problems", Descriptions.problems(report.read().problems()))
                .with("seconds", report.read().seconds() + report.written().seconds()).toMap();
    }

    private List<String> text(Conversion.Report report) {
        List<String> text = new ArrayList<>(report.read().problems().stream().map(Descriptions::line).toList());
        report.written().lost().forEach(loss -> text.add("lost: " + loss.what() + ": " + loss.why()));
        text.add("Converted %,d items and %,d annotations from %s to %s in %s%s.".formatted(report.written().items(),
                report.written().annotations(), report.read().format(), to, out, switch (report.written().verified()) {
                    case NOT_ASKED -> "";
                    case SAME -> "; everything came back the same";
                    case DIFFERENT -> "; not everything came back the same";
                }));
        return text;
    }
}
