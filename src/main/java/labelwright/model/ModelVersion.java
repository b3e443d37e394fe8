package labelwright.model;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/// A trained network that can suggest.
///
/// @param family which kind of network, for example `detection`
/// @param run the run it came from; null for an imported file
/// @param labels what its outputs mean, in order; kept by name because a project's labels can change
/// @param folder relative to the workspace's `models` folder
/// @param metrics of the validation split
public record ModelVersion(ModelId id, ProjectId project, String name, String family, Stage stage, @Nullable RunId run, List<String> labels,
        String folder, SortedMap<String, Double> metrics, Instant created) {

    /// How far people trust it.
    public enum Stage {
        CANDIDATE, PRODUCTION, ARCHIVED
    }
}
