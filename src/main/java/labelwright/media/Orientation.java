package labelwright.media;

import labelwright.media.tiff.Rect;
import labelwright.media.tiff.Samples;

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

    /// The turn that undoes this one.
    Orientation back() {
        return switch (this) {
            case QUARTER_TURN -> THREE_QUARTER_TURN;
            case THREE_QUARTER_TURN -> QUARTER_TURN;
            case UPRIGHT, MIRRORED, HALF_TURN, MIRRORED_HALF_TURN, TRANSPOSED, TRANSVERSED -> this;
        };
    }

    boolean swapsSides() {
        return switch (this) {
            case UPRIGHT, MIRRORED, HALF_TURN, MIRRORED_HALF_TURN -> false;
            case TRANSPOSED, QUARTER_TURN, TRANSVERSED, THREE_QUARTER_TURN -> true;
        };
    }

    /// Where stored pixel (0, 0) lands in the upright array, and how far one step right or down in the file goes there.
    private record Walk(int start, int right, int down) {}

    /// @param width of the stored picture
    /// @param height of the stored picture
    private Walk walk(int width, int height) {
        int newWidth = swapsSides() ? height : width;
        int newHeight = swapsSides() ? width : height;
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
        return new Walk(start, right, down);
    }

    /// The upright picture of stored pixels; the array of the result is new, or `stored` itself when there is nothing to turn.
    ///
    /// @param stored pixels row by row as in the file
    PixelImage turn(int width, int height, int[] stored) {
        if (this == UPRIGHT) {
            return new PixelImage(width, height, stored);
        }
        Walk walk = walk(width, height);
        int[] turned = new int[stored.length];
        for (int y = 0, from = 0; y < height; y++) {
            int to = walk.start + y * walk.down;
            for (int x = 0; x < width; x++, to += walk.right) {
                turned[to] = stored[from++];
            }
        }
        return swapsSides() ? new PixelImage(height, width, turned) : new PixelImage(width, height, turned);
    }

    /// The same for samples.
    Samples turn(Samples stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.width();
        int height = stored.height();
        int channels = stored.channels();
        Walk walk = walk(width, height);
        Samples turned = swapsSides() ? stored.ofSize(height, width) : stored.ofSize(width, height);
        for (int y = 0, from = 0; y < height; y++) {
            int to = walk.start + y * walk.down;
            for (int x = 0; x < width; x++, to += walk.right, from++) {
                System.arraycopy(stored.array(), from * channels, turned.array(), to * channels, channels);
            }
        }
        return turned;
    }

    /// The rectangle of the stored picture that an upright rectangle shows.
    ///
    /// @param width of the whole stored picture
    /// @param height of the whole stored picture
    Rect stored(Rect upright, int width, int height) {
        int x = upright.x();
        int y = upright.y();
        int w = upright.width();
        int h = upright.height();
        return switch (this) {
            case UPRIGHT -> upright;
            case MIRRORED -> new Rect(width - x - w, y, w, h);
            case HALF_TURN -> new Rect(width - x - w, height - y - h, w, h);
            case MIRRORED_HALF_TURN -> new Rect(x, height - y - h, w, h);
            case TRANSPOSED -> new Rect(y, x, h, w);
            case QUARTER_TURN -> new Rect(y, height - x - w, h, w);
            case TRANSVERSED -> new Rect(width - y - h, height - x - w, h, w);
            case THREE_QUARTER_TURN -> new Rect(width - y - h, x, h, w);
        };
    }
}
