package labelwright.settings;

import java.util.Map;
import java.util.TreeMap;

/// Small choices by name, such as whether rulers are shown; each has a default where it is used. Immutable.
public record Preferences(Map<String, String> values) {
    public static final Preferences NONE = new Preferences(Map.of());

    public Preferences {
        values = Map.copyOf(values);
    }

    public String word(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    /// A number that is missing or no number gives the fallback.
    public double number(String key, double fallback) {
        try {
            double number = Double.parseDouble(values.getOrDefault(key, ""));
            return Double.isFinite(number) ? number : fallback;
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    public Preferences with(String key, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        changed.put(key, value);
        return new Preferences(changed);
    }
}
