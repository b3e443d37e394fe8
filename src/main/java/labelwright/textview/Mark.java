package labelwright.textview;

import java.util.List;

import labelwright.model.Annotation;

/// What is drawn of one span in one row. In pixels from the left of the row.
///
/// @param strokes the stretches that the span covers, from the left
/// @param gaps the stretches between its fragments
/// @param lane from 0, counted downwards
/// @param tag what is written at the beginning, empty for nothing
/// @param tagAt where the tag begins
/// @param edges which ends of the span lie in this row
record Mark(Annotation span, Layer layer, List<Stretch> strokes, List<Stretch> gaps, int lane, String tag, double tagAt, Edges edges) {
    Mark {
        strokes = List.copyOf(strokes);
        gaps = List.copyOf(gaps);
    }

    /// From one place to another along a row.
    record Stretch(double from, double to) {
        double width() {
            return to - from;
        }

        double middle() {
            return (from + to) / 2;
        }
    }

    /// Where the first and the last code point of a span have their outer edge, in the direction in which they read; NaN when that end lies in another row.
    record Edges(double start, double end) {}

    /// Whose span it is.
    enum Layer {
        ANNOTATION, SUGGESTION
    }

    double left() {
        return Math.min(leftOf(strokes), leftOf(gaps));
    }

    double right() {
        return Math.max(rightOf(strokes), rightOf(gaps));
    }

    static double leftOf(List<Stretch> stretches) {
        return stretches.stream().mapToDouble(Stretch::from).min().orElse(Double.POSITIVE_INFINITY);
    }

    static double rightOf(List<Stretch> stretches) {
        return stretches.stream().mapToDouble(Stretch::to).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
