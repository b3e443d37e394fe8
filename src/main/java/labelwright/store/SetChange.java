package labelwright.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationList;

/// What is different between two versions of a list of annotations. Costs little when only a few differ, however long the lists are.
///
/// @param removed gone
/// @param changed still there at its place, with another content
/// @param runs new and moved ones by the places where they now stand
/// @param moved those among the runs that were there before
record SetChange(List<AnnotationId> removed, List<Annotation> changed, List<Run> runs, Set<AnnotationId> moved) {

    /// Neighbours that all need a place, between two that have one.
    ///
    /// @param from index of the first one in the new list
    /// @param to index after the last one
    record Run(int from, int to) {}

    static SetChange between(List<Annotation> before, List<Annotation> after) {
        int start = AnnotationList.commonHead(before, after);
        int end = AnnotationList.commonTail(before, after, start);
        return between(before.subList(start, before.size() - end), after.subList(start, after.size() - end), start);
    }

    private static boolean same(Annotation a, Annotation b) {
        return Objects.equals(a, b);
    }

    private static SetChange between(List<Annotation> before, List<Annotation> after, int offset) {
        Map<AnnotationId, Integer> placeBefore = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            placeBefore.put(before.get(i).id(), i);
        }
        int[] places = after.stream().mapToInt(annotation -> placeBefore.getOrDefault(annotation.id(), -1)).toArray();
        boolean[] stays = longestRising(places);
        List<Annotation> changed = new ArrayList<>();
        Set<AnnotationId> moved = new HashSet<>();
        List<Run> runs = new ArrayList<>();
        int runStart = -1;
        for (int i = 0; i < after.size(); i++) {
            Annotation annotation = after.get(i);
            if (places[i] >= 0) {
                placeBefore.remove(annotation.id());
                if (!same(before.get(places[i]), annotation)) {
                    changed.add(annotation);
                }
                if (!stays[i]) {
                    moved.add(annotation.id());
                }
            }
            if (stays[i] && runStart >= 0) {
                runs.add(new Run(offset + runStart, offset + i));
                runStart = -1;
            } else if (!stays[i] && runStart < 0) {
                runStart = i;
            }
        }
        if (runStart >= 0) {
            runs.add(new Run(offset + runStart, offset + after.size()));
        }
        return new SetChange(List.copyOf(placeBefore.keySet()), changed, runs, moved);
    }

    /// Marks a longest rising subsequence of the values that are not negative (patience sorting).
    private static boolean[] longestRising(int[] values) {
        int[] tails = new int[values.length];
        int[] previous = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[tails[middle]] < values[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low == 0 ? -1 : tails[low - 1];
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] marked = new boolean[values.length];
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            marked[i] = true;
        }
        return marked;
    }
}
