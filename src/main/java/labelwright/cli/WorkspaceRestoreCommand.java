package labelwright.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import labelwright.workbench.Maintenance;

@Command(name = "restore", description = "Makes a workspace from a backup.")
final class WorkspaceRestoreCommand extends AppCommand {
    @Parameters(paramLabel = "DIR", description = "A folder that is empty or not there yet.")
    private Path folder = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "BACKUP", description = "The backup file.")
    private Path backup = Path.of("");

    WorkspaceRestoreCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer() {
        Maintenance.restore(backup, folder);
        return new Answer(Fields.of("workspace", folder.toAbsolutePath().toString()).toMap(), List.of("Restored into " + folder + "."));
    }
}
