package labelwright.cli;

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.Project;
import labelwright.workbench.SuggestReport;
import labelwright.workbench.Suggesting;
import labelwright.workbench.Workbench;

@Command(name = "suggest", description = {"Lets a model suggest boxes, spans, or answers about whole texts.",
        "They are kept apart from what people labelled. Ctrl-C stops and keeps what was suggested so far."})
final class SuggestCommand extends ProjectCommand {
    @Option(names = "--model", required = true, paramLabel = "MODEL", description = "The name or number of the model.")
    private String model = "";

    @Option(names = "--threshold", paramLabel = "SCORE", description = "Keep suggestions from this score on, 0 to 1; 0.05 when left out.")
    private double threshold = Suggesting.DEFAULT_FLOOR;

    @Option(names = "--query", paramLabel = "QUERY", description = "Which items; those without a submitted answer when left out.")
    private String query = "";

    SuggestCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new UsageException("--threshold is a score between 0 and 1.");
        }
        try (ConsoleProgress progress = progress()) {
            SuggestReport report = bench.suggestions().suggest(project, bench.models().byName(project, model).id(), threshold, query,
                    progress,
                    surroundings().token());
            List<String> text = new ArrayList<>(report.problems().stream().map(Descriptions::line).toList());
            text.add("%,d suggestions on %,d %s in %.1f s, %.1f %s a second.".formatted(report.suggestions(), report.items(),
                    Descriptions.items(project.kind()), report.seconds(), report.picturesPerSecond(), Descriptions.items(project.kind())));
            return new Answer(
                    Fields.of("items", report.items()).with("suggestions", report.suggestions())
                            .with("problems", Descriptions.problems(report.problems())).with("seconds", report.seconds()).toMap(),
                    text, surroundings().token().isCancelled() ? Answer.CANCELLED : Answer.DONE);
        }
    }
}
