package labelwright.ui.data;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import labelwright.model.Project;
import labelwright.model.Split;
import labelwright.workbench.ImportAs;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.Placement;

/// What a person chose about an import.
///
/// @param format a format's id; null for the one that was found
/// @param options how files of texts are to be read, as [ImportRequest] says
/// @param images null where the annotation files say
record ImportForm(Path root, @Nullable String format, @Nullable Path images, Placement placement, Split split, ImportAs as,
        Map<String, String> options) {

    ImportRequest request(Project project) {
        return new ImportRequest(project, root, format, images, placement, split, as, options);
    }
}
