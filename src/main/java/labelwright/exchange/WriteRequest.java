package labelwright.exchange;

import java.nio.file.Path;
import java.util.List;

import labelwright.model.ExportTask;
import labelwright.model.LabelClass;

/// @param out a folder that does not exist, is empty, or holds an earlier export of ours (which is replaced)
/// @param labels all labels of the project in their order
/// @param task passed over by formats that hold everything side by side
public record WriteRequest(Path out, List<LabelClass> labels, Pictures pictures, ExportTask task) {
    public WriteRequest {
        labels = List.copyOf(labels);
    }

    public WriteRequest(Path out, List<LabelClass> labels, Pictures pictures) {
        this(out, labels, pictures, ExportTask.AUTO);
    }

    public WriteRequest(Path out, List<LabelClass> labels) {
        this(out, labels, Pictures.COPY);
    }

    public WriteRequest withTask(ExportTask changed) {
        return new WriteRequest(out, labels, pictures, changed);
    }

    /// What becomes of the picture files. Only an export with its pictures can be read back on its own.
    public enum Pictures {
        COPY, NONE
    }
}
