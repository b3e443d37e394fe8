package labelwright.workbench;

import java.util.List;

import labelwright.model.Problem;

/// What a model suggested.
///
/// @param items pictures that were looked at
/// @param suggestions boxes at or above the stored floor
/// @param problems pictures that were left out, and why
public record SuggestReport(long items, long suggestions, List<Problem> problems, double seconds) {
    public SuggestReport {
        problems = List.copyOf(problems);
    }

    public double picturesPerSecond() {
        return seconds <= 0 ? 0 : items / seconds;
    }
}
