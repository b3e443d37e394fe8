package labelwright.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import labelwright.workbench.Workbench;

/// A command that works in an existing workspace.
abstract class WorkspaceCommand extends AppCommand {
    @Option(names = {"-w", "--workspace"}, paramLabel = "DIR", description = "The folder of the workspace.")
    private @Nullable Path workspace;

    WorkspaceCommand(Surroundings surroundings) {
        super(surroundings);
    }

    abstract Answer answer(Workbench bench) throws Exception;

    @Override
    final Answer answer() throws Exception {
        if (workspace == null) {
            throw new UsageException("Name the workspace with -w DIR.");
        }
        try (Session session = Session.open(workspace, annotator())) {
            return answer(session.bench());
        }
    }

    /// Whose answers are meant where nobody is named.
    final String annotator() {
        return surroundings().settings().read().annotator();
    }
}
