package labelwright.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that a training run needs beside the data.
///
/// @param family which kind of network, for example `detection`
/// @param query which items, in the query language of the Data screen; empty for all that are labelled
/// @param seed where all chance starts from
/// @param settings the family's hyper-parameters by name; what is missing has the family's default
public record Recipe(String family, String query, long seed, SortedMap<String, String> settings) {
    public Recipe {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    public Recipe withSettings(Map<String, String> more) {
        SortedMap<String, String> merged = new TreeMap<>(settings);
        merged.putAll(more);
        return new Recipe(family, query, seed, merged);
    }
}
