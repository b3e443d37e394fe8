package labelwright.exchange;

import java.nio.file.Path;
import java.util.List;

import labelwright.model.ExportTask;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;

/// @param out a folder that does not exist, is empty, or holds an earlier export of ours (which is replaced)
/// @param schema of the project
/// @param task passed over by formats that hold everything side by side
public record WriteRequest(Path out, LabelSchema schema, Pictures pictures, ExportTask task) {

    public WriteRequest(Path out, List<LabelClass> labels, Pictures pictures) {
        this(out, new LabelSchema(labels), pictures, ExportTask.AUTO);
    }

    public WriteRequest(Path out, LabelSchema schema) {
        this(out, schema, Pictures.COPY, ExportTask.AUTO);
    }

    public WriteRequest(Path out, List<LabelClass> labels) {
        this(out, labels, Pictures.COPY);
    }

    public WriteRequest withTask(ExportTask changed) {
        return new WriteRequest(out, schema, pictures, changed);
    }

    /// All labels of the project in their order.
    public List<LabelClass> labels() {
        return schema.labels();
    }

    /// What becomes of the picture files. Only an export with its pictures can be read back on its own.
    public enum Pictures {
        COPY, NONE
    }
}
