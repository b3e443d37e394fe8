package labelwright.model;

/// What sort of value an attribute has. The key is stored and written into schema files; it never changes.
public enum AttributeKind {
    /// One line of text.
    TEXT("text"),
    /// Text of several lines.
    LONG_TEXT("long-text"),
    /// A decimal number with a point, such as `-2` or `0.25`.
    NUMBER("number"),
    /// One of the options.
    SELECT("select"),
    /// Any number of the options; see [Choices] for how they are written.
    MULTI_SELECT("multi-select"),
    /// Yes or no: `1` means yes, `0` or no value means no. On a whole picture this is a tag.
    CHECK("check"),
    /// One place in a tree; the value is the path to it, such as `Animal/Dog`.
    TAXONOMY("taxonomy"),
    /// Any number of places in a tree; their paths are written as those of [#MULTI_SELECT].
    MULTI_TAXONOMY("multi-taxonomy");

    private final String key;

    AttributeKind(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /// @throws IllegalArgumentException for a word that names no kind
    public static AttributeKind ofKey(String word) {
        for (AttributeKind kind : values()) {
            if (kind.key.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("There is no kind of attribute called \"" + word
                + "\"; use text, long-text, number, select, multi-select, check, taxonomy or multi-taxonomy");
    }
}
