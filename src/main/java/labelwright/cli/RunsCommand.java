package labelwright.cli;

import java.util.List;

import picocli.CommandLine.Command;

import labelwright.model.Project;
import labelwright.model.Run;
import labelwright.workbench.Workbench;

@Command(name = "runs", description = "Lists the training runs of a project, or compares two of them.")
final class RunsCommand extends ProjectCommand {
    RunsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        List<Run> runs = bench.training().runs(project);
        return new Answer(Fields.of("runs", runs.stream().map(Descriptions::run).toList()).toMap(),
                runs.isEmpty() ? List.of("No runs yet.") : runs.stream().map(RunsCommand::line).toList());
    }

    private static String line(Run run) {
        return "%-20s %-12s %4d epochs  %s".formatted(run.name(), Descriptions.word(run.state()), run.progress().epochs(),
                Descriptions.score(run.recipe().family(), run.metrics()));
    }
}
