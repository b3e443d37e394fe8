package labelwright.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import labelwright.workbench.SampleWorkspace;
import labelwright.workbench.Workbench;

@Command(name = "sample", description = "Writes the sample workspace, to try everything with.")
final class SampleCommand extends AppCommand {
    @Parameters(paramLabel = "DIR", description = "A folder that is empty or not there yet.")
    private Path folder = Path.of("");

    SampleCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer() {
        try (ConsoleProgress progress = progress();
                Session session = Session.open(surroundings().settings().read().annotator(),
                        context -> new SampleWorkspace().write(folder, context, progress, surroundings().token()))) {
            Workbench bench = session.bench();
            return new Answer(Fields.of("projects", Descriptions.projects(bench)).toMap(),
                    List.of("The sample workspace is in " + bench.folder() + ". Try: labelwright train -w " + folder));
        }
    }
}
