package labelwright.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import labelwright.model.Run;

/// What runs were made with and what came of them, side by side.
record RunComparison(List<Run> runs, List<Row> rows) {

    enum Section {
        /// What came of it.
        RESULT,
        /// Query, seed and the fingerprint of the data.
        DATA,
        /// The family's settings.
        SETTING,
        /// Machine and versions.
        ENVIRONMENT
    }

    /// @param values one for each run, in order; empty where a run has none
    record Row(Section section, String key, List<String> values) {
        boolean differs() {
            return values.stream().distinct().count() > 1;
        }
    }

    private static final int HASH_SHOWN = 12;

    RunComparison {
        runs = List.copyOf(runs);
        rows = List.copyOf(rows);
    }

    /// @param defaults of the family, for settings that a recipe does not name
    static RunComparison of(List<Run> runs, Map<String, String> defaults, Function<Double, String> number) {
        List<Row> rows = new ArrayList<>();
        keys(runs, run -> run.metrics().keySet()).forEach(key -> rows.add(row(Section.RESULT, key, runs, run -> {
            Double value = run.metrics().get(key);
            return value == null ? "" : number.apply(value);
        })));
        rows.add(row(Section.RESULT, "epochs.run", runs, run -> Integer.toString(run.progress().epochs())));
        rows.add(row(Section.DATA, "query", runs, run -> run.recipe().query()));
        rows.add(row(Section.DATA, "seed", runs, run -> Long.toString(run.recipe().seed())));
        rows.add(row(Section.DATA, "data", runs, run -> shortened(run.progress().dataHash())));
        SortedSet<String> settings = keys(runs, run -> run.recipe().settings().keySet());
        settings.addAll(defaults.keySet());
        settings.forEach(key -> rows.add(
                row(Section.SETTING, key, runs, run -> run.recipe().settings().getOrDefault(key, defaults.getOrDefault(key, "")))));
        keys(runs, run -> run.environment().keySet())
                .forEach(key -> rows.add(row(Section.ENVIRONMENT, key, runs, run -> run.environment().getOrDefault(key, ""))));
        return new RunComparison(runs, rows);
    }

    private static Row row(Section section, String key, List<Run> runs, Function<Run, String> value) {
        return new Row(section, key, runs.stream().map(value).toList());
    }

    private static SortedSet<String> keys(List<Run> runs, Function<Run, java.util.Set<String>> of) {
        SortedSet<String> keys = new TreeSet<>();
        runs.forEach(run -> keys.addAll(of.apply(run)));
        return keys;
    }

    private static String shortened(String hash) {
        return hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) : hash;
    }
}
