package labelwright.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import labelwright.model.Project;
import labelwright.model.Run;
import labelwright.workbench.Workbench;

@Command(name = "compare", description = {"Says in what two training runs differ: recipe, data, machine, result.",
        "Settings that a recipe leaves out have their default."})
final class RunsCompareCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "A", description = "The name of a run.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "The name of another one.")
    private String second = "";

    RunsCompareCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        Run a = bench.training().byName(project, first);
        Run b = bench.training().byName(project, second);
        Map<String, String> factsA = facts(a);
        Map<String, String> factsB = facts(b);
        Set<String> names = new TreeSet<>(factsA.keySet());
        names.addAll(factsB.keySet());
        List<Map<String, Object>> differences = new ArrayList<>();
        List<String> text = new ArrayList<>();
        text.add("%-28s %-24s %s".formatted("", a.name(), b.name()));
        for (String name : names) {
            String ofA = factsA.get(name);
            String ofB = factsB.get(name);
            if (!Objects.equals(ofA, ofB)) {
                differences.add(Fields.of("what", name).with("values", Arrays.asList(ofA, ofB)).toMap());
                text.add("%-28s %-24s %s".formatted(name, ofA == null ? "-" : ofA, ofB == null ? "-" : ofB));
            }
        }
        if (differences.isEmpty()) {
            text.add("They do not differ.");
        }
        return new Answer(Fields.of("runs", List.of(Descriptions.run(a), Descriptions.run(b))).with("differences", differences).toMap(),
                text);
    }

    private static Map<String, String> facts(Run run) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("state", Descriptions.word(run.state()));
        facts.put("family", run.recipe().family());
        facts.put("query", run.recipe().query());
        facts.put("seed", Long.toString(run.recipe().seed()));
        facts.put("epochs", Integer.toString(run.progress().epochs()));
        facts.put("dataHash", run.progress().dataHash());
        run.recipe().settings().forEach((key, value) -> facts.put("settings." + key, value));
        run.environment().forEach((key, value) -> facts.put("environment." + key, value));
        run.metrics().forEach((key, value) -> facts.put("metrics." + key, Descriptions.number(value)));
        return facts;
    }
}
