package labelwright.model;

import java.time.Instant;

/// A finished import as the project remembers it.
///
/// @param id names the import within its workspace
/// @param source the folder or file that was read
/// @param seconds how long it took
public record ImportRecord(long id, ProjectId project, String format, String source, Instant finished, long items, long annotations,
        long repaired, long skipped, long refused, double seconds) {}
