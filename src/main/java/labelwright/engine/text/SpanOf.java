package labelwright.engine.text;

import labelwright.geometry.TextRange;

/// A stretch of a text with its label.
public record SpanOf(String label, TextRange range) {}
