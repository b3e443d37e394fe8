package labelwright.learning;

/// How well one label is found.
///
/// @param label index of the label
/// @param objects objects that are really there
/// @param ap50 average precision at IoU .5; NaN if there are no objects
/// @param ap50to95 mean average precision at IoU .50, .55 to .95; NaN if there are no objects
/// @param threshold the score at which F1 is best
/// @param precision at that threshold
/// @param recall at that threshold
/// @param f1 at that threshold
public record LabelScore(int label, int objects, double ap50, double ap50to95, double threshold, double precision, double recall,
        double f1) {}
