package labelwright.ui.control;

import labelwright.model.ProjectKind;
import labelwright.ui.action.Texts;

/// Words that are different for each kind of project: their keys end with the kind's name.
public final class KindTexts {
    private final Texts texts;
    private final ProjectKind kind;

    public KindTexts(Texts texts, ProjectKind kind) {
        this.texts = texts;
        this.kind = kind;
    }

    /// @param key with a dot at its end
    public String get(String key) {
        return texts.get(key + kind.name());
    }

    /// @param key with a dot at its end
    public String format(String key, Object... arguments) {
        return texts.format(key + kind.name(), arguments);
    }
}
