package labelwright.workbench;

import java.util.List;

/// What a check of the workspace found.
///
/// @param problems one sentence each; empty when all is well
public record CheckReport(boolean ok, long projects, long items, long annotations, List<String> problems) {
    public CheckReport {
        problems = List.copyOf(problems);
    }
}
