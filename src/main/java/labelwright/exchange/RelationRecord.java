package labelwright.exchange;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One relation between two regions of an item.
///
/// @param type the name of the type of relation
/// @param from the key of the region where it starts, as [RegionRecord#key] says
/// @param to the key of the region where it ends
public record RelationRecord(String type, String from, String to, Map<String, String> attributes) {
    public RelationRecord {
        attributes = Map.copyOf(attributes);
    }

    public RelationRecord(String type, String from, String to) {
        this(type, from, to, Map.of());
    }

    /// When a model made the relation and said how sure it was, as for regions among the attributes.
    public @Nullable Double score() {
        return RegionRecord.parseScore(attributes.get(RegionRecord.SCORE));
    }
}
