package labelwright.textview.gesture;

import java.util.ArrayList;
import java.util.List;

import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.AnnotationId;

/// An end of a fragment of a span, which can be moved.
///
/// @param fragment its number, from 0
public record Grip(AnnotationId span, int fragment, Side side) {

    /// In the order of the text, whatever way it reads.
    public enum Side {
        START, END
    }

    /// Where the grip is.
    int place(List<TextRange> fragments) {
        TextRange range = fragments.get(fragment);
        return side == Side.START ? range.start() : range.end();
    }

    /// The fragments with this end moved. An end that is drawn over the other one changes sides with it.
    List<TextRange> moved(List<TextRange> fragments, int to) {
        TextRange range = fragments.get(fragment);
        int fixed = side == Side.START ? range.end() : range.start();
        List<TextRange> changed = new ArrayList<>(fragments);
        if (fixed != to) {
            changed.set(fragment, new TextRange(Math.min(fixed, to), Math.max(fixed, to)));
        }
        return TextSpan.merged(changed);
    }
}
