package labelwright.geometry.canary;

import labelwright.model.Item;

/// Breaks the map: geometry knows nothing of items.
public record ReachesUpAFloor(Item item) {}
