package labelwright.workbench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import labelwright.model.Problem;

/// Counts what an import did; hands the problems on in portions. One thread.
final class ImportTally {
    private static final int PORTION = 500;

    private final Consumer<List<Problem>> keeper;
    private final List<Problem> portion = new ArrayList<>();
    private final List<Problem> first = new ArrayList<>();
    private final Set<String> labels = new LinkedHashSet<>();
    private final long start = System.nanoTime();
    private long items;
    private long annotations;
    private long relations;
    private long repaired;
    private long skipped;
    private long refused;

    ImportTally(Consumer<List<Problem>> keeper) {
        this.keeper = keeper;
    }

    void label(String name) {
        labels.add(name);
    }

    void items(long more) {
        items += more;
    }

    void annotations(long more) {
        annotations += more;
    }

    void relations(long more) {
        relations += more;
    }

    long items() {
        return items;
    }

    long annotations() {
        return annotations;
    }

    void problem(String where, String what, Problem.Action action) {
        problem(new Problem(where, what, action));
    }

    void problem(Problem problem) {
        switch (problem.action()) {
            case REPAIRED -> repaired++;
            case SKIPPED -> skipped++;
            case REFUSED -> refused++;
        }
        if (first.size() < ImportReport.MOST_PROBLEMS) {
            first.add(problem);
        }
        portion.add(problem);
        if (portion.size() >= PORTION) {
            handOver();
        }
    }

    void handOver() {
        if (!portion.isEmpty()) {
            keeper.accept(List.copyOf(portion));
            portion.clear();
        }
    }

    ImportReport report(String format, long importId) {
        return new ImportReport(format, items, annotations, relations, List.copyOf(labels), repaired, skipped, refused, first,
                (System.nanoTime() - start) / 1e9, importId);
    }
}
