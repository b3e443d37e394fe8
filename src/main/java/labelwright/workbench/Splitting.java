package labelwright.workbench;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.learning.Splits;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.Split;
import labelwright.model.query.ItemSort;
import labelwright.workbench.WorkbenchException.Reason;

/// Divides the items of a project into train, validation and test.
public final class Splitting {
    private final Catalogue catalogue;

    Splitting(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Divides all items by chance; the same seed gives the same split for the same items.
    ///
    /// @param train whole percent, likewise validation and test; together 100
    public SplitReport bySeed(Project project, int train, int validation, int test, long seed) {
        if (train < 0 || validation < 0 || test < 0 || train + validation + test != 100) {
            throw new WorkbenchException(Reason.INVALID,
                    "The percentages of train, validation and test must not be negative and must be 100 together.");
        }
        List<ItemId> ids = catalogue.find(project, "", new Author.Gold(), ItemSort.IMPORTED);
        catalogue.saveSplits(Splits.divide(ids, new Splits.Percentages(train, validation, test), seed));
        return report(project, List.of());
    }

    /// Puts items into splits by lists of names: `train.txt`, `val.txt` (or `valid.txt`, `validation.txt`) and `test.txt` in the folder, a
    /// name a line, with or without folder and extension. Items in no list stay where they are. A name in several lists belongs to the last
    /// of train, validation, test.
    /// @throws WorkbenchException NOT_FOUND when the folder has no such list
    public SplitReport byLists(Project project, Path folder) {
        Names names = new Names(items(project));
        Map<ItemId, Split> splits = new LinkedHashMap<>();
        List<String> unmatched = new ArrayList<>();
        boolean any = false;
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
            for (String file : files(split)) {
                Path list = folder.resolve(file);
                if (Files.isRegularFile(list)) {
                    any = true;
                    for (String line : lines(list)) {
                        ItemId item = names.find(line);
                        if (item == null) {
                            unmatched.add(line);
                        } else {
                            splits.put(item, split);
                        }
                    }
                }
            }
        }
        if (!any) {
            throw new WorkbenchException(Reason.NOT_FOUND, "There is no train.txt, val.txt or test.txt in " + folder + ".");
        }
        catalogue.saveSplits(splits);
        return report(project, unmatched);
    }

    private SplitReport report(Project project, List<String> unmatched) {
        Map<Split, Long> counts = catalogue.facets(project, "", new Author.Gold()).splits();
        return new SplitReport(counts.getOrDefault(Split.TRAIN, 0L), counts.getOrDefault(Split.VALIDATION, 0L),
                counts.getOrDefault(Split.TEST, 0L), counts.getOrDefault(Split.NONE, 0L), unmatched);
    }

    private List<Item> items(Project project) {
        return catalogue.items(catalogue.find(project, "", new Author.Gold(), ItemSort.NAME));
    }

    private static Set<String> files(Split split) {
        return switch (split) {
            case TRAIN -> Set.of("train.txt");
            case VALIDATION -> Set.of("val.txt", "valid.txt", "validation.txt");
            case TEST -> Set.of("test.txt");
            case NONE -> Set.of();
        };
    }

    private static List<String> lines(Path list) {
        try {
            return Files.readAllLines(list).stream().map(line -> line.replace("\uFEFF", "").strip()).filter(line -> !line.isEmpty())
                    .toList();
        } catch (MalformedInputException e) {
            throw new WorkbenchException(Reason.INVALID, "The list " + list + " is not a text in UTF-8.", e);
        } catch (IOException e) {
            throw new WorkbenchException(Reason.FAILED, "The list " + list + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /// Finds items by whole name, by name without extension, and by the last part of either; a short form that fits several items fits none.
    private static final class Names {
        private final Map<String, ItemId> whole = new HashMap<>();
        private final Map<String, ItemId> shorter = new HashMap<>();
        private static final ItemId SEVERAL = new ItemId(-1);

        Names(List<Item> items) {
            for (Item item : items) {
                whole.put(item.name(), item.id());
                String last = last(item.name());
                for (String form : List.of(stem(item.name()), last, stem(last))) {
                    shorter.merge(form, item.id(), (one, other) -> one.equals(other) ? one : SEVERAL);
                }
            }
        }

        @org.jspecify.annotations.Nullable
        ItemId find(String line) {
            String path = line.replace('\\', '/');
            for (String form : List.of(path, last(path), stem(path), stem(last(path)))) {
                ItemId exact = whole.get(form);
                ItemId found = exact != null ? exact : shorter.get(form);
                if (found != null && !found.equals(SEVERAL)) {
                    return found;
                }
            }
            return null;
        }

        private static String last(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        private static String stem(String path) {
            int dot = path.lastIndexOf('.');
            return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
        }
    }
}
