package labelwright.engine.text;

import java.util.List;

/// A text and all its spans; they may lie within each other.
public record LabelledSpans(String text, List<SpanOf> spans) {

    public LabelledSpans {
        spans = List.copyOf(spans);
    }
}
