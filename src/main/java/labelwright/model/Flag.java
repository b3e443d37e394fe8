package labelwright.model;

import java.util.Map;
import java.util.TreeMap;

/// Facts about a region that are true or not. They are kept as attributes of that name with the value `1`, which is what VOC and COCO files
/// have; a fact that is not true has no attribute.
public enum Flag {
    /// Something lies before it.
    OCCLUDED(RegionFacts.OCCLUDED),
    /// It reaches beyond the picture.
    TRUNCATED(RegionFacts.TRUNCATED),
    /// Hard to tell; many measures leave it out.
    DIFFICULT(RegionFacts.DIFFICULT),
    /// Its place and form are right and must not be changed by a slip of the hand.
    PINNED(RegionFacts.PINNED);

    public static final String SET = "1";

    private final String key;

    Flag(String key) {
        this.key = key;
    }

    /// The name of the attribute.
    public String key() {
        return key;
    }

    /// The attributes with the flag set.
    public Map<String, String> on(Map<String, String> attributes) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changed.put(key(), SET);
        return changed;
    }

    /// The attributes without the flag.
    public Map<String, String> off(Map<String, String> attributes) {
        Map<String, String> changed = new TreeMap<>(attributes);
        changed.remove(key());
        return changed;
    }
}
