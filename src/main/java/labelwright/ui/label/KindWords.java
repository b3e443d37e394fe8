package labelwright.ui.label;

import labelwright.model.ProjectKind;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;

/// Words that are different for each kind of project: their keys end with the kind's name.
final class KindWords {
    private static final Texts TEXTS = Texts.of(KindWords.class);

    private final ProjectKind kind;

    KindWords(ProjectContext context) {
        kind = context.project().get().kind();
    }

    /// @param key with a dot at its end
    String get(String key) {
        return TEXTS.get(key + kind.name());
    }

    String format(String key, Object... arguments) {
        return TEXTS.format(key + kind.name(), arguments);
    }
}
