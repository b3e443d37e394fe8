package labelwright.media;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/// Things up to a number of bytes; the longest unused go first. A thing heavier than the whole budget is not kept.
/// Not safe for several threads: the owner holds its lock.
final class WeightedLru<K, V> {

    private static final int FIRST_CAPACITY = 64;
    private static final float LOAD = 0.75f;

    private final LinkedHashMap<K, V> things = new LinkedHashMap<>(FIRST_CAPACITY, LOAD, true);
    private final long maxBytes;
    private final ToLongFunction<V> weight;
    private long bytes;
    private long evictions;

    WeightedLru(long maxBytes, ToLongFunction<V> weight) {
        if (maxBytes < 0) {
            throw new IllegalArgumentException("A cache cannot hold " + maxBytes + " bytes");
        }
        this.maxBytes = maxBytes;
        this.weight = weight;
    }

    /// The thing, which becomes the most recently used, or null.
    @Nullable
    V get(K key) {
        return things.get(key);
    }

    void put(K key, V thing) {
        remove(key);
        long added = weight.applyAsLong(thing);
        if (added > maxBytes) {
            return;
        }
        things.put(key, thing);
        bytes += added;
        Iterator<Map.Entry<K, V>> oldest = things.entrySet().iterator();
        while (bytes > maxBytes) {
            bytes -= weight.applyAsLong(oldest.next().getValue());
            oldest.remove();
            evictions++;
        }
    }

    void remove(K key) {
        V removed = things.remove(key);
        if (removed != null) {
            bytes -= weight.applyAsLong(removed);
        }
    }

    void clear() {
        things.clear();
        bytes = 0;
    }

    int size() {
        return things.size();
    }

    long maxBytes() {
        return maxBytes;
    }

    long bytes() {
        return bytes;
    }

    long evictions() {
        return evictions;
    }
}
