package labelwright.workbench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.Project;
import labelwright.model.Split;

/// What to import, and how.
///
/// @param root the folder or annotation file
/// @param format a format's id; null to find it by looking at the files
/// @param images where the pictures are, when they do not lie where the annotation files say; null when they do
/// @param split the split of every imported item; [Split#NONE] keeps what the files say
/// @param as whose the annotations become
/// @param options what was said about how to read the files, by the words of the command line: `columns`, `by`, `encoding`; what a format does
/// not know it passes over
public record ImportRequest(Project project, Path root, @Nullable String format, @Nullable Path images, Placement placement, Split split,
        ImportAs as, Map<String, String> options) {
    public ImportRequest {
        options = Map.copyOf(options);
    }

    /// Files are read as they look.
    public ImportRequest(Project project, Path root, @Nullable String format, @Nullable Path images, Placement placement, Split split,
            ImportAs as) {
        this(project, root, format, images, placement, split, as, Map.of());
    }

    /// Format found by looking, pictures referenced where they are, splits as the files say.
    public static ImportRequest of(Project project, Path root, Author as) {
        return new ImportRequest(project, root, null, null, Placement.REFERENCE, Split.NONE, new ImportAs.Answers(as), Map.of());
    }

    public ImportRequest withFormat(@Nullable String changed) {
        return new ImportRequest(project, root, changed, images, placement, split, as, options);
    }

    public ImportRequest withImages(@Nullable Path changed) {
        return new ImportRequest(project, root, format, changed, placement, split, as, options);
    }

    public ImportRequest withPlacement(Placement changed) {
        return new ImportRequest(project, root, format, images, changed, split, as, options);
    }

    public ImportRequest withSplit(Split changed) {
        return new ImportRequest(project, root, format, images, placement, changed, as, options);
    }

    /// The annotations become suggestions of the model.
    public ImportRequest withSuggestionsOf(String model) {
        return new ImportRequest(project, root, format, images, placement, split, new ImportAs.Suggestions(model), options);
    }

    public ImportRequest withOption(String option, String value) {
        Map<String, String> changed = new HashMap<>(options);
        changed.put(option, value);
        return withOptions(changed);
    }

    public ImportRequest withOptions(Map<String, String> changed) {
        return new ImportRequest(project, root, format, images, placement, split, as, changed);
    }
}
