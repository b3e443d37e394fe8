package labelwright.workbench;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.ExportTask;
import labelwright.model.Project;

/// What to export, and how.
///
/// @param out the folder that is made; it must not hold anything but an earlier export of ours
/// @param format a format's id
/// @param who whose answers; null for the answer that counts on each item: gold first, then the newest complete one
/// @param query which items, in the query language; empty for all that `who` has answered completely
/// @param task what the export is to be trained for, in formats whose files differ by it
public record ExportRequest(Project project, Path out, String format, @Nullable Author who, String query, Verify verify,
        ExportTask task) {

    /// The task is concluded from what is there.
    public ExportRequest(Project project, Path out, String format, @Nullable Author who, String query, Verify verify) {
        this(project, out, format, who, query, verify, ExportTask.AUTO);
    }

    /// For the project as it is now.
    ExportRequest withProject(Project changed) {
        return new ExportRequest(changed, out, format, who, query, verify, task);
    }

    public ExportRequest withTask(ExportTask changed) {
        return new ExportRequest(project, out, format, who, query, verify, changed);
    }
}
