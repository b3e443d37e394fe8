package labelwright.textview;

import javafx.scene.paint.Color;

import labelwright.model.Colour;

/// The colours of the surface, and what the colours of labels become on it.
///
/// @param ink of the text
/// @param paper behind it
/// @param accent of what is marked and of the focus
/// @param found behind what a search found
record Palette(Color ink, Color paper, Color accent, Color found) {
    private static final double DARK = 0.4;

    boolean isDark() {
        return luminance(paper) < DARK;
    }

    /// For numbers and signs beside the text.
    Color muted() {
        return ink.interpolate(paper, 0.5);
    }

    /// A label's colour strong enough to be seen as a line.
    Color line(Colour label) {
        return readable(of(label), 1.9);
    }

    /// A label's colour strong enough to be read as small letters.
    Color letters(Colour label) {
        return readable(of(label), 4.5);
    }

    Color tint(Colour label, double strength) {
        Color colour = of(label);
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), strength);
    }

    static Color of(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue());
    }

    /// Moves a colour towards the ink until its contrast to the paper is high enough (WCAG 2.2, contrast ratio).
    private Color readable(Color colour, double wanted) {
        Color end = isDark() ? Color.WHITE : Color.BLACK;
        Color now = colour;
        for (double step = 0; step < 1 && contrast(now, paper) < wanted; step += 0.05) {
            now = colour.interpolate(end, step);
        }
        return now;
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
