package labelwright.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import labelwright.engine.DetectionOption;
import labelwright.engine.DetectionSettings;
import labelwright.engine.EngineException;
import labelwright.engine.text.TextFamily;
import labelwright.engine.text.TextSettings;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Recipe;
import labelwright.workbench.WorkbenchException.Reason;

/// The kinds of models that can be trained, and the settings of recipes for them.
final class Families {
    private static final String SEED = "seed";

    private Families() {}

    /// Those that learn from items of the kind.
    static List<Family> of(ProjectKind kind) {
        return switch (kind) {
            case IMAGE -> List.of(detection());
            case TEXT -> Arrays.stream(TextFamily.values()).map(Families::text).toList();
        };
    }

    static List<Family> all() {
        List<Family> all = new ArrayList<>();
        for (ProjectKind kind : ProjectKind.values()) {
            all.addAll(of(kind));
        }
        return all;
    }

    private static Family detection() {
        return new Family(Training.DETECTION,
                Arrays.stream(DetectionOption.values()).filter(option -> option != DetectionOption.SEED)
                        .map(option -> new Family.Setting(option.key(), option.defaultValue(), option.least(), option.most(),
                                kind(option.isWhole()), option.acceptsAuto(), option.meaning()))
                        .toList());
    }

    private static Family text(TextFamily family) {
        return new Family(family.id(),
                family.options().stream().filter(option -> !option.key().equals(SEED))
                        .map(option -> new Family.Setting(option.key(), option.defaultValue(), option.least(), option.most(),
                                kind(option.isWhole()), option.acceptsAuto(), option.meaning()))
                        .toList());
    }

    private static Family.Kind kind(boolean whole) {
        return whole ? Family.Kind.WHOLE : Family.Kind.DECIMAL;
    }

    /// @throws WorkbenchException INVALID for a family that there is not
    static void require(String family) {
        if (all().stream().noneMatch(known -> known.id().equals(family))) {
            throw new WorkbenchException(Reason.INVALID, "There is no family \"" + family + "\". There are: " + names(all()) + ".");
        }
    }

    /// @throws WorkbenchException INVALID for a family that does not learn from items of the project's kind, or a setting that makes no sense
    static void require(Project project, Recipe recipe) {
        require(recipe.family());
        if (of(project.kind()).stream().noneMatch(known -> known.id().equals(recipe.family()))) {
            throw new WorkbenchException(Reason.INVALID,
                    "The family \"" + recipe.family() + "\" does not learn from projects of the kind \""
                            + project.kind().key() + "\". There are: " + names(of(project.kind())) + ".");
        }
        switch (project.kind()) {
            case IMAGE -> detection(recipe);
            case TEXT -> text(recipe);
        }
    }

    /// @throws WorkbenchException INVALID for a setting that makes no sense
    static DetectionSettings detection(Recipe recipe) {
        try {
            return DetectionSettings.parse(recipe.settings()).with(DetectionOption.SEED, Long.toString(recipe.seed()));
        } catch (EngineException e) {
            throw new WorkbenchException(Reason.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    /// @throws WorkbenchException INVALID for a setting that makes no sense
    static TextSettings text(Recipe recipe) {
        try {
            return TextSettings.parse(TextFamily.of(recipe.family()).orElseThrow(), recipe.settings()).with(SEED,
                    Long.toString(recipe.seed()));
        } catch (EngineException e) {
            throw new WorkbenchException(Reason.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    private static String names(List<Family> families) {
        return families.stream().map(Family::id).collect(Collectors.joining(", "));
    }
}
