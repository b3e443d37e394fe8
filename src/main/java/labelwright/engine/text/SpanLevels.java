package labelwright.engine.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import labelwright.geometry.TextRange;

/// How deep the spans of training texts lie within each other.
///
/// @param labels names
/// @param overlapping whether some two spans of a text share a letter
/// @param levels of each label: 1 when its spans share no letters with each other
/// @param deeper spans of each label that lie in its second level or below
/// @param tooDeep spans that lie below the last level and are not learned
record SpanLevels(List<String> labels, boolean overlapping, List<Integer> levels, List<Integer> deeper, int tooDeep) {

    /// More levels than people use.
    static final int MOST = 3;

    static SpanLevels of(List<LabelledSpans> texts, List<String> labels) {
        Map<String, Integer> indices = new HashMap<>();
        labels.forEach(label -> indices.putIfAbsent(label, indices.size()));
        List<Integer> levels = new ArrayList<>(Collections.nCopies(labels.size(), 1));
        List<Integer> deeper = new ArrayList<>(Collections.nCopies(labels.size(), 0));
        boolean overlapping = false;
        int tooDeep = 0;
        for (LabelledSpans text : texts) {
            if (!overlap(text.spans())) {
                continue;
            }
            overlapping = true;
            Map<Integer, List<TextRange>> byLabel = new HashMap<>();
            text.spans().stream().distinct().filter(span -> indices.containsKey(span.label()))
                    .forEach(span -> byLabel.computeIfAbsent(indices.getOrDefault(span.label(), 0), _ -> new ArrayList<>())
                            .add(span.range()));
            for (Map.Entry<Integer, List<TextRange>> one : byLabel.entrySet()) {
                int label = one.getKey();
                for (int level : levels(one.getValue())) {
                    levels.set(label, Math.max(levels.get(label), Math.min(MOST, level + 1)));
                    deeper.set(label, deeper.get(label) + (level > 0 ? 1 : 0));
                    tooDeep += level >= MOST ? 1 : 0;
                }
            }
        }
        return new SpanLevels(labels, overlapping, levels, deeper, tooDeep);
    }

    TagLayers layers() {
        return overlapping ? TagLayers.ofEach(levels) : TagLayers.ofOne(labels.size());
    }

    /// For the run's log: empty when no spans share letters.
    String words() {
        if (!overlapping) {
            return "";
        }
        StringBuilder words = new StringBuilder(" Some spans lie within others, so each label has a layer of tags of its own.");
        for (int label = 0; label < labels.size(); label++) {
            if (levels.get(label) > 1) {
                words.append(" \"%s\" has %d layers: %d of its spans lie within another one of the same label.".formatted(labels.get(label),
                        levels.get(label), deeper.get(label)));
            }
        }
        if (tooDeep > 0) {
            words.append(" %d spans lie within more than %d others of their label and are not learned.".formatted(tooDeep, MOST - 1));
        }
        return words.toString();
    }

    /// The level of each range, the longest first: the first one where it shares nothing with a longer range; [#MOST] when there is none.
    private static List<Integer> levels(List<TextRange> ranges) {
        List<NavigableMap<Integer, Integer>> taken = new ArrayList<>();
        for (int level = 0; level < MOST; level++) {
            taken.add(new TreeMap<>());
        }
        List<Integer> levels = new ArrayList<>();
        for (TextRange range : ranges.stream().sorted(Comparator.comparingInt((TextRange one) -> -one.length()).thenComparing(one -> one))
                .toList()) {
            int level = 0;
            while (level < MOST && !isFree(taken.get(level), range)) {
                level++;
            }
            if (level < MOST) {
                taken.get(level).put(range.start(), range.end());
            }
            levels.add(level);
        }
        return levels;
    }

    /// @param taken ends by starts; none overlap
    private static boolean isFree(NavigableMap<Integer, Integer> taken, TextRange range) {
        Map.Entry<Integer, Integer> before = taken.lowerEntry(range.end());
        return before == null || before.getValue() <= range.start();
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
