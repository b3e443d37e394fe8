package labelwright.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "backup", description = {
        "Writes projects, labels, answers, runs and models' entries into one file in the workspace's folder \"backups\".",
        "Pictures and the models' own files are not in it."})
final class WorkspaceBackupCommand extends AppCommand {
    @Parameters(paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder = Path.of("");

    WorkspaceBackupCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer() {
        try (Session session = Session.open(folder, surroundings().settings().read().annotator())) {
            Path backup = session.bench().maintenance().backup();
            return new Answer(Fields.of("backup", backup.toString()).toMap(), List.of("Written: " + backup));
        }
    }
}
