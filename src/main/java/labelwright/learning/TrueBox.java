package labelwright.learning;

import labelwright.geometry.Bounds;

/// An object that is really there. @param label index of its label
public record TrueBox(int label, Bounds bounds) {}
