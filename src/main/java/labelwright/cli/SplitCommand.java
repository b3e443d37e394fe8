package labelwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.Project;
import labelwright.workbench.SplitReport;
import labelwright.workbench.Workbench;

@Command(name = "split", description = "Divides the items into train, validation and test, by chance or by lists of names.")
final class SplitCommand extends ProjectCommand {
    @Option(names = "--train", paramLabel = "PERCENT", description = "Whole percent for training; 70 when left out.")
    private int train = 70;

    @Option(names = "--val", paramLabel = "PERCENT", description = "Whole percent for validation; 15 when left out.")
    private int validation = 15;

    @Option(names = "--test", paramLabel = "PERCENT", description = "Whole percent for the test; 15 when left out.")
    private int test = 15;

    @Option(names = "--seed", paramLabel = "N", description = "Where chance starts from; 1 when left out.")
    private long seed = 1;

    @Option(names = "--from", paramLabel = "DIR", description = "A folder with train.txt, val.txt and test.txt: a name a line, with or without extension.")
    private @Nullable Path lists;

    SplitCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        SplitReport report = lists == null
                ? bench.splits().bySeed(project, train, validation, test, seed)
                : bench.splits().byLists(project, lists);
        List<String> text = new ArrayList<>(report.unmatched().stream().map(name -> "no picture is called " + name).toList());
        text.add("%,d train, %,d val, %,d test, %,d in no split.".formatted(report.train(), report.validation(), report.test(),
                report.none()));
        return new Answer(Fields.of("train", report.train()).with("val", report.validation()).with("test", report.test())
                .with("none", report.none()).with("unmatched", report.unmatched()).toMap(), text);
    }
}
