package labelwright.model;

/// Names an annotation; see [AnnotationIds].
public record AnnotationId(long value) implements Comparable<AnnotationId> {
    @Override
    public int compareTo(AnnotationId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
