package labelwright.model;

/// Names a label class within its workspace.
public record LabelId(long value) implements Comparable<LabelId> {
    @Override
    public int compareTo(LabelId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
