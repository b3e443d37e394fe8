package labelwright.model;

/// Names an item.
public record ItemId(long value) implements Comparable<ItemId> {
    @Override
    public int compareTo(ItemId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
