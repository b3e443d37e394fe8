package labelwright.engine.text;

import java.util.Set;

/// A text and the labels it has; none is an answer too.
public record LabelledText(String text, Set<String> labels) {

    public LabelledText {
        labels = Set.copyOf(labels);
    }
}
