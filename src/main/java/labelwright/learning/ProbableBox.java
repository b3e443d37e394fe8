package labelwright.learning;

import java.util.List;

import labelwright.geometry.Bounds;

/// A box found in one dropout pass.
///
/// @param probabilities one for each label, each 0 to 1
public record ProbableBox(Bounds bounds, List<Double> probabilities) {}
