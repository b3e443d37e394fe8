package labelwright.media.sample;

/// A cell put somewhere on the slide.
record Placed(CellKind kind, Body body) {}
