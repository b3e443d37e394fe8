package labelwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import labelwright.model.IntegrityReport;

@Command(name = "check", description = {"Reads everything in a workspace and says what does not fit together.",
        "The exit code is 1 when there is a problem."})
final class WorkspaceCheckCommand extends AppCommand {
    @Parameters(paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder = Path.of("");

    WorkspaceCheckCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer() {
        try (Session session = Session.open(folder, surroundings().settings().read().annotator())) {
            IntegrityReport report = session.bench().maintenance().check();
            List<String> text = new ArrayList<>(report.problems());
            text.add("%s: %,d projects, %,d items, %,d annotations.".formatted(report.ok() ? "All is well" : "There are problems",
                    report.projects(), report.items(), report.annotations()));
            return new Answer(Fields.of("ok", report.ok()).with("projects", report.projects()).with("items", report.items())
                    .with("annotations", report.annotations()).with("problems", report.problems()).toMap(), text,
                    report.ok() ? Answer.DONE : Answer.FAILED);
        }
    }
}
