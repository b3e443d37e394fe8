package labelwright.model;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Facts about a region that are true or not. They are kept as attributes of that name with the value `1`, which is what VOC and COCO files
/// have; a fact that is not true has no attribute.
public enum Flag {
    /// Something lies before it.
    OCCLUDED,
    /// It reaches beyond the picture.
    TRUNCATED,
    /// Hard to tell; many measures leave it out.
    DIFFICULT,
    /// Its place and form are right and must not be changed by a slip of the hand.
    PINNED;

    public static final String SET = "1";

    /// The name of the attribute.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
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
