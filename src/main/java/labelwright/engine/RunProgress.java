package labelwright.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/// How far a run is.
///
/// @param epoch epochs completed
/// @param steps batches learned
/// @param seconds spent, validations included
/// @param best greatest of the validation measure that chooses the best model so far; negative before the first validation
/// @param sinceBest validations since then
public record RunProgress(int epoch, long steps, double seconds, double best, int sinceBest) {

    public static final RunProgress START = new RunProgress(0, 0, 0, -1, 0);

    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("epoch", Integer.toString(epoch));
        map.put("steps", Long.toString(steps));
        map.put("seconds", Double.toString(seconds));
        map.put("best", Double.toString(best));
        map.put("since_best", Integer.toString(sinceBest));
        return map;
    }

    /// @throws NumberFormatException if a number is missing or is none
    public static RunProgress of(Map<String, String> map) {
        return new RunProgress(Integer.parseInt(map.getOrDefault("epoch", "")), Long.parseLong(map.getOrDefault("steps", "")),
                Double.parseDouble(map.getOrDefault("seconds", "")), Double.parseDouble(map.getOrDefault("best", "")),
                Integer.parseInt(map.getOrDefault("since_best", "")));
    }
}
