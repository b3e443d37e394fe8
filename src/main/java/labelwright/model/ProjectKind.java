package labelwright.model;

/// What the items of a project are. The key is stored and written on the command line.
public enum ProjectKind {
    IMAGE("image"), TEXT("text");

    private final String key;

    ProjectKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /// @throws IllegalArgumentException for a word that names no kind
    public static ProjectKind ofKey(String word) {
        for (ProjectKind kind : values()) {
            if (kind.key.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("There is no kind of project called \"" + word + "\"; use image or text");
    }
}
