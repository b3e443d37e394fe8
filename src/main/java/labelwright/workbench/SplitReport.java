package labelwright.workbench;

import java.util.List;

/// How many items lie in each split now.
///
/// @param unmatched names in the lists that no item has
public record SplitReport(long train, long validation, long test, long none, List<String> unmatched) {
    public SplitReport {
        unmatched = List.copyOf(unmatched);
    }
}
