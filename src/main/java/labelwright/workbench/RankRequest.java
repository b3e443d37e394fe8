package labelwright.workbench;

import org.jspecify.annotations.Nullable;

import labelwright.model.ModelId;
import labelwright.model.Project;

/// Which items to choose for labelling next.
///
/// @param model null only for [Strategy#RANDOM]
/// @param count how many; fewer are chosen when there are not so many
/// @param seed where all chance starts from
public record RankRequest(Project project, @Nullable ModelId model, Strategy strategy, int count, long seed) {}
