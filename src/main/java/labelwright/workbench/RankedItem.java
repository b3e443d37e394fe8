package labelwright.workbench;

import labelwright.model.ItemId;

/// One of the items that are most useful to label next.
///
/// @param uncertainty as the engine measures it, never negative; 0 for a random order
public record RankedItem(ItemId item, String name, double uncertainty) {}
