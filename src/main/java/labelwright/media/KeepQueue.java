package labelwright.media;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Tiles that took long to make and wait for their turn to be written to disk, the oldest first; one that is being written stays until that
/// is done, so that it can be had all the time. Not safe for several threads: the owner holds its lock.
final class KeepQueue {
    private final Map<TileKey, Picture> waiting = new LinkedHashMap<>();
    private final Map<TileKey, Picture> writing = new LinkedHashMap<>();
    private final long mostBytes;
    private long bytes;

    KeepQueue(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    record Entry(TileKey key, Picture tile) {}

    void add(TileKey key, Picture tile) {
        if (get(key) == null) {
            waiting.put(key, tile);
            bytes += ShownTile.weight(tile);
        }
    }

    @Nullable
    Picture get(TileKey key) {
        Picture tile = waiting.get(key);
        return tile == null ? writing.get(key) : tile;
    }

    /// Whether the next one has to be written before more are made.
    boolean isFull() {
        return bytes > mostBytes && !waiting.isEmpty();
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    boolean isWriting() {
        return !writing.isEmpty();
    }

    /// The oldest, or null; [#written] has to follow.
    @Nullable
    Entry begin() {
        Iterator<Map.Entry<TileKey, Picture>> all = waiting.entrySet().iterator();
        if (!all.hasNext()) {
            return null;
        }
        Map.Entry<TileKey, Picture> oldest = all.next();
        all.remove();
        writing.put(oldest.getKey(), oldest.getValue());
        return new Entry(oldest.getKey(), oldest.getValue());
    }

    void written(Entry entry) {
        writing.remove(entry.key);
        bytes -= ShownTile.weight(entry.tile);
    }

    /// Forgets those that wait.
    void clear() {
        for (Picture tile : waiting.values()) {
            bytes -= ShownTile.weight(tile);
        }
        waiting.clear();
    }
}
