package labelwright.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import labelwright.engine.EngineException;
import labelwright.engine.text.WordSplitter.Unit;
import labelwright.geometry.TextRange;

/// How spans become tags, one for each unit and layer, and back. A layer holds some labels whose spans never overlap in it: outside is 0, the first unit of the k-th label is 1 + 2k, the
/// others 2 + 2k. Where spans of the training texts share letters, each label has layers of its own: a first one for its longest spans and, where spans of one label lie within each other,
/// more for the others.
record TagLayers(List<Layer> all) {

    private static final String ONE = "one";
    private static final String EACH = "each";
    private static final int MOST_LEVELS = SpanLevels.MOST;

    /// @param labels as indices
    /// @param level 0 for the longest spans of the labels, 1 for those that share letters with one of them, and so on
    record Layer(List<Integer> labels, int level) {}

    /// One layer for all labels, whose spans share no letters.
    static TagLayers ofOne(int labels) {
        return new TagLayers(List.of(new Layer(IntStream.range(0, labels).boxed().toList(), 0)));
    }

    /// @param levels of each label, at least 1
    static TagLayers ofEach(List<Integer> levels) {
        List<Layer> all = new ArrayList<>();
        for (int label = 0; label < levels.size(); label++) {
            for (int level = 0; level < levels.get(label); level++) {
                all.add(new Layer(List.of(label), level));
            }
        }
        return new TagLayers(all);
    }

    /// As a model's description says it: `one`, or `each` with the number of levels of each label; without numbers each has one.
    String written() {
        if (all.size() == 1 && all.getFirst().labels.size() != 1) {
            return ONE;
        }
        Map<Integer, Integer> levels = new TreeMap<>();
        all.forEach(layer -> levels.merge(layer.labels.getFirst(), 1, Integer::sum));
        return EACH + levels.values().stream().map(count -> " " + count).collect(Collectors.joining());
    }

    /// @throws EngineException if the text is not one that [#written] gives
    static TagLayers read(String written, int labels) throws EngineException {
        if (written.equals(ONE)) {
            return ofOne(labels);
        }
        if (written.equals(EACH)) {
            return ofEach(Collections.nCopies(labels, 1));
        }
        if (written.matches("each( [1-" + MOST_LEVELS + "]){" + labels + "}")) {
            return ofEach(Arrays.stream(written.substring(EACH.length() + 1).split(" ")).map(Integer::valueOf).toList());
        }
        throw new EngineException("The model's description is damaged: it does not say how its tags lie in layers.");
    }

    int layers() {
        return all.size();
    }

    int tags(int layer) {
        return 1 + 2 * all.get(layer).labels.size();
    }

    /// Where a layer's tags begin among those of all layers.
    int offset(int layer) {
        int offset = 0;
        for (int before = 0; before < layer; before++) {
            offset += tags(before);
        }
        return offset;
    }

    int allTags() {
        return offset(layers());
    }

    /// Whether one tag may follow another; -1 stands for the border of the text.
    static boolean mayFollow(int before, int after) {
        boolean inside = after > 0 && after % 2 == 0;
        return !inside || before == after || before == after - 1;
    }

    /// A span in code points.
    record Labelled(int label, TextRange range) {}

    /// The tags of a layer. A span that begins or ends within a unit takes the whole unit; the longest spans come first, and one that shares a unit with a longer one of the
    /// layer's labels is for the next level.
    int[] encode(int layer, List<Unit> units, List<Labelled> spans) {
        List<Integer> labels = all.get(layer).labels;
        int level = all.get(layer).level;
        int[][] tags = new int[level + 1][units.size()];
        List<Labelled> longestFirst = spans.stream().filter(span -> labels.contains(span.label)).distinct()
                .sorted(Comparator.comparingInt((Labelled span) -> -span.range.length()).thenComparing(Labelled::range)).toList();
        for (Labelled span : longestFirst) {
            int from = 0;
            while (from < units.size() && units.get(from).end() <= span.range.start()) {
                from++;
            }
            int to = from;
            while (to < units.size() && units.get(to).start() < span.range.end()) {
                to++;
            }
            int first = 1 + 2 * labels.indexOf(span.label);
            for (int place = 0; place <= level && to > from; place++) {
                if (Arrays.stream(tags[place], from, to).allMatch(tag -> tag == 0)) {
                    Arrays.fill(tags[place], from, to, first + 1);
                    tags[place][from] = first;
                    break;
                }
            }
        }
        return tags[level];
    }

    /// Spans as stretches of units.
    record Stretch(int label, int from, int to) {}

    List<Stretch> decode(int layer, int[] tags) {
        List<Stretch> spans = new ArrayList<>();
        for (int at = 0; at < tags.length; at++) {
            if (tags[at] % 2 == 1) {
                int to = at + 1;
                while (to < tags.length && tags[to] == tags[at] + 1) {
                    to++;
                }
                spans.add(new Stretch(all.get(layer).labels.get(tags[at] / 2), at, to));
            }
        }
        return spans;
    }
}
