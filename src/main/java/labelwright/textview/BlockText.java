package labelwright.textview;

import java.text.Bidi;

import org.jspecify.annotations.Nullable;

import labelwright.text.CodePoints;
import labelwright.textview.flow.DisplayText;

/// The letters of one block as they are shown, with their directions.
///
/// @param startUnit where the block begins in the whole text, in UTF-16 units
/// @param directions null where everything reads from left to right
record BlockText(CodePoints text, int start, int end, int startUnit, String shown, @Nullable Bidi directions) {

    static BlockText of(CodePoints text, int start, int end) {
        String shown = DisplayText.of(text.text(start, end));
        boolean mixed = Bidi.requiresBidi(shown.toCharArray(), 0, shown.length());
        @Nullable
        Bidi directions = mixed ? new Bidi(shown, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT) : null;
        return new BlockText(text, start, end, text.toUtf16(start), shown, directions);
    }

    boolean isRightToLeft() {
        return directions != null && !directions.baseIsLeftToRight();
    }

    /// The code point at an index into [#shown].
    int codePoint(int unit) {
        return text.ofUtf16(startUnit + unit);
    }

    /// The index into [#shown] of a code point.
    int unit(int codePoint) {
        return text.toUtf16(codePoint) - startUnit;
    }
}
