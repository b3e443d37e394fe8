package labelwright.exchange;

/// A guess at the format of a data set.
///
/// @param certainty larger is surer; only for ranking
/// @param reason what was seen, a part of a sentence for people: `annotations/instances_train.json lists images`
public record Detection(DatasetFormat format, int certainty, String reason) {}
