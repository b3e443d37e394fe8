package labelwright.text;

/// How much text is taken at a time.
public enum Granularity {
    /// What a person sees as one character, whatever it is made of.
    CHARACTER, WORD, SENTENCE
}
