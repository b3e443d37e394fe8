package labelwright.model.query;

import java.util.Map;

import labelwright.model.LabelId;
import labelwright.model.Split;
import labelwright.model.WorkState;

/// How the items of a query divide. Values that no item has are missing.
///
/// @param labels items that have at least one annotation with the label
public record Facets(Map<WorkState, Long> states, Map<LabelId, Long> labels, Map<Split, Long> splits, long total) {
    public Facets {
        states = Map.copyOf(states);
        labels = Map.copyOf(labels);
        splits = Map.copyOf(splits);
    }
}
