package labelwright.workbench;

import labelwright.model.ProjectKind;

/// What the items of a project are called in sentences.
final class ItemWords {
    private ItemWords() {}

    static String one(ProjectKind kind) {
        return switch (kind) {
            case IMAGE -> "picture";
            case TEXT -> "text";
        };
    }

    static String many(ProjectKind kind) {
        return one(kind) + "s";
    }
}
