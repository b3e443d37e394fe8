package labelwright.ui.control.chart;

import java.util.Arrays;

/// Points in the order of x; immutable.
public final class Curve {
    public static final Curve EMPTY = new Curve(new double[0], new double[0]);
    private final double[] xs;
    private final double[] ys;

    private Curve(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /// Copies the values.
    ///
    /// @param xs rising
    /// @throws IllegalArgumentException when there are not as many ys as xs
    public static Curve of(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(xs.length + " values of x but " + ys.length + " of y");
        }
        return new Curve(xs.clone(), ys.clone());
    }

    public int size() {
        return xs.length;
    }

    public boolean isEmpty() {
        return xs.length == 0;
    }

    public double x(int index) {
        return xs[index];
    }

    public double y(int index) {
        return ys[index];
    }

    /// A copy of all values of y, in order.
    public double[] ys() {
        return ys.clone();
    }

    /// The point whose x is nearest.
    /// @throws IllegalStateException when there is none
    public int nearest(double x) {
        if (isEmpty()) {
            throw new IllegalStateException("The curve has no points");
        }
        int found = Arrays.binarySearch(xs, x);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0) {
            return 0;
        }
        if (after == xs.length) {
            return xs.length - 1;
        }
        return x - xs[after - 1] <= xs[after] - x ? after - 1 : after;
    }

    /// The same values of y at x times a factor above 0.
    public Curve withXTimes(double factor) {
        return new Curve(Arrays.stream(xs).map(x -> x * factor).toArray(), ys);
    }

    /// The same values of x with other values of y, which are not copied.
    Curve withYs(double[] changed) {
        return new Curve(xs, changed);
    }

    @Override
    public String toString() {
        return "Curve[" + xs.length + " points]";
    }
}
