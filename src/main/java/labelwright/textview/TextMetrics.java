package labelwright.textview;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide pieces of text are in one font, in pixels. Remembers what it measured. FX thread.
///
/// Letters that stand for themselves (Latin, Chinese, kana) are added up; everything that is shaped or joined is measured as a whole.
final class TextMetrics {
    private static final int REMEMBERED = 8_000;
    private static final int LATIN = 0x250;
    static final int TAB_SPACES = 4;
    private static final double TAG = 0.68;
    private static final double SMALLEST_TAG = 9;
    private static final double LARGEST_TAG = 14;

    private final Font font;
    private final double height;
    private final double ascent;
    private final Map<Character, Double> letters = new HashMap<>();
    private final Map<String, Double> pieces = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    TextMetrics(Font font) {
        this.font = font;
        Text sample = new Text("Ag");
        sample.setFont(font);
        height = Math.ceil(sample.getLayoutBounds().getHeight());
        ascent = sample.getBaselineOffset();
    }

    Font font() {
        return font;
    }

    /// Of a row in letters of this font.
    double height() {
        return height;
    }

    /// The size of tags and numbers beside letters of this size, in pixels.
    static double tagSize(double size) {
        return Math.clamp(size * TAG, SMALLEST_TAG, LARGEST_TAG);
    }

    /// Room for a line and a tag below letters of this font.
    double lane() {
        return tagSize(font.getSize()) + 4;
    }

    /// Room for an arc above letters of this font.
    double arc() {
        return tagSize(font.getSize()) + 5;
    }

    /// From the top of a row to its base line.
    double ascent() {
        return ascent;
    }

    double width(String piece) {
        double sum = 0;
        for (int i = 0; i < piece.length(); i++) {
            char each = piece.charAt(i);
            if (each == '\t') {
                sum += TAB_SPACES * letter(' ');
            } else if (standsAlone(each)) {
                sum += letter(each);
            } else {
                return pieces.computeIfAbsent(piece, this::measure);
            }
        }
        return sum;
    }

    private double letter(char each) {
        return letters.computeIfAbsent(each, letter -> measure(String.valueOf(letter)));
    }

    private double measure(String piece) {
        Text text = new Text(piece);
        text.setFont(font);
        text.setTabSize(TAB_SPACES);
        return text.getLayoutBounds().getWidth();
    }

    private static boolean standsAlone(char each) {
        boolean latin = each >= ' ' && each < LATIN;
        boolean wide = each >= 0x3000 && each < 0xA000 && (each < 0x3099 || each > 0x309A);
        return latin || wide || (each >= 0xFF01 && each < 0xFF5F);
    }
}
