package labelwright.engine.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import labelwright.engine.text.WordSplitter.Unit;
import labelwright.geometry.TextRange;

/// How spans become tags, one for each unit and layer, and back. A layer holds some labels whose spans never overlap: outside is 0, the first unit of the k-th label is 1 + 2k, the others
/// 2 + 2k. Where spans of the training texts lie within each other, each label has a layer of its own.
///
/// @param groups labels of each layer, as indices
record TagLayers(List<List<Integer>> groups) {

    static TagLayers of(int labels, boolean overlapping) {
        List<Integer> all = new ArrayList<>();
        List<List<Integer>> each = new ArrayList<>();
        for (int label = 0; label < labels; label++) {
            all.add(label);
            each.add(List.of(label));
        }
        return new TagLayers(overlapping ? each : List.of(all));
    }

    int layers() {
        return groups.size();
    }

    int tags(int layer) {
        return 1 + 2 * groups.get(layer).size();
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

    /// The tags of a layer. A span that begins or ends within a unit takes the whole unit; of two spans that share a unit in one layer the longer one stays.
    int[] encode(int layer, List<Unit> units, List<Labelled> spans) {
        int[] tags = new int[units.size()];
        List<Labelled> longestFirst = spans.stream().filter(span -> groups.get(layer).contains(span.label))
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
            if (to > from && Arrays.stream(tags, from, to).allMatch(tag -> tag == 0)) {
                int first = 1 + 2 * groups.get(layer).indexOf(span.label);
                Arrays.fill(tags, from, to, first + 1);
                tags[from] = first;
            }
        }
        return tags;
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
                spans.add(new Stretch(groups.get(layer).get(tags[at] / 2), at, to));
            }
        }
        return spans;
    }

    /// Whether some two spans share a code point.
    static boolean overlap(List<SpanOf> spans) {
        List<TextRange> sorted = spans.stream().map(SpanOf::range).sorted().toList();
        int end = -1;
        for (TextRange range : sorted) {
            if (range.start() < end) {
                return true;
            }
            end = Math.max(end, range.end());
        }
        return false;
    }
}
