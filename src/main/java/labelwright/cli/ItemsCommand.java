package labelwright.cli;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.query.ItemRow;
import labelwright.model.query.ItemSort;
import labelwright.workbench.Workbench;

@Command(name = "items", description = "Lists pictures or texts by a query.")
final class ItemsCommand extends ProjectCommand {
    @Option(names = "--query", paramLabel = "QUERY", description = "For example \"label:car score<0.5 state:draft split:train\".")
    private String query = "";

    @Option(names = "--sort", paramLabel = "ORDER", description = "imported (the default), name, state, split, fewest-annotations, "
            + "most-annotations, lowest-score or usefulness.")
    private String sort = "imported";

    @Option(names = "--limit", defaultValue = "100", paramLabel = "N", description = "List so many at most; 100 when left out.")
    private int limit = 100;

    ItemsCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        if (limit < 0) {
            throw new UsageException("--limit must not be negative.");
        }
        Author viewer = new Author.Annotator(annotator());
        List<ItemId> ids = bench.catalogue().find(project, query, viewer, Descriptions.choice(ItemSort.class, "--sort", sort));
        List<ItemRow> rows = bench.catalogue().rows(ids.subList(0, Math.min(limit, ids.size())), viewer);
        Map<ItemId, String> excerpts = project.kind() == ProjectKind.TEXT
                ? bench.texts().excerpts(rows.stream().map(row -> row.item().id()).toList())
                : Map.of();
        return new Answer(Fields.of("items", rows.stream().map(row -> switch (project.kind()) {
            case IMAGE -> json(bench, row);
            case TEXT -> text(row, excerpts.getOrDefault(row.item().id(), ""));
        }).toList()).with("total", ids.size()).toMap(),
                rows.stream().map(row -> line(row, excerpts.getOrDefault(row.item().id(), ""))).toList());
    }

    private static Map<String, Object> json(Workbench bench, ItemRow row) {
        return Fields.of("id", row.item().id().value()).with("name", row.item().name()).with("state", Descriptions.word(row.state()))
                .with("split", row.item().split().key()).with("annotations", row.annotations()).with("suggestions", row.suggestions())
                .with("bestScore", Double.isNaN(row.bestScore()) ? null : row.bestScore()).with("width", row.item().width())
                .with("height", row.item().height()).with("file", bench.catalogue().file(row.item()).toString()).toMap();
    }

    private static Map<String, Object> text(ItemRow row, String excerpt) {
        return Fields.of("id", row.item().id().value()).with("name", row.item().name()).with("state", Descriptions.word(row.state()))
                .with("split", row.item().split().key()).with("annotations", row.annotations()).with("suggestions", row.suggestions())
                .with("bestScore", Double.isNaN(row.bestScore()) ? null : row.bestScore()).with("length", row.item().width())
                .with("lines", row.item().height()).with("excerpt", excerpt).toMap();
    }

    private static String line(ItemRow row, String excerpt) {
        return "%6d  %-9s %-5s %4d  %s%s".formatted(row.item().id().value(), Descriptions.word(row.state()), row.item().split().key(),
                row.annotations(), row.item().name(), excerpt.isEmpty() ? "" : "  " + excerpt);
    }
}
