package labelwright.engine.text;

import java.util.List;

/// What a classifier says about a text.
///
/// @param chosen indices of the labels it would give; exactly one where the model was trained so
/// @param probabilities one for each label
@SuppressWarnings("ArrayRecordComponent") // handed on without a copy and never compared
public record TextReading(List<Integer> chosen, double[] probabilities) {}
