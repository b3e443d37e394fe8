package labelwright.ui.data.canary;

import labelwright.ui.annotate.canary.OtherScreen;

/// Breaks the map: screens do not know each other.
public record KnowsAnotherScreen(OtherScreen screen) {}
