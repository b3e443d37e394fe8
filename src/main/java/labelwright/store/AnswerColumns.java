package labelwright.store;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// What one author answered to the items of a project, by the items' places. Guarded by the [Catalogue] that owns it.
final class AnswerColumns {
    private final byte[] states;
    private final int[] annotations;
    private final BitSet suggested = new BitSet();
    private final Map<Long, BitSet> labels = new HashMap<>();

    AnswerColumns(int items) {
        states = new byte[items];
        annotations = new int[items];
    }

    void set(int place, int state, int count) {
        states[place] = (byte) state;
        annotations[place] = count;
    }

    void addLabel(int place, long label) {
        labels.computeIfAbsent(label, _ -> new BitSet(states.length)).set(place);
    }

    void setLabels(int place, Iterable<Long> used) {
        labels.values().forEach(items -> items.clear(place));
        used.forEach(label -> addLabel(place, label));
    }

    /// The places where a model, if the author is one, suggested something, regions or answers; only changed by whoever loads it.
    BitSet suggested() {
        return suggested;
    }

    int state(int place) {
        return states[place];
    }

    int annotations(int place) {
        return annotations[place];
    }

    /// The places of items with the label; not to be changed.
    BitSet withLabel(long label) {
        return labels.getOrDefault(label, new BitSet());
    }

    Map<Long, BitSet> labels() {
        return labels;
    }
}
