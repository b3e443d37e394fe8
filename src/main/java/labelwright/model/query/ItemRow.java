package labelwright.model.query;

import labelwright.model.Item;
import labelwright.model.WorkState;

/// An item as lists and grids show it.
///
/// @param state of the asking author's answer
/// @param annotations in that answer
/// @param suggestions of all models together that the author has neither taken nor refused
/// @param bestScore the highest score among all suggestions for the item, NaN when there is none
public record ItemRow(Item item, WorkState state, int annotations, int suggestions, double bestScore) {}
