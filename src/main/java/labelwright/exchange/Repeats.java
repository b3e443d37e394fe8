package labelwright.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import labelwright.model.Problem;
import labelwright.model.Problem.Action;

/// Reports problems that may come a million times in one file: the first thousand of each kind one by one, the rest as a number.
public final class Repeats {
    private static final int ONE_BY_ONE = 1000;

    private final RecordSink sink;
    private final Map<Kind, Long> counts = new LinkedHashMap<>();

    public Repeats(RecordSink sink) {
        this.sink = sink;
    }

    private record Kind(Action action, String what) {}

    /// @param what must be the same text for all problems of a kind
    public void report(Action action, Supplier<String> where, String what) {
        if (counts.merge(new Kind(action, what), 1L, Long::sum) <= ONE_BY_ONE) {
            sink.problem(new Problem(where.get(), what, action));
        }
    }

    /// Reports what was only counted, and starts anew.
    public void finish(String file) {
        counts.forEach((kind, count) -> {
            if (count > ONE_BY_ONE) {
                sink.problem(new Problem("%s, %,d more places".formatted(file, count - ONE_BY_ONE), kind.what(), kind.action()));
            }
        });
        counts.clear();
    }
}
