package labelwright.engine.text;

import labelwright.geometry.TextRange;

/// A span that a model found.
///
/// @param label index into the model's labels
/// @param score probability of its least sure tag, 0 to 1
public record FoundSpan(int label, TextRange range, double score) {}
