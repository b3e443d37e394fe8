package labelwright.ui.annotate.canary;

/// What [labelwright.ui.data.canary.KnowsAnotherScreen] must not know.
public record OtherScreen(String name) {}
