package labelwright.workbench;

import java.util.List;
import java.util.SortedMap;

import labelwright.model.ItemId;
import labelwright.model.ModelVersion;
import labelwright.model.Split;

/// How good a model is on one split.
///
/// @param metrics 0 to 1: of boxes `mAP50` and `mAP50_95`; of texts `f1`, `macroF1` and, for labels of whole texts, `accuracy`
/// @param worst the pictures where the model is most wrong, worst first
public record EvaluationReport(ModelVersion model, Split split, long items, SortedMap<String, Double> metrics, List<LabelResult> perLabel,
        Confusion confusion, List<WorstItem> worst) {

    public EvaluationReport {
        perLabel = List.copyOf(perLabel);
        worst = List.copyOf(worst);
    }

    /// @param objects how many there are in truth
    /// @param ap50 not a number for texts; likewise ap50To95
    /// @param precision at the score where F1 is best; likewise recall. Of texts as they stand
    public record LabelResult(String label, long objects, double ap50, double ap50To95, double precision, double recall) {}

    /// What was taken for what, at IoU 0.5.
    ///
    /// @param labels names of the rows and columns; the last row and column are the background
    /// @param counts rows are the truth, columns what the model said
    public record Confusion(List<String> labels, List<List<Long>> counts) {}

    /// @param missed objects that the model did not find; extra: boxes where there is no such object
    public record WorstItem(ItemId item, String name, int missed, int extra) {}
}
