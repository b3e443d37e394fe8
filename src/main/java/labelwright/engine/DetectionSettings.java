package labelwright.engine;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The hyper-parameters of one run; immutable and checked against the ranges in [DetectionOption].
public final class DetectionSettings {

    private final Map<DetectionOption, String> values;

    private DetectionSettings(Map<DetectionOption, String> values) {
        this.values = values;
    }

    public static DetectionSettings defaults() {
        return new DetectionSettings(new EnumMap<>(DetectionOption.class));
    }

    /// Reads `key=value` pairs of a recipe or command line; what is not named keeps its default.
    ///
    /// @throws EngineException for an unknown key (all known keys are listed) or a value out of range
    public static DetectionSettings parse(Map<String, String> given) throws EngineException {
        DetectionSettings settings = defaults();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            settings = settings.with(option(entry.getKey()), entry.getValue());
        }
        return settings;
    }

    /// A copy with one value changed.
    public DetectionSettings with(DetectionOption option, String value) throws EngineException {
        String text = value.strip().toLowerCase(Locale.ROOT);
        if (!(option.acceptsAuto() && text.equals("auto"))) {
            check(option, text);
        }
        Map<DetectionOption, String> copy = new EnumMap<>(DetectionOption.class);
        copy.putAll(values);
        copy.put(option, text);
        return new DetectionSettings(copy);
    }

    public String text(DetectionOption option) {
        return values.getOrDefault(option, option.defaultValue());
    }

    /// The number, or empty where the value is `auto`.
    public OptionalDouble chosen(DetectionOption option) {
        String text = text(option);
        return text.equals("auto") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    public double number(DetectionOption option) {
        return chosen(option).orElseThrow(() -> new IllegalStateException(option.key() + " is still auto"));
    }

    public int whole(DetectionOption option) {
        return (int) number(option);
    }

    /// All values by key, defaults included, in the order of [DetectionOption].
    public Map<String, String> toMap() {
        Map<String, String> all = new LinkedHashMap<>();
        for (DetectionOption option : DetectionOption.values()) {
            all.put(option.key(), text(option));
        }
        return all;
    }

    private static DetectionOption option(String key) throws EngineException {
        for (DetectionOption option : DetectionOption.values()) {
            if (option.key().equals(key.strip().toLowerCase(Locale.ROOT).replace('-', '_'))) {
                return option;
            }
        }
        throw new EngineException("There is no training setting \"" + key + "\". Known settings: "
                + Arrays.stream(DetectionOption.values()).map(DetectionOption::key).collect(Collectors.joining(", ")) + ".");
    }

    private static void check(DetectionOption option, String text) throws EngineException {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new EngineException(
                    "The training setting " + option.key() + " is \"" + text + "\", which is not a number" + orAuto(option) + ".", e);
        }
        boolean inRange = number >= option.least() && number <= option.most();
        if (!inRange || (option.isWhole() && number != Math.rint(number))) {
            throw new EngineException("The training setting " + option.key() + " is " + text + "; it must be "
                    + (option.isWhole() ? "a whole number " : "") + "from " + plain(option.least()) + " to " + plain(option.most())
                    + orAuto(option) + ".");
        }
    }

    private static String orAuto(DetectionOption option) {
        return option.acceptsAuto() ? " or auto" : "";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
