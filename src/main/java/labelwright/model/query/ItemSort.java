package labelwright.model.query;

/// An order of items. Equal items stand in the order of their import.
public enum ItemSort {
    /// Oldest import first.
    IMPORTED,
    /// By name, code point by code point.
    NAME,
    /// New first, rejected last.
    STATE,
    /// None, train, validation, test.
    SPLIT, FEWEST_ANNOTATIONS, MOST_ANNOTATIONS,
    /// The suggestion that a model was least sure of first; items without suggestions last.
    LOWEST_SCORE,
    /// By the newest ranking; items that were not ranked last.
    USEFULNESS
}
