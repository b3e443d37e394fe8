package labelwright.ui.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.model.ItemId;
import labelwright.workbench.NearItems;

/// What a search by meaning found.
///
/// @param title what was looked for, for people
/// @param values cosines, the most alike first
record Likeness(String title, Map<ItemId, Double> values) {
    /// Most that are kept; what is further down is hardly alike any more.
    static final int MOST = 500;

    static Likeness of(String title, List<NearItems.Near> near) {
        Map<ItemId, Double> values = new LinkedHashMap<>();
        near.forEach(one -> values.put(one.item().id(), one.likeness()));
        return new Likeness(title, values);
    }

    /// Those of the found ones that are among these too, the most alike first.
    List<ItemId> among(Set<ItemId> ids) {
        return values.keySet().stream().filter(ids::contains).toList();
    }
}
