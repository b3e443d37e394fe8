package labelwright.workbench;

import java.util.List;
import java.util.Map;

/// The one measure by which models of a family are compared: mAP@.5 for boxes, accuracy for texts with exactly one label, else F1.
public enum MainScore {
    MAP50("mAP50", "mAP@.5"), ACCURACY("accuracy", "accuracy"), F1("f1", "F1");

    private static final String VALIDATION = "val.";

    private final String key;
    private final String words;

    MainScore(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /// The one among these metrics; F1 when none is there.
    public static MainScore of(Map<String, Double> metrics) {
        return List.of(values()).stream().filter(score -> metrics.containsKey(score.key)).findFirst().orElse(F1);
    }

    /// The one among the values of an epoch; mAP@.5 when none is there.
    public static MainScore ofEpoch(Map<String, Double> values) {
        return List.of(values()).stream().filter(score -> values.containsKey(score.validationKey())).findFirst().orElse(MAP50);
    }

    /// Its name among metrics.
    public String key() {
        return key;
    }

    /// Its name among the values of an epoch.
    public String validationKey() {
        return VALIDATION + key;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// NaN when it was not measured.
    public double in(Map<String, Double> metrics) {
        return metrics.getOrDefault(key, Double.NaN);
    }
}
