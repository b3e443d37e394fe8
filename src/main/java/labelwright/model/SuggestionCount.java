package labelwright.model;

/// What people said to a model's suggestions.
///
/// @param open suggested and not answered yet
public record SuggestionCount(ModelId model, long taken, long changed, long refused, long open) {}
