package labelwright.learning;

import java.util.List;

/// How well a detector does on a set of pictures.
///
/// @param map50 mean of AP at IoU .5 over the labels that have objects; 0 if none has
/// @param map50to95 the same over ten IoU from .50 to .95
/// @param threshold the score at which F1 over all labels together is best
/// @param precision over all labels together, at that threshold
/// @param recall over all labels together, at that threshold
/// @param f1 over all labels together, at that threshold
/// @param labels one entry for each label, in order
/// @param confusion rows = true label, columns = found label, at that threshold and IoU .5 whatever the labels; the last row is found where nothing is, the
///        last column is what was missed
public record DetectionScore(double map50, double map50to95, double threshold, double precision, double recall, double f1,
        List<LabelScore> labels, List<List<Integer>> confusion) {}
