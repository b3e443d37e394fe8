package labelwright.model;

import java.util.List;

/// What a check of a whole workspace found.
///
/// @param problems plain sentences, the first few hundred when there are more; empty when everything fits together
public record IntegrityReport(boolean ok, long projects, long items, long annotations, List<String> problems) {
    public IntegrityReport {
        problems = List.copyOf(problems);
    }
}
