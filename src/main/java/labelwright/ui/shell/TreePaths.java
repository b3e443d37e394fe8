package labelwright.ui.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import labelwright.model.AttributeType;

/// The places of a tree as a person enters them: one a line, either whole paths such as `Animal/Dog`, or names indented below the line that they
/// belong to. A line with deeper lines below it is a heading; where it can be chosen too, its path is a line of its own elsewhere.
final class TreePaths {
    private static final int TAB = 4;

    private TreePaths() {}

    private record Entry(int depth, String name) {}

    /// @return paths in the order of the lines, repeats and all
    static List<String> read(String text) {
        List<Entry> entries = text.strip().lines().count() > 1
                ? text.lines().filter(line -> !line.isBlank()).map(line -> new Entry(depth(line), name(line))).toList()
                : Arrays.stream(text.split("[,，、;]")).map(part -> new Entry(0, name(part))).filter(entry -> !entry.name.isEmpty()).toList();
        List<String> paths = new ArrayList<>();
        List<Entry> above = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            above.removeIf(other -> other.depth >= entry.depth);
            above.add(entry);
            if (i + 1 == entries.size() || entries.get(i + 1).depth <= entry.depth) {
                paths.add(String.join(AttributeType.STEP, above.stream().map(Entry::name).toList()));
            }
        }
        return paths;
    }

    static String write(List<String> paths) {
        return String.join("\n", paths);
    }

    private static int depth(String line) {
        int depth = 0;
        for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            depth += line.charAt(i) == '\t' ? TAB : 1;
        }
        return depth;
    }

    /// Without spaces around its parts, and without empty parts.
    private static String name(String line) {
        return String.join(AttributeType.STEP,
                Arrays.stream(line.split(AttributeType.STEP)).map(String::strip).filter(part -> !part.isEmpty()).toList());
    }
}
