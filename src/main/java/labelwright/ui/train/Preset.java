package labelwright.ui.train;

import java.util.LinkedHashMap;
import java.util.Map;

import labelwright.workbench.DataCounts;

/// How much time a run may take, as one choice. Changes only the settings about time; everything else stays as it is set.
enum Preset {
    /// About a minute, to see whether it works at all.
    QUICK,
    /// The family's defaults.
    STANDARD,
    /// Up to an hour and three times as many items seen.
    THOROUGH;

    private static final String MINUTES = "minutes";
    static final String EPOCHS = "epochs";
    private static final long THOROUGH_PICTURES = 108_000;
    private static final long TIMES = 3;
    private static final long FEWEST_EPOCHS = 50;
    private static final long MOST_EPOCHS = 5_000;

    /// The values it sets, for those settings that the family has.
    ///
    /// @param defaults of the family, by key
    Map<String, String> values(Map<String, String> defaults, DataCounts counts) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(MINUTES, switch (this) {
            case QUICK -> "1";
            case STANDARD -> defaults.getOrDefault(MINUTES, "");
            case THOROUGH -> "60";
        });
        values.put(EPOCHS, switch (this) {
            case QUICK, STANDARD -> defaults.getOrDefault(EPOCHS, "");
            case THOROUGH -> Long.toString(thorough(defaults.getOrDefault(EPOCHS, ""), counts));
        });
        values.keySet().retainAll(defaults.keySet());
        return values;
    }

    /// Families that do not plan their epochs by the data say a number, which is what three times are taken of.
    private static long thorough(String standard, DataCounts counts) {
        return standard.matches("\\d+")
                ? TIMES * Long.parseLong(standard)
                : Math.clamp(THOROUGH_PICTURES / Math.max(1, counts.train()), FEWEST_EPOCHS, MOST_EPOCHS);
    }
}
