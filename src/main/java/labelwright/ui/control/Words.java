package labelwright.ui.control;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import labelwright.model.Problem;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.ui.action.Texts;

/// The names of the app's words in the language of the interface, the same on every screen.
public final class Words {
    private static final Texts TEXTS = Texts.of(Words.class);
    private static final long KILO = 1024;
    private static final long MANY = 10;
    private static final Pattern PROCESSOR = Pattern.compile("CPU, ([0-9]{1,6}) threads?");
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Words() {}

    public static String of(WorkState state) {
        return TEXTS.name(state);
    }

    public static String of(Split split) {
        return TEXTS.name(split);
    }

    public static String of(Problem.Action action) {
        return TEXTS.name(action);
    }

    /// With the grouping of the language: 12,345.
    public static String number(long value) {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(value);
    }

    /// A whole percentage of a share between 0 and 1.
    public static String percent(double share) {
        return NumberFormat.getPercentInstance(Texts.locale()).format(share);
    }

    /// Bytes as people say them: 512 MiB, 2.5 GiB.
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= KILO && unit < UNITS.length - 1) {
            value /= KILO;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(Texts.locale());
        format.setMaximumFractionDigits(value < MANY && unit > 0 ? 1 : 0);
        return format.format(value) + " " + UNITS[unit];
    }

    /// A device as the workbench names it, for example `CPU, 2 threads`; names other than the processor's stay as they are.
    public static String device(String name) {
        Matcher processor = PROCESSOR.matcher(name);
        return processor.matches() ? TEXTS.format("device.processor", Integer.parseInt(processor.group(1))) : name;
    }

    /// The path with the home folder as `~`.
    public static String path(Path path) {
        Path home = Path.of(System.getProperty("user.home", "/"));
        return path.startsWith(home) && !path.equals(home) ? Path.of("~").resolve(home.relativize(path)).toString() : path.toString();
    }

    /// A span of time in the two largest units, as in `3 min 20 s`.
    public static String duration(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        long minute = 60;
        long hour = minute * minute;
        if (whole >= hour) {
            return TEXTS.format("duration.hours", whole / hour, whole % hour / minute);
        }
        if (whole >= minute) {
            return TEXTS.format("duration.minutes", whole / minute, whole % minute);
        }
        return TEXTS.format("duration.seconds", whole);
    }
}
