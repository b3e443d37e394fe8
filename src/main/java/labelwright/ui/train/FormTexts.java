package labelwright.ui.train;

import java.util.Locale;

import labelwright.ui.action.Texts;
import labelwright.workbench.Family;

/// The words of the recipe form.
final class FormTexts {
    private static final Texts TEXTS = Texts.of(FormTexts.class);

    /// What the YAML is called in messages about it.
    String recipe() {
        return TEXTS.get("form.yaml.where");
    }

    String otherFamily(String named, String family) {
        return TEXTS.format("form.yaml.family", named, family);
    }

    String unknownSetting(String key) {
        return TEXTS.format("form.yaml.setting", key);
    }

    String wrongSeed() {
        return TEXTS.get("form.wrong.seed");
    }

    /// The setting's name for people.
    String name(Family.Setting setting) {
        return TEXTS.get("setting." + setting.key());
    }

    /// What it is, which values it takes, and its key in the YAML.
    String help(Family.Setting setting) {
        return TEXTS.get("setting.help." + setting.key()) + planned(setting) + "\n\n" + range(setting) + "\n"
                + TEXTS.format("form.help.default", setting.defaultValue(), setting.key());
    }

    /// Families of texts have a number of epochs of their own; those of pictures plan it by the data.
    private static String planned(Family.Setting setting) {
        return setting.key().equals(Preset.EPOCHS) && setting.acceptsAuto() ? " " + TEXTS.get("setting.planned.epochs") : "";
    }

    String wrong(Family.Setting setting, SettingCheck check) {
        return switch (check) {
            case FINE -> "";
            case NO_NUMBER -> TEXTS.format("form.wrong.number", name(setting), range(setting));
            case NOT_WHOLE -> TEXTS.format("form.wrong.whole", name(setting), range(setting));
            case OUT_OF_RANGE -> TEXTS.format("form.wrong.range", name(setting), range(setting));
        };
    }

    String range(Family.Setting setting) {
        String key = setting.acceptsAuto() ? "form.range.auto" : "form.range";
        return TEXTS.format(key, plain(setting.least()), plain(setting.most()));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : String.format(Locale.ROOT, "%s", value);
    }
}
