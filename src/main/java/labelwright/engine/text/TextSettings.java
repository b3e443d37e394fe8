package labelwright.engine.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import labelwright.engine.EngineException;

/// The hyper-parameters of one run; immutable and checked against the ranges of [TextFamily#options()].
public final class TextSettings {

    private static final String AUTO = "auto";

    private final TextFamily family;
    private final Map<String, String> values;

    private TextSettings(TextFamily family, Map<String, String> values) {
        this.family = family;
        this.values = values;
    }

    public static TextSettings defaults(TextFamily family) {
        Map<String, String> values = new LinkedHashMap<>();
        family.options().forEach(option -> values.put(option.key(), option.defaultValue()));
        return new TextSettings(family, values);
    }

    /// Reads what a recipe or command line says; what is not named keeps its default.
    ///
    /// @throws EngineException for an unknown key (all known keys are listed) or a value out of range
    public static TextSettings parse(TextFamily family, Map<String, String> given) throws EngineException {
        TextSettings settings = defaults(family);
        for (Map.Entry<String, String> entry : given.entrySet()) {
            settings = settings.with(entry.getKey(), entry.getValue());
        }
        return settings;
    }

    /// A copy with one value changed.
    public TextSettings with(String key, String value) throws EngineException {
        TextOption option = option(key);
        String text = value.strip().toLowerCase(Locale.ROOT);
        if (!(option.acceptsAuto() && text.equals(AUTO))) {
            check(option, text);
        }
        Map<String, String> copy = new LinkedHashMap<>(values);
        copy.put(option.key(), text);
        return new TextSettings(family, copy);
    }

    public TextFamily family() {
        return family;
    }

    /// All values by key, in the order of [TextFamily#options()].
    public Map<String, String> toMap() {
        return new LinkedHashMap<>(values);
    }

    /// The number, or empty where the value is `auto`.
    OptionalDouble chosen(String key) {
        String text = values.getOrDefault(key, AUTO);
        return text.equals(AUTO) ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    double number(String key) {
        return chosen(key).orElseThrow(() -> new IllegalStateException(key + " is not set"));
    }

    int whole(String key) {
        return (int) number(key);
    }

    private TextOption option(String key) throws EngineException {
        String wanted = key.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        for (TextOption option : family.options()) {
            if (option.key().equals(wanted)) {
                return option;
            }
        }
        throw new EngineException("There is no training setting \"" + key + "\" in the family " + family.id() + ". Known settings: "
                + family.options().stream().map(TextOption::key).collect(Collectors.joining(", ")) + ".");
    }

    private static void check(TextOption option, String text) throws EngineException {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new EngineException(
                    "The training setting " + option.key() + " is \"" + text + "\", which is not a number" + orAuto(option) + ".",
                    e);
        }
        boolean inRange = number >= option.least() && number <= option.most();
        if (!inRange || (option.isWhole() && number != Math.rint(number))) {
            throw new EngineException("The training setting " + option.key() + " is " + text + "; it must be "
                    + (option.isWhole() ? "a whole number " : "") + "from " + plain(option.least()) + " to " + plain(option.most())
                    + orAuto(option) + ".");
        }
    }

    private static String orAuto(TextOption option) {
        return option.acceptsAuto() ? " or auto" : "";
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
