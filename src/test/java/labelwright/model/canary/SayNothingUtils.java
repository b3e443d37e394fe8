package labelwright.model.canary;

/// Breaks the rule against names that say nothing.
public record SayNothingUtils(String name) {}
