package labelwright.learning;

import labelwright.geometry.Bounds;

/// A found object. @param label index of its label
public record ScoredBox(int label, double score, Bounds bounds) {}
