package labelwright.engine;

/// What the network sees: input pixels, and the grid of cells on which it answers.
///
/// @param width input pixels, a multiple of [#MULTIPLE]
/// @param height input pixels, a multiple of [#MULTIPLE]
record InputGrid(int width, int height) {

    /// Input pixels between two cells of the grid.
    static final int STRIDE = 8;

    /// Width and height are multiples of this.
    static final int MULTIPLE = 16;

    InputGrid {
        if (width < MULTIPLE || height < MULTIPLE || width % MULTIPLE != 0 || height % MULTIPLE != 0) {
            throw new IllegalArgumentException("input of " + width + " x " + height + " is not in steps of " + MULTIPLE);
        }
    }

    int columns() {
        return width / STRIDE;
    }

    int rows() {
        return height / STRIDE;
    }

    int cells() {
        return columns() * rows();
    }

    /// Floats of one input picture (three channels).
    int floats() {
        return width * height * 3;
    }
}
