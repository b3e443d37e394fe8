package labelwright.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Decides which cells learn which object, by how well they already answer it (task-aligned assignment, Feng et al. 2021): the
/// cells inside a box are ranked by score^0.5 * IoU^6, damped away from the centre, and the best few learn the object. The score they are to learn is
/// their rank value, scaled so that the best cell of an object learns its IoU. So a score says both what it is and how well the box fits.
final class TaskAlignedAssigner {

    private static final double SCORE_POWER = 0.5;
    private static final double IOU_POWER = 6;
    private static final double CENTRE_PULL = 0.5;
    /// Cells at least this near to the centre may learn an object however small it is.
    private static final double REACH = 0.75;

    private final InputGrid grid;
    private final int most;

    TaskAlignedAssigner(InputGrid grid, int most) {
        this.grid = grid;
        this.most = most;
    }

    /// @param logits cells x labels of one picture, starting at `logitStart`
    /// @param boxes cells x 4 raw box answers, starting at `boxStart`
    List<Positive> assign(List<LabelledBox> objects, float[] logits, int logitStart, float[] boxes, int boxStart, int labels) {
        Positive[] owner = new Positive[grid.cells()];
        for (int o = 0; o < objects.size(); o++) {
            for (Positive candidate : best(o, objects.get(o), logits, logitStart, boxes, boxStart, labels)) {
                Positive present = owner[candidate.cell];
                if (present == null || candidate.iou > present.iou) {
                    owner[candidate.cell] = candidate;
                }
            }
        }
        List<Positive> kept = new ArrayList<>();
        double[] bestMetric = new double[objects.size()];
        double[] bestIou = new double[objects.size()];
        for (Positive p : owner) {
            if (p != null) {
                kept.add(p);
                bestMetric[p.object] = Math.max(bestMetric[p.object], p.metric);
                bestIou[p.object] = Math.max(bestIou[p.object], p.iou);
            }
        }
        return kept.stream().map(p -> p.withTarget(p.metric / Math.max(1e-12, bestMetric[p.object]) * bestIou[p.object])).toList();
    }

    private List<Positive> best(int index, LabelledBox object, float[] logits, int logitStart, float[] boxes, int boxStart, int labels) {
        CellBox truth = toCells(object);
        double reachX = Math.max(truth.width() / 2, REACH);
        double reachY = Math.max(truth.height() / 2, REACH);
        List<Positive> candidates = new ArrayList<>();
        int firstRow = Math.max(0, (int) Math.ceil(truth.y() - reachY - 0.5));
        int lastRow = Math.min(grid.rows() - 1, (int) Math.floor(truth.y() + reachY - 0.5));
        int firstColumn = Math.max(0, (int) Math.ceil(truth.x() - reachX - 0.5));
        int lastColumn = Math.min(grid.columns() - 1, (int) Math.floor(truth.x() + reachX - 0.5));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                int cell = row * grid.columns() + column;
                double dx = (column + 0.5 - truth.x()) / reachX;
                double dy = (row + 0.5 - truth.y()) / reachY;
                double iou = CellBox.decode(boxes, boxStart + cell * 4, column, row).iou(truth);
                double score = 1 / (1 + Math.exp(-logits[logitStart + cell * labels + object.label()]));
                double metric = Math.pow(score, SCORE_POWER) * Math.pow(Math.max(iou, 1e-3), IOU_POWER)
                        * Math.exp(-CENTRE_PULL * (dx * dx + dy * dy));
                candidates.add(new Positive(index, cell, object.label(), truth, iou, metric, 0));
            }
        }
        candidates.sort(Comparator.comparingDouble(Positive::metric).reversed());
        return candidates.size() > most ? candidates.subList(0, most) : candidates;
    }

    private static CellBox toCells(LabelledBox object) {
        double s = InputGrid.STRIDE;
        return new CellBox((object.bounds().x() + object.bounds().width() / 2) / s,
                (object.bounds().y() + object.bounds().height() / 2) / s,
                object.bounds().width() / s, object.bounds().height() / s);
    }

    /// A cell that learns an object.
    ///
    /// @param target score that the cell is to give to the label, 0 to 1
    record Positive(int object, int cell, int label, CellBox truth, double iou, double metric, double target) {

        Positive withTarget(double value) {
            return new Positive(object, cell, label, truth, iou, metric, value);
        }
    }
}
