package labelwright.ui.control.chart;

/// How a line is told from the others.
///
/// @param colour a number from 0; the style sheet has [#COLOURS] colours and they repeat
public record LineLook(int colour, Dash dash) {
    public static final int COLOURS = 8;

    public enum Dash {
        SOLID, DASHED, DOTTED
    }

    /// The place in the style sheet's list of colours.
    int slot() {
        return Math.floorMod(colour, COLOURS);
    }
}
