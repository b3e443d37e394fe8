package labelwright.store;

import labelwright.model.Split;

/// What a model was measured to be on a split.
///
/// @param report the text that was given to be kept
public record StoredEvaluation(Split split, String report) {}
