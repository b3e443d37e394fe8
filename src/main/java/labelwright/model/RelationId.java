package labelwright.model;

/// Names a relation in the whole workspace; from the same source of numbers as [AnnotationId].
public record RelationId(long value) implements Comparable<RelationId> {
    @Override
    public int compareTo(RelationId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
