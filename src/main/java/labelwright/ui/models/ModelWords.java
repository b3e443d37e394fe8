package labelwright.ui.models;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import labelwright.ui.action.Texts;

/// What is said about models and measurements.
final class ModelWords {
    private static final Texts TEXTS = Texts.of(ModelWords.class);
    /// The metrics that have a name for people, in the order in which they are shown.
    static final List<String> METRICS = List.of("mAP50", "mAP50_95", "accuracy", "precision", "recall", "f1", "macroF1");

    private ModelWords() {}

    static String metric(String key) {
        return TEXTS.get("metric." + key);
    }

    /// Three decimals; a dash when there is none.
    static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Texts.locale(), "%.3f", value);
    }

    static String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Texts.locale())
                .format(instant.atZone(ZoneId.systemDefault()));
    }
}
