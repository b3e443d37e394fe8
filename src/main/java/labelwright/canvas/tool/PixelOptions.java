package labelwright.canvas.tool;

import labelwright.geometry.BrushTip;

/// How the tools work that make masks.
///
/// @param tip of the brush and the eraser
/// @param tolerance how different a colour may be for the wand, 0 to [#MOST_TOLERANCE] in units of half a CIELAB difference
public record PixelOptions(BrushTip tip, Target target, Erasing erasing, Overlap overlap, int tolerance, Reach reach) {
    public static final PixelOptions USUAL = new PixelOptions(new BrushTip(BrushTip.Form.ROUND, 24), Target.SELECTED, Erasing.SELECTED,
            Overlap.ALLOWED, 24, Reach.CONNECTED);
    public static final double SMALLEST_TIP = 1;
    public static final double LARGEST_TIP = 2_000;
    public static final int MOST_TOLERANCE = 254;

    /// What a stroke adds to.
    public enum Target {
        /// The selected mask with the label in use, or a new one when there is none.
        SELECTED,
        /// Always a new mask.
        NEW
    }

    /// What the eraser takes from.
    public enum Erasing {
        /// The selected masks, or the topmost one under the pointer when none is selected.
        SELECTED,
        /// Every mask under the brush.
        ALL
    }

    /// Whether a pixel may be in several masks.
    public enum Overlap {
        /// Masks lie over each other.
        ALLOWED,
        /// What is painted is taken from the other masks.
        TAKEN_AWAY
    }

    /// How far the wand looks.
    public enum Reach {
        /// From the pixel to its neighbours.
        CONNECTED,
        /// Everywhere in view.
        EVERYWHERE
    }

    public PixelOptions withTip(BrushTip next) {
        return new PixelOptions(next, target, erasing, overlap, tolerance, reach);
    }

    /// The tip of another size, at the nearest size that is allowed, in whole pixels.
    public PixelOptions withSize(double size) {
        return withTip(new BrushTip(tip.form(), Math.rint(Math.clamp(size, SMALLEST_TIP, LARGEST_TIP))));
    }

    /// Larger or smaller by a factor, by one pixel at least.
    public PixelOptions resized(double factor) {
        double size = tip.size() * factor;
        return withSize(factor > 1 ? Math.max(size, tip.size() + 1) : Math.min(size, tip.size() - 1));
    }

    public PixelOptions withTarget(Target next) {
        return new PixelOptions(tip, next, erasing, overlap, tolerance, reach);
    }

    public PixelOptions withErasing(Erasing next) {
        return new PixelOptions(tip, target, next, overlap, tolerance, reach);
    }

    public PixelOptions withOverlap(Overlap next) {
        return new PixelOptions(tip, target, erasing, next, tolerance, reach);
    }

    public PixelOptions withTolerance(int next) {
        return new PixelOptions(tip, target, erasing, overlap, Math.clamp(next, 0, MOST_TOLERANCE), reach);
    }

    public PixelOptions withReach(Reach next) {
        return new PixelOptions(tip, target, erasing, overlap, tolerance, next);
    }
}
