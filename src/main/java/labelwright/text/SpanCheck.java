package labelwright.text;

import labelwright.geometry.TextSpan;

/// What became of a span that was held against its text.
public sealed interface SpanCheck {

    /// The text at the offsets is what the span says. Its covered text is now written exactly as in the text.
    record Fits(TextSpan span) implements SpanCheck {}

    /// The text at the offsets is another, but what the span says occurs once: it was moved there.
    record Moved(TextSpan span) implements SpanCheck {}

    /// The span cannot be placed.
    record Refused(Reason reason) implements SpanCheck {}

    /// Why a span cannot be placed.
    enum Reason {
        /// The offsets lie beyond the text, and what the span says occurs nowhere.
        BEYOND_TEXT,
        /// What the span says occurs nowhere.
        NOT_FOUND,
        /// What the span says occurs more than once.
        AMBIGUOUS
    }
}
