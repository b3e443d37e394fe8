package labelwright.textview.gesture;

import java.util.Optional;

import labelwright.geometry.TextRange;

/// Where the keyboard is in the text, and what is marked: everything between the two places. In code points.
///
/// @param anchor where marking began
/// @param at where the caret is
public record Caret(int anchor, int at) {
    public static final Caret START = new Caret(0, 0);

    public static Caret at(int place) {
        return new Caret(place, place);
    }

    /// Marks the range, with the caret at its end.
    public static Caret over(TextRange range) {
        return new Caret(range.start(), range.end());
    }

    /// What is marked, if anything.
    public Optional<TextRange> range() {
        return anchor == at ? Optional.empty() : Optional.of(new TextRange(Math.min(anchor, at), Math.max(anchor, at)));
    }

    /// Moved while marking.
    public Caret extendTo(int place) {
        return new Caret(anchor, place);
    }

    /// Inside a text of this length.
    public Caret within(int length) {
        return new Caret(Math.min(anchor, length), Math.min(at, length));
    }
}
