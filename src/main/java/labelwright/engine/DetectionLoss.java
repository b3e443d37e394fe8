package labelwright.engine;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

import labelwright.engine.TaskAlignedAssigner.Positive;

/// The two parts of what the detector learns. Labels: quality focal loss of every cell against the assigned scores (Li et al. 2020, the weight taken as constant), over their sum.
/// Boxes: 1 - IoU plus the squared distance of the centres over that of the enclosing diagonal (Zheng et al. 2020) plus half the sum of the absolute errors
/// relative to the object's size; every object counts alike, however large it is and however many cells learn it.
final class DetectionLoss {

    private final InputGrid grid;
    private final int labels;
    private final double boxWeight;
    private final TaskAlignedAssigner assigner;

    DetectionLoss(InputGrid grid, int labels, DetectionSettings settings) {
        this.grid = grid;
        this.labels = labels;
        this.boxWeight = settings.number(DetectionOption.BOX_WEIGHT);
        this.assigner = new TaskAlignedAssigner(grid, settings.whole(DetectionOption.ASSIGNED));
    }

    /// @param answers logits N x labels x rows x columns and boxes N x 4 x rows x columns
    Parts of(NDList answers, List<List<LabelledBox>> objects) {
        NDArray logits = answers.get(0).transpose(0, 2, 3, 1).reshape(-1, labels);
        NDArray boxes = answers.get(1).transpose(0, 2, 3, 1).reshape(-1, 4);
        float[] logitValues = logits.toFloatArray();
        float[] boxValues = boxes.toFloatArray();
        List<Row> rows = new ArrayList<>();
        float[] targets = new float[logitValues.length];
        double sum = 0;
        double seen = 0;
        for (int n = 0; n < objects.size(); n++) {
            int start = n * grid.cells();
            List<Positive> positives = assigner.assign(objects.get(n), logitValues, start * labels, boxValues, start * 4, labels);
            double[] perObject = new double[objects.get(n).size()];
            for (Positive p : positives) {
                targets[(start + p.cell()) * labels + p.label()] = (float) p.target();
                sum += p.target();
                perObject[p.object()] += p.target();
            }
            for (Positive p : positives) {
                rows.add(new Row(start + p.cell(), p, p.target() / Math.max(1e-9, perObject[p.object()])));
            }
            for (double share : perObject) {
                seen += share > 0 ? 1 : 0;
            }
        }
        NDManager manager = logits.getManager();
        NDArray target = manager.create(targets, logits.getShape());
        NDArray focus = manager.create(focus(logitValues, targets), logits.getShape());
        NDArray label = Activation.softPlus(logits).sub(logits.mul(target)).mul(focus).sum().div((float) Math.max(1, sum));
        NDArray box = rows.isEmpty() ? boxes.sum().mul(0) : boxLoss(boxes, rows).mul((float) (boxWeight / Math.max(1, seen)));
        return new Parts(label, box);
    }

    /// Weight of each answer: the squared distance between score and target, so that the many easy cells do not drown the few that matter.
    private static float[] focus(float[] logits, float[] targets) {
        float[] focus = new float[logits.length];
        for (int i = 0; i < focus.length; i++) {
            double off = 1 / (1 + Math.exp(-logits[i])) - targets[i];
            focus[i] = (float) (off * off);
        }
        return focus;
    }

    private NDArray boxLoss(NDArray boxes, List<Row> rows) {
        NDManager manager = boxes.getManager();
        int n = rows.size();
        long[] index = new long[n * 4];
        float[] centre = new float[n * 2];
        float[] truth = new float[n * 4];
        float[] weight = new float[n];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            for (int k = 0; k < 4; k++) {
                index[i * 4 + k] = row.flatCell;
            }
            centre[i * 2] = row.positive.cell() % grid.columns() + 0.5f;
            centre[i * 2 + 1] = Math.floorDiv(row.positive.cell(), grid.columns()) + 0.5f;
            CellBox t = row.positive.truth();
            truth[i * 4] = (float) t.x();
            truth[i * 4 + 1] = (float) t.y();
            truth[i * 4 + 2] = (float) t.width();
            truth[i * 4 + 3] = (float) t.height();
            weight[i] = (float) row.weight;
        }
        NDArray raw = boxes.gather(manager.create(index, new Shape(n, 4)), 0);
        NDArray t = manager.create(truth, new Shape(n, 4));
        NDArray at = raw.get(new NDIndex(":, 0:2")).add(manager.create(centre, new Shape(n, 2)));
        NDArray logSize = raw.get(new NDIndex(":, 2:4")).clip(-6, 6);
        NDArray size = logSize.exp();
        NDArray tAt = t.get(new NDIndex(":, 0:2"));
        NDArray tSize = t.get(new NDIndex(":, 2:4"));
        NDArray low = at.sub(size.div(2));
        NDArray high = at.add(size.div(2));
        NDArray tLow = tAt.sub(tSize.div(2));
        NDArray tHigh = tAt.add(tSize.div(2));
        NDArray overlap = NDArrays.minimum(high, tHigh).sub(NDArrays.maximum(low, tLow)).clip(0, 1e6f);
        NDArray common = product(overlap);
        NDArray union = product(size).add(product(tSize)).sub(common).add(1e-6f);
        NDArray hull = NDArrays.maximum(high, tHigh).sub(NDArrays.minimum(low, tLow));
        NDArray apart = at.sub(tAt);
        NDArray distance = apart.mul(apart).sum(new int[] {1}).div(hull.mul(hull).sum(new int[] {1}).add(1e-6f));
        NDArray error = apart.div(tSize).abs().add(logSize.sub(tSize.log()).abs()).sum(new int[] {1});
        NDArray each = common.div(union).neg().add(1).add(distance).add(error.mul(0.5f));
        return each.mul(manager.create(weight)).sum();
    }

    private static NDArray product(NDArray pairs) {
        return pairs.get(new NDIndex(":, 0")).mul(pairs.get(new NDIndex(":, 1")));
    }

    private record Row(long flatCell, Positive positive, double weight) {}

    /// The parts of a loss; both are scalars attached to the manager of the answers.
    record Parts(NDArray label, NDArray box) {

        NDArray total() {
            return label.add(box);
        }
    }
}
