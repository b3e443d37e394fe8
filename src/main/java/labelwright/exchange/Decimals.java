package labelwright.exchange;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as text, always with a point and never with an exponent.
public final class Decimals {
    private static final long FRACTION = 10_000_000_000L;
    private static final int FRACTION_DIGITS = 10;
    private static final MathContext SHORT = new MathContext(6);

    private Decimals() {}

    /// The shortest text that reads back as the same `double`; whole numbers without a fraction.
    public static String exact(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /// For sentences: six digits.
    public static String shortened(double value) {
        return new BigDecimal(value).round(SHORT).stripTrailingZeros().toPlainString();
    }

    /// A share between 0 and 1 with up to ten decimals: a millionth of a pixel in a picture of 10,000 pixels.
    public static String share(double value) {
        long scaled = Math.round(Math.clamp(value, 0, 1) * FRACTION);
        String digits = Long.toString(scaled % FRACTION);
        String fraction = "0".repeat(FRACTION_DIGITS - digits.length()) + digits;
        int end = FRACTION_DIGITS;
        while (end > 1 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        return scaled / FRACTION + "." + fraction.substring(0, end);
    }
}
