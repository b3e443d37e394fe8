package labelwright.exchange.voc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import labelwright.exchange.ExchangeException;
import labelwright.exchange.FileNames;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.SplitWords;
import labelwright.exchange.TextFiles;
import labelwright.model.Split;

/// The name lists under `ImageSets/Main`: `train.txt`, `val.txt`, `test.txt`, one name a line, `trainval.txt` counting where no other list
/// names the picture. Lists of single classes (`cat_train.txt`) say nothing about splits.
final class VocSplits {
    private static final Pattern FLAG = Pattern.compile("\\s+-?[01]$");
    private static final String FOLDER = "ImageSets/Main/";

    private final Map<String, Split> byName = new HashMap<>();
    private final ReadProblems problems;

    VocSplits(ReadProblems problems) {
        this.problems = problems;
    }

    static boolean isList(String path) {
        return path.endsWith(".txt") && (path.startsWith(FOLDER) || path.contains("/" + FOLDER))
                && (isTrainval(path) || SplitWords.of(FileNames.stem(FileNames.last(path))).isPresent());
    }

    private static boolean isTrainval(String path) {
        return FileNames.last(path).equals("trainval.txt");
    }

    /// @param paths of all lists, relative to `root`
    void read(Path root, List<String> paths) {
        paths.stream().filter(path -> !isTrainval(path)).forEach(path -> readList(root, path));
        paths.stream().filter(VocSplits::isTrainval).forEach(path -> readList(root, path));
    }

    private void readList(Path root, String path) {
        Split split = SplitWords.of(FileNames.stem(FileNames.last(path))).orElse(Split.NONE);
        String base = path.substring(0, path.indexOf(FOLDER));
        try {
            for (String line : TextFiles.read(root.resolve(path)).lines()) {
                String name = line.strip();
                if (name.isEmpty()) {
                    continue;
                }
                put(base + name, split, path, isTrainval(path));
                byName.putIfAbsent(base + line, split);
                String withoutFlag = FLAG.matcher(name).replaceFirst("");
                if (!withoutFlag.equals(name)) {
                    byName.putIfAbsent(base + withoutFlag, split);
                }
            }
        } catch (IOException e) {
            problems.refused(path, "The list cannot be read: %s. Its pictures have no split.".formatted(ExchangeException.reason(e)));
        }
    }

    private void put(String name, Split split, String path, boolean yields) {
        Split before = byName.putIfAbsent(name, split);
        if (before != null && before != split && !yields) {
            problems.repaired(path,
                    "\"%s\" is in the list of %s too; it stays in %s.".formatted(FileNames.last(name), before.key(), before.key()));
        }
    }

    /// @param base what comes before `Annotations/` in the path, empty or ending in `/`
    /// @param name below `Annotations`, without extension
    Optional<Split> of(String base, String name) {
        Split split = byName.get(base + name);
        return Optional.ofNullable(split == null ? byName.get(base + FileNames.last(name)) : split);
    }
}
