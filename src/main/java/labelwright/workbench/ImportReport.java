package labelwright.workbench;

import java.util.List;

import labelwright.model.Problem;

/// What an import did.
///
/// @param format the format's id
/// @param items new items
/// @param annotations annotations that were stored
/// @param relations relations between them
/// @param labels labels that were added to the project
/// @param repaired lines of that kind in the whole report; likewise skipped and refused
/// @param problems the first [#MOST_PROBLEMS]; the rest is kept with the import
/// @param importId 0 for a rehearsal
public record ImportReport(String format, long items, long annotations, long relations, List<String> labels, long repaired, long skipped,
        long refused,
        List<Problem> problems, double seconds, long importId) {

    /// How many problems a report holds at most.
    public static final int MOST_PROBLEMS = 1000;

    public ImportReport {
        labels = List.copyOf(labels);
        problems = List.copyOf(problems);
    }
}
