package labelwright.model;

import java.time.Instant;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/// One execution of a recipe.
///
/// @param folder where its checkpoints and log are, relative to the workspace's `models` folder
/// @param environment device, library versions and whatever else is needed to run it again
/// @param metrics of the best checkpoint on the validation split
public record Run(RunId id, ProjectId project, String name, Recipe recipe, RunState state, String folder, Progress progress,
        SortedMap<String, String> environment, SortedMap<String, Double> metrics) {

    /// When it ran, on what, and how far it came.
    ///
    /// @param dataHash SHA-256 over the items, labels and splits it was trained on, in hex; empty before it started
    /// @param failure one plain sentence when the run failed, else empty
    public record Progress(@Nullable Instant started, @Nullable Instant ended, int epochs, String dataHash, String failure) {}
}
