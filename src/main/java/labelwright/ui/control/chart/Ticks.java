package labelwright.ui.control.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round values to write beside an axis: steps of 1, 2 or 5 times a power of ten.
///
/// @param step the distance from one to the next
public record Ticks(List<Double> values, double step) {
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final int MOST_DECIMALS = 4;
    private static final double THOUSAND = 1000;
    private static final double MILLION = THOUSAND * THOUSAND;
    private static final double ROUNDING = 1e-9;

    public Ticks {
        values = List.copyOf(values);
    }

    /// The round values from low to high.
    ///
    /// @param most how many steps there is room for, at least 1
    public static Ticks within(double low, double high, int most) {
        double step = roundStep((high - low) / Math.max(1, most));
        List<Double> values = new ArrayList<>();
        long first = (long) Math.ceil(low / step - ROUNDING);
        long last = (long) Math.floor(high / step + ROUNDING);
        for (long i = first; i <= last; i++) {
            values.add(i * step);
        }
        return new Ticks(values, step);
    }

    /// As [#within], with steps that are whole, for things that are counted.
    public static Ticks whole(double low, double high, int most) {
        Ticks ticks = within(low, high, most);
        return ticks.step >= 1 ? ticks : within(low, high, (int) Math.max(1, Math.floor(high - low)));
    }

    /// The value with as many decimals as the step needs; thousands as k, millions as M.
    public String label(double value) {
        if (Math.abs(value) < step * ROUNDING) {
            return step < 1 && step >= Math.pow(10, -MOST_DECIMALS) ? plain(0, step) : "0";
        }
        double size = Math.max(Math.abs(value), values.isEmpty() ? 0 : Math.abs(values.getLast()));
        if (step >= MILLION / 10 && size >= MILLION) {
            return plain(value / MILLION, step / MILLION) + "M";
        }
        if (step >= THOUSAND / 10 && size >= 10 * THOUSAND) {
            return plain(value / THOUSAND, step / THOUSAND) + "k";
        }
        if (step < Math.pow(10, -MOST_DECIMALS)) {
            return String.format(Locale.ROOT, "%.1e", value).replace("e-0", "e-");
        }
        return plain(value, step);
    }

    /// A value for reading, with four significant digits.
    public static String exact(double value) {
        if (value == Math.rint(value) && Math.abs(value) < MILLION) {
            return Long.toString((long) value);
        }
        if (Math.abs(value) < Math.pow(10, -MOST_DECIMALS)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        return BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }

    private static String plain(double value, double step) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + ROUNDING));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }

    private static double roundStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            if (round * power >= rough * (1 - ROUNDING)) {
                return round * power;
            }
        }
        return 10 * power;
    }
}
