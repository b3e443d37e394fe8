package labelwright.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.Project;
import labelwright.workbench.RankRequest;
import labelwright.workbench.RankedItem;
import labelwright.workbench.Strategy;
import labelwright.workbench.Workbench;

@Command(name = "rank", description = {"Lists the unlabelled items that are most useful to label next, best first.",
        "The order is kept: \"labelwright items --sort usefulness\"."})
final class RankCommand extends ProjectCommand {
    @Option(names = "--model", paramLabel = "MODEL", description = "The name or number of the model; random needs none.")
    private String model = "";

    @Option(names = "--strategy", paramLabel = "STRATEGY", description = "random, uncertainty, diversity or hybrid; hybrid when left out.")
    private String strategy = "hybrid";

    @Option(names = "--count", paramLabel = "N", description = "How many; 20 when left out.")
    private int count = 20;

    @Option(names = "--seed", paramLabel = "N", description = "Where chance starts from; 1 when left out.")
    private long seed = 1;

    RankCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        Strategy chosen = Descriptions.choice(Strategy.class, "--strategy", strategy);
        if (chosen != Strategy.RANDOM && model.isBlank()) {
            throw new UsageException("The strategy " + chosen.key() + " needs --model.");
        }
        RankRequest request = new RankRequest(project, model.isBlank() ? null : bench.models().byName(project, model).id(), chosen, count,
                seed);
        try (ConsoleProgress progress = progress()) {
            List<RankedItem> ranked = bench.ranking().rank(request, progress, surroundings().token());
            return new Answer(
                    Fields.of("items", ranked.stream().map(item -> Fields.of("id", item.item().value()).with("name", item.name())
                            .with("uncertainty", item.uncertainty()).toMap()).toList()).toMap(),
                    ranked.stream().map(item -> "%s  %s".formatted(Descriptions.number(item.uncertainty()), item.name())).toList());
        }
    }
}
