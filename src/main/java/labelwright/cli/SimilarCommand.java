package labelwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.query.ItemSort;
import labelwright.workbench.NearItems;
import labelwright.workbench.Workbench;

@Command(name = "similar", description = {"Lists the texts that mean nearly the same as a text of the project, or as some words.",
        "With neither, lists the groups of texts that say almost the same."})
final class SimilarCommand extends ProjectCommand {
    @Option(names = "--item", paramLabel = "ID", description = "The number of a text, as \"labelwright items\" shows it.")
    private @Nullable Long item;

    @Option(names = "--words", paramLabel = "TEXT", description = "Words to look for by their meaning.")
    private String words = "";

    @Option(names = "--query", paramLabel = "QUERY", description = "Which texts to look among; all when left out.")
    private String query = "";

    @Option(names = "--count", paramLabel = "N", description = "How many; 20 when left out.")
    private int count = 20;

    @Option(names = "--least", paramLabel = "LIKENESS", description = "How alike the texts of a group are at least, up to 1; 0.92 when left out.")
    private double least = NearItems.ALMOST_THE_SAME;

    SimilarCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Answer answer(Workbench bench, Project project) {
        if (project.kind() != ProjectKind.TEXT) {
            throw new UsageException("The project \"" + project.name() + "\" holds no texts; only texts can be compared by their meaning.");
        }
        if (count < 1) {
            throw new UsageException("--count must be at least 1.");
        }
        try (ConsoleProgress progress = progress()) {
            if (item == null && words.isBlank()) {
                return groups(bench, bench.near().groups(project, least, progress, surroundings().token()));
            }
            List<ItemId> ids = bench.catalogue().find(project, query, new Author.Annotator(annotator()), ItemSort.IMPORTED);
            if (item != null && !bench.catalogue().find(project, "", new Author.Annotator(annotator()), ItemSort.IMPORTED)
                    .contains(new ItemId(item))) {
                throw new UsageException("The project \"" + project.name() + "\" has no item " + item + ".");
            }
            return near(bench, item == null
                    ? bench.near().like(words, ids, count, progress, surroundings().token())
                    : bench.near().like(new ItemId(item), ids, count, progress, surroundings().token()));
        }
    }

    private static Answer near(Workbench bench, List<NearItems.Near> near) {
        Map<ItemId, String> excerpts = bench.texts().excerpts(near.stream().map(one -> one.item().id()).toList());
        return new Answer(
                Fields.of("items", near.stream().map(one -> Fields.of("id", one.item().id().value()).with("name", one.item().name())
                        .with("likeness", one.likeness()).with("excerpt", excerpts.getOrDefault(one.item().id(), "")).toMap()).toList())
                        .toMap(),
                near.stream().map(one -> "%s  %6d  %s  %s".formatted(Descriptions.number(one.likeness()), one.item().id().value(),
                        one.item().name(), excerpts.getOrDefault(one.item().id(), ""))).toList());
    }

    private static Answer groups(Workbench bench, List<List<ItemId>> groups) {
        List<Object> json = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (List<ItemId> group : groups) {
            List<Item> items = group.stream().map(bench.catalogue()::item).toList();
            json.add(items.stream().map(one -> Fields.of("id", one.id().value()).with("name", one.name()).toMap()).toList());
            text.add(String.join("  ", items.stream().map(one -> one.id().value() + " " + one.name()).toList()));
        }
        return new Answer(Fields.of("groups", json).toMap(), groups.isEmpty() ? List.of("No two texts say almost the same.") : text);
    }
}
