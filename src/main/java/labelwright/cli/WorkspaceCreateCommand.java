package labelwright.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import labelwright.workbench.Workbench;

@Command(name = "create", description = "Makes an empty workspace.")
final class WorkspaceCreateCommand extends AppCommand {
    @Parameters(paramLabel = "DIR", description = "A folder that is empty or not there yet.")
    private Path folder = Path.of("");

    WorkspaceCreateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer() {
        try (Session session = Session.open(surroundings().settings().read().annotator(), context -> Workbench.create(folder, context))) {
            return new Answer(Fields.of("workspace", session.bench().folder().toAbsolutePath().toString()).toMap(),
                    List.of("Made the workspace " + folder + "."));
        }
    }
}
