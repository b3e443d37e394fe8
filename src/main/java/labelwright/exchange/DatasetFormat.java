package labelwright.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.geometry.ShapeKind;
import labelwright.model.ExportTask;
import labelwright.model.ProjectKind;

/// One way to lay out a labelled data set on disk. Stateless.
public interface DatasetFormat {

    /// The word for files and the command line: `coco`, `voc`, `yolo`, `pictures`. Never changes.
    String id();

    String displayName();

    /// The kinds of shape that survive a round trip; empty for a format without labels.
    Set<ShapeKind> shapes();

    /// How far a point of a shape of [#shapes] may move when it is written and read back, in pixels: the rounding of sums and of the decimals.
    default double tolerance() {
        return 1e-6;
    }

    /// Whether the files say something about every picture they name, so that one without regions is a picture with nothing on it.
    default boolean hasAnswers() {
        return !shapes().isEmpty();
    }

    /// Whether items are shown from files that may be copied into the workspace: pictures, and pages of documents.
    default boolean hasMedia() {
        return kind() == ProjectKind.IMAGE;
    }

    /// What the items of such a data set are.
    default ProjectKind kind() {
        return ProjectKind.IMAGE;
    }

    /// What a person can say about how to read such files.
    default Set<ReadOption> options() {
        return Set.of();
    }

    /// What stands first in [#pieces] where the files themselves say what one item is.
    String AS_FILES = "as-files";

    /// What one item can be, as [ReadOption#BY] says it. First comes what is taken without a word. Empty where files leave no choice.
    default List<String> pieces() {
        return List.of();
    }

    /// Why this looks like a data set of this format, or empty when it does not. Opens a few small parts of files at most.
    Optional<Detection> recognise(FolderLook look);

    DatasetReader reader();

    /// Between which an export chooses; empty for a format that holds everything side by side.
    default Set<ExportTask> tasks() {
        return Set.of();
    }

    /// Empty for a format that can only be read.
    Optional<DatasetWriter> writer();
}
