package labelwright.exchange;

import java.util.LinkedHashMap;
import java.util.Map;

import labelwright.model.RegionFacts;

/// Attributes that several formats know by the same name, each with the value that says nothing and is left out of the attributes.
public final class Facts {
    public static final String CROWD = RegionFacts.CROWD;
    /// The box around the object that a skeleton or a mask belongs to, when it is not simply the box around the points: `x y width height`.
    public static final String BOX = "box";
    /// In the order in which they are written.
    public static final Map<String, String> USUAL = usual();

    private Facts() {}

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("pose", "Unspecified");
        usual.put(RegionFacts.TRUNCATED, "0");
        usual.put(RegionFacts.DIFFICULT, "0");
        usual.put(RegionFacts.OCCLUDED, "0");
        usual.put(CROWD, "0");
        return usual;
    }

    /// Adds the attribute unless it says nothing. Of the usual facts, false and 0.0 mean 0, true and 1.0 mean 1.
    public static void put(Map<String, String> attributes, String name, String value) {
        String usual = USUAL.get(name);
        String text = usual == null ? value : switch (value) {
            case "False", "false", "0.0" -> "0";
            case "True", "true", "1.0" -> "1";
            default -> value;
        };
        if (!text.isEmpty() && !text.equals(usual)) {
            attributes.put(name, text);
        }
    }
}
