package labelwright.learning;

import labelwright.model.ItemId;

/// An item that may be labelled next.
///
/// @param uncertainty the larger, the less sure the model is; any finite scale
/// @param features the model's vector for the item; all candidates have vectors of one length
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
public record Candidate(ItemId id, double uncertainty, float[] features) {}
