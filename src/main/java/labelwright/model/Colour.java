package labelwright.model;

import java.util.Locale;

/// An opaque colour.
///
/// @param rgb 0xRRGGBB
public record Colour(int rgb) {
    /// Told apart well on light and dark pictures; the first nine are the first nine labels.
    private static final int[] PALETTE = {0xE5484D, 0x3E8BFF, 0x30A46C, 0xF5A524, 0x9A5CF4, 0x00B8D4, 0xE93D82, 0x8DB600, 0xB26B3F,
            0x5B6EF5, 0x12A594, 0xD6409F, 0xFFC53D, 0x6E9C00, 0x0090FF, 0xAB4ABA};

    public Colour {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException("A colour is 0x000000 to 0xFFFFFF");
        }
    }

    /// The colour for the label number `index`, counted from 0.
    public static Colour ofPalette(int index) {
        return new Colour(PALETTE[Math.floorMod(index, PALETTE.length)]);
    }

    /// Reads `#rrggbb`.
    /// @throws IllegalArgumentException for anything else
    public static Colour parse(String text) {
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("A colour is written #rrggbb, not \"" + text + "\"");
        }
        return new Colour(Integer.parseInt(text.substring(1), 16));
    }

    public int red() {
        return rgb >> 16;
    }

    public int green() {
        return rgb >> 8 & 0xFF;
    }

    public int blue() {
        return rgb & 0xFF;
    }

    /// `#rrggbb`
    public String toHex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}
