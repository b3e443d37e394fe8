package labelwright.engine;

import java.util.List;

import labelwright.geometry.Bounds;

/// One object found by a model.
///
/// @param label index into the model's labels, the most probable one
/// @param score probability of that label, 0 to 1; it also says how well the box is expected to fit
/// @param bounds continuous pixels of the original picture, clamped to it
/// @param labelProbabilities one probability for each label, each 0 to 1; they are independent and do not sum to 1
public record Detection(int label, double score, Bounds bounds, List<Double> labelProbabilities) {}
