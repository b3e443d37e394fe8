package labelwright.exchange;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.Shape;

/// One labelled region, inside its picture wherever the picture's size is known.
///
/// @param attributes facts beside the label by name; the score is among them too
/// @param score when a model made the region and said how sure it was
/// @param key names the region within its item, so that relations can speak of it; null when none does
public record RegionRecord(String label, Shape shape, Map<String, String> attributes, @Nullable Double score, @Nullable String key) {
    public static final String SCORE = "score";

    public RegionRecord {
        attributes = Map.copyOf(attributes);
    }

    /// The score is taken from the attributes where there is one.
    public static RegionRecord of(String label, Shape shape, Map<String, String> attributes) {
        return new RegionRecord(label, shape, attributes, parseScore(attributes.get(SCORE)), null);
    }

    public RegionRecord withKey(String changed) {
        return new RegionRecord(label, shape, attributes, score, changed);
    }

    public RegionRecord withShape(Shape changed) {
        return new RegionRecord(label, changed, attributes, score, key);
    }

    static @Nullable Double parseScore(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException ignored) {
            return null;
        }
    }
}
