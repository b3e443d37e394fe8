package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.Project;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

/// Turns a data set of one format into one of another, through a workspace that is gone again afterwards.
public final class Conversion {
    private static final Author.Annotator ANYBODY = new Author.Annotator("anybody");

    private Conversion() {}

    /// @param in the folder or file to read
    /// @param from a format's id; null to find it by looking at the files
    /// @param images where the pictures are, when they do not lie beside the annotations
    /// @param out a folder that is not there yet, is empty, or holds an earlier export
    /// @param to a format's id
    /// @param options how to read; see [ImportRequest]
    public record Request(Path in, @Nullable String from, @Nullable Path images, Path out, String to, Verify verify,
            Map<String, String> options) {}

    /// What was read, and what was written.
    public record Report(ImportReport read, ExportReport written) {}

    /// @throws WorkbenchException when either side does not work; nothing is then left at the target
    public static Report run(Request request, WorkbenchContext context, Progress progress, CancelToken token) {
        Path folder = temporary();
        try (Workbench bench = Workbench.create(folder, context)) {
            Project project = bench.projects().create("data", bench.imports().kind(request.in, request.from), List.of());
            ImportReport read = bench.imports().run(ImportRequest.of(project, request.in, ANYBODY).withFormat(request.from)
                    .withImages(request.images).withOptions(request.options), progress, token);
            ExportReport written = bench.exports().run(new ExportRequest(bench.projects().project(project.id()), request.out, request.to,
                    ANYBODY, "", request.verify), progress, token);
            return new Report(read, written);
        } finally {
            FileTree.delete(folder);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("labelwright-convert");
        } catch (IOException e) {
            throw FileFaults.writing(Path.of(System.getProperty("java.io.tmpdir", "")), "Nothing was converted.", e);
        }
    }
}
