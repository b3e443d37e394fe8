package labelwright.canvas.aid;

/// How far apart the marks of a ruler are, in picture pixels.
///
/// @param labelled between marks with a number: 1, 2 or 5 times a power of ten
/// @param small between marks without
record TickStep(double labelled, double small) {
    private static final double LEAST_LABELLED = 64;
    private static final double LEAST_SMALL = 5;
    private static final double[] STEPS = {1, 2, 5};
    private static final double TEN = 10;

    /// @param scale screen pixels per picture pixel
    static TickStep at(double scale) {
        double power = 1;
        while (true) {
            for (double step : STEPS) {
                double labelled = step * power;
                if (labelled * scale >= LEAST_LABELLED) {
                    return new TickStep(labelled, small(labelled, step, scale));
                }
            }
            power *= TEN;
        }
    }

    private static double small(double labelled, double step, double scale) {
        double parts = step == 2 ? 4 : 5;
        double small = labelled / parts;
        boolean whole = small >= 1;
        return whole && small * scale >= LEAST_SMALL ? small : labelled;
    }
}
