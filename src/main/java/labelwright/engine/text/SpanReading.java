package labelwright.engine.text;

import java.util.List;

/// What a tagger says about a text.
///
/// @param spans by their start
/// @param uncertainty 0 when sure, 1 at most: from the entropies of the tags
public record SpanReading(List<FoundSpan> spans, double uncertainty) {

    public SpanReading {
        spans = List.copyOf(spans);
    }
}
