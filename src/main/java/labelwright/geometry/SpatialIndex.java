package labelwright.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.quadtree.Quadtree;

/// Finds shapes by place without looking at all of them; shapes can be added and taken away at any time. Not thread-safe.
///
/// @param <K> what names a shape; needs equals and hashCode
public final class SpatialIndex<K> {
    private final Map<K, Bounds> bounds = new HashMap<>();
    private Quadtree tree = new Quadtree();

    /// Adds the key, or moves it when it is there already.
    public void put(K key, Bounds place) {
        remove(key);
        bounds.put(key, place);
        tree.insert(envelope(place), key);
    }

    public void remove(K key) {
        Bounds place = bounds.remove(key);
        if (place != null) {
            tree.remove(envelope(place), key);
        }
    }

    public void clear() {
        bounds.clear();
        tree = new Quadtree();
    }

    public int size() {
        return bounds.size();
    }

    /// Keys whose rectangle touches the area, in no particular order.
    public List<K> touching(Bounds area) {
        List<K> found = new ArrayList<>();
        tree.query(envelope(area), item -> {
            @SuppressWarnings("unchecked") // only put() inserts, and only keys
            K key = (K) item;
            Bounds place = bounds.get(key);
            if (place != null && place.intersects(area)) {
                found.add(key);
            }
        });
        return found;
    }

    private static Envelope envelope(Bounds place) {
        return new Envelope(place.x(), place.maxX(), place.y(), place.maxY());
    }
}
