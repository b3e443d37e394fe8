package labelwright.store;

/// The numbers of a finished import's report.
public record ImportSummary(long items, long annotations, long repaired, long skipped, long refused, double seconds) {}
