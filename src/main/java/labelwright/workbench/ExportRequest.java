package labelwright.workbench;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.Project;

/// What to export, and how.
///
/// @param out the folder that is made; it must not hold anything but an earlier export of ours
/// @param format a format's id
/// @param who whose answers; null for the answer that counts on each item: gold first, then the newest complete one
/// @param query which items, in the query language; empty for all that `who` has answered completely
public record ExportRequest(Project project, Path out, String format, @Nullable Author who, String query, Verify verify) {}
