package labelwright.ui.control;

import java.text.Bidi;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/// Breaks long lines of words on a screen.
///
/// Text that runs from right to left stays on one line: JavaFX 26.0.2 throws an ArrayIndexOutOfBoundsException in the layout when it has to
/// break such a line, which leaves the window unusable. A long line that is cut with an ellipsis is the smaller evil.
public final class Wrapping {
    private Wrapping() {}

    public static void of(Labeled words) {
        words.wrapTextProperty().bind(safe(words.textProperty()));
    }

    public static void of(TextArea words) {
        words.wrapTextProperty().bind(safe(words.textProperty()));
    }

    /// Breaks the lines of a cell.
    ///
    /// @param width of a line
    public static void of(Text words, ObservableDoubleValue width) {
        words.wrappingWidthProperty().bind(Bindings.when(safe(words.textProperty())).then(width).otherwise(0.0));
    }

    private static BooleanBinding safe(ObservableStringValue words) {
        return Bindings.createBooleanBinding(() -> {
            String text = words.get();
            return text == null || !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        }, words);
    }
}
