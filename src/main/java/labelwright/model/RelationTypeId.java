package labelwright.model;

/// Names a type of relation in its project; stays when the type is renamed.
public record RelationTypeId(long value) implements Comparable<RelationTypeId> {
    @Override
    public int compareTo(RelationTypeId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
