package labelwright.model;

/// Names a model version.
public record ModelId(long value) implements Comparable<ModelId> {
    @Override
    public int compareTo(ModelId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
