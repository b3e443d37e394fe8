package labelwright.ui.train;

import labelwright.workbench.Family;

/// Whether a text is a value that a setting takes.
enum SettingCheck {
    FINE, NO_NUMBER, NOT_WHOLE, OUT_OF_RANGE;

    static final String AUTO = "auto";

    static SettingCheck of(Family.Setting setting, String text) {
        String value = text.strip();
        if (setting.acceptsAuto() && value.equals(AUTO)) {
            return FINE;
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException _) {
            return NO_NUMBER;
        }
        if (!(number >= setting.least() && number <= setting.most())) {
            return OUT_OF_RANGE;
        }
        return setting.kind() == Family.Kind.WHOLE && number != Math.rint(number) ? NOT_WHOLE : FINE;
    }
}
