package labelwright.ui.models;

import labelwright.model.ModelVersion;
import labelwright.model.SuggestionCount;

/// A model in the list.
///
/// @param run the name of the run it came from; empty for an imported file or when the run was deleted
/// @param dataHash of the data it was trained on; empty when it is not known
/// @param counts what people said to its suggestions
record ModelRow(ModelVersion version, String run, String dataHash, SuggestionCount counts) {

    /// Suggestions that were answered.
    long answered() {
        return counts.taken() + counts.changed() + counts.refused();
    }

    /// Which part of the answered suggestions was good as it was; NaN when none was answered.
    double acceptance() {
        return answered() == 0 ? Double.NaN : (double) counts.taken() / answered();
    }

    double metric(String key) {
        return version.metrics().getOrDefault(key, Double.NaN);
    }
}
