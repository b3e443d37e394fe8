package labelwright.media;

/// The eight EXIF orientations: how the stored pixels must be turned to stand upright (Exif 2.32, tag 0x0112).
enum Orientation {
    UPRIGHT(1), MIRRORED(2), HALF_TURN(3), MIRRORED_HALF_TURN(4), TRANSPOSED(5), QUARTER_TURN(6), TRANSVERSED(7), THREE_QUARTER_TURN(8);

    private final int tag;

    Orientation(int tag) {
        this.tag = tag;
    }

    /// @param tag the EXIF number; anything but 2 to 8 is upright
    static Orientation of(int tag) {
        for (Orientation orientation : values()) {
            if (orientation.tag == tag) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    int tag() {
        return tag;
    }

    boolean swapsSides() {
        return switch (this) {
            case UPRIGHT, MIRRORED, HALF_TURN, MIRRORED_HALF_TURN -> false;
            case TRANSPOSED, QUARTER_TURN, TRANSVERSED, THREE_QUARTER_TURN -> true;
        };
    }

    /// The upright picture of stored pixels; the array of the result is new, or `stored` itself when there is nothing to turn.
    ///
    /// @param stored pixels row by row as in the file
    PixelImage turn(int width, int height, int[] stored) {
        if (this == UPRIGHT) {
            return new PixelImage(width, height, stored);
        }
        int newWidth = swapsSides() ? height : width;
        int newHeight = swapsSides() ? width : height;
        // where stored pixel (0, 0) lands, and how far one step right or down in the file goes in the result
        int start = switch (this) {
            case UPRIGHT, TRANSPOSED -> 0;
            case MIRRORED, QUARTER_TURN -> newWidth - 1;
            case MIRRORED_HALF_TURN, THREE_QUARTER_TURN -> (newHeight - 1) * newWidth;
            case HALF_TURN, TRANSVERSED -> newHeight * newWidth - 1;
        };
        int right = switch (this) {
            case UPRIGHT, MIRRORED_HALF_TURN -> 1;
            case MIRRORED, HALF_TURN -> -1;
            case TRANSPOSED, QUARTER_TURN -> newWidth;
            case TRANSVERSED, THREE_QUARTER_TURN -> -newWidth;
        };
        int down = switch (this) {
            case UPRIGHT, MIRRORED -> newWidth;
            case HALF_TURN, MIRRORED_HALF_TURN -> -newWidth;
            case TRANSPOSED, THREE_QUARTER_TURN -> 1;
            case QUARTER_TURN, TRANSVERSED -> -1;
        };
        int[] turned = new int[stored.length];
        for (int y = 0, from = 0; y < height; y++) {
            int to = start + y * down;
            for (int x = 0; x < width; x++, to += right) {
                turned[to] = stored[from++];
            }
        }
        return new PixelImage(newWidth, newHeight, turned);
    }
}
