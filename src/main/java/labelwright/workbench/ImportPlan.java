package labelwright.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import labelwright.model.ProjectKind;

/// What a look at a folder or file found, before anything is imported.
///
/// @param format the format's id
/// @param formatName the format's name for people
/// @param kind what the items are; a project of another kind cannot take them
/// @param why what in the files shows that it is this format, one sentence
/// @param items pictures or texts found, with or without annotations
/// @param labels in the file's order
/// @param beginning how the texts are encoded; where that is only guessed, the counts are those of the guess. Empty for pictures
/// @param counted whether the counts are whole, or the look stopped early
public record ImportPlan(Path root, String format, String formatName, ProjectKind kind, String why, long items, long annotations,
        List<String> labels,
        Counted counted, Optional<TextBeginning> beginning) {

    /// How far the look went.
    public enum Counted {
        ALL, AT_LEAST
    }

    public ImportPlan {
        labels = List.copyOf(labels);
    }
}
