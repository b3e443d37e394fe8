package labelwright.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;

import labelwright.model.Project;
import labelwright.model.Run;
import labelwright.workbench.Workbench;

@Command(name = "runs", description = "Lists the training runs of a project.")
final class RunsCommand extends ProjectCommand {
    RunsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        List<Run> runs = bench.training().runs(project);
        return new Answer(Fields.of("runs", runs.stream().map(RunsCommand::json).toList()).toMap(),
                runs.isEmpty() ? List.of("No runs yet.") : runs.stream().map(RunsCommand::line).toList());
    }

    private static Map<String, Object> json(Run run) {
        return Fields.of("id", run.id().value()).with("name", run.name()).with("state", Descriptions.word(run.state()))
                .with("family", run.recipe().family()).with("query", run.recipe().query()).with("seed", run.recipe().seed())
                .with("settings", run.recipe().settings()).with("epochs", run.progress().epochs())
                .with("started", run.progress().started() == null ? null : run.progress().started().toString())
                .with("ended", run.progress().ended() == null ? null : run.progress().ended().toString())
                .with("dataHash", run.progress().dataHash())
                .with("failure", run.progress().failure().isEmpty() ? null : run.progress().failure())
                .with("environment", run.environment()).with("metrics", run.metrics()).toMap();
    }

    private static String line(Run run) {
        return "%-20s %-12s %4d epochs  mAP@.5 %s".formatted(run.name(), Descriptions.word(run.state()), run.progress().epochs(),
                Descriptions.number(run.metrics().getOrDefault("mAP50", Double.NaN)));
    }
}
