package labelwright.exchange.yolo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.Layout;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.Repeats;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TextFiles;
import labelwright.model.Problem.Action;
import labelwright.model.Split;

/// Which pictures a data set names, and for which split.
final class YoloSplits {
    private final YoloFiles files;
    private final ReadProblems problems;
    private final Repeats repeats;
    private final Map<String, Split> pictures = new HashMap<>();
    private final Map<String, Split> folders = new LinkedHashMap<>();
    private final Set<String> lists = new LinkedHashSet<>();

    YoloSplits(YoloFiles files, RecordSink sink) {
        this.files = files;
        this.problems = new ReadProblems(sink);
        this.repeats = new Repeats(sink);
    }

    /// @param file the description's own path
    void read(String file, YoloDescription description) {
        List<String> bases = new ArrayList<>();
        String own = FileNames.folder(file);
        String base = String.join("/", List.of(description.base().replace('\\', '/').split("/")).stream()
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals("..")).toList());
        if (!base.isEmpty()) {
            bases.add(FileNames.join(own, base));
        }
        bases.add(own);
        bases.add("");
        description.entries().forEach((split, entries) -> entries.forEach(entry -> readEntry(file, entry, split, bases)));
        repeats.finish(file);
    }

    /// Lists beside the pictures that no description refers to: `train.txt` and the like, with names of pictures.
    void readLooseLists() {
        for (String text : files.texts()) {
            Optional<Split> split = text.contains("/") ? Optional.empty() : SplitWords.of(FileNames.stem(text));
            if (split.isPresent() && !lists.contains(text) && firstLine(text).filter(FileNames::isPicture).isPresent()) {
                readList(text, split.get(), List.of(""));
            }
        }
    }

    private void readEntry(String file, String entry, Split split, List<String> bases) {
        if (FileNames.isPicture(entry)) {
            readPicture(file, entry, split, bases);
            return;
        }
        boolean isList = FileNames.extension(entry).equals("txt");
        Optional<String> found = PathMatch.find(entry, bases,
                path -> isList ? files.texts().contains(path) : files.folders().contains(path));
        if (found.isEmpty()) {
            problems.skipped(file, "There is no \"%s\" in this folder, where the pictures for %s should be.".formatted(entry, split.key()));
        } else if (isList) {
            readList(found.get(), split, bases);
        } else {
            folders.putIfAbsent(found.get(), split);
        }
    }

    private void readList(String list, Split split, List<String> bases) {
        lists.add(list);
        List<String> starts = new ArrayList<>(List.of(FileNames.folder(list)));
        starts.addAll(bases);
        try {
            int number = 0;
            for (String line : TextFiles.read(files.resolve(list)).lines()) {
                number++;
                if (!line.isBlank()) {
                    readPicture("%s, line %d".formatted(list, number), line.strip(), split, starts);
                }
            }
        } catch (IOException e) {
            problems.refused(list, "The list cannot be read: %s. Its pictures have no split.".formatted(ExchangeException.reason(e)));
        }
        repeats.finish(list);
    }

    private void readPicture(String where, String written, Split split, List<String> bases) {
        Optional<String> found = PathMatch.find(written, bases, files.pictures()::containsKey);
        if (found.isEmpty()) {
            repeats.report(Action.SKIPPED, () -> where + ", " + written, "The listed picture is not in this folder.");
            return;
        }
        Split before = pictures.putIfAbsent(found.get(), split);
        if (before != null && before != split) {
            problems.repaired(where, "%s is listed for %s too; it stays in %s.".formatted(found.get(), before.key(), before.key()));
        }
    }

    private Optional<String> firstLine(String text) {
        try {
            return TextFiles.read(files.resolve(text)).lines().stream().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    /// Whether the data set says which pictures belong to it.
    boolean areNamed() {
        return !pictures.isEmpty() || !folders.isEmpty();
    }

    boolean isList(String text) {
        return lists.contains(text);
    }

    boolean names(String picture) {
        return pictures.containsKey(picture) || folders.keySet().stream().anyMatch(folder -> picture.startsWith(folder + "/"));
    }

    Split of(String picture) {
        Optional<Split> ofFolder = Layout.of(picture).split();
        if (ofFolder.equals(Optional.of(Split.NONE))) {
            return Split.NONE;
        }
        Split listed = pictures.get(picture);
        if (listed != null) {
            return listed;
        }
        return folders.entrySet().stream().filter(entry -> picture.startsWith(entry.getKey() + "/")).map(Map.Entry::getValue).findFirst()
                .or(() -> ofFolder).orElse(Split.NONE);
    }
}
