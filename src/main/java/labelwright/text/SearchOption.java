package labelwright.text;

/// How a text is looked for.
public enum SearchOption {
    /// `Berlin` also finds `BERLIN`, letter by letter: `ß` does not find `SS`.
    IGNORE_CASE,
    /// `art` does not find the beginning of `artist`.
    WHOLE_WORDS
}
