package labelwright.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.Dropout;

/// The anchor-free detector: a residual trunk down to stride 32, a path back up to stride 8 that adds what was seen on the way
/// (Lin et al. 2017), and two small heads that answer for every cell of the stride-8 grid.
///
/// Input: N x 3 x height x width, best laid out channels-last in memory (then every layer is, which is a quarter faster on a CPU).
/// Answers per cell: one logit for each label, and a box as offset of its centre from the cell's centre and logarithms of its
/// width and height, all in cells. Holds no values itself; they come as [Weights] with each call.
final class DetectorNetwork {

    private final WeightLayout layout = new WeightLayout();
    private final int labels;
    private final float dropout;
    private final ConvUnit stem;
    private final Stage quarter;
    private final Stage eighth;
    private final Stage sixteenth;
    private final Stage thirtySecond;
    private final ConvUnit top;
    private final ConvUnit side16;
    private final ConvUnit blend16;
    private final ConvUnit side8;
    private final ConvUnit blend8;
    private final ConvUnit labelUnit;
    private final ConvUnit boxUnit;
    private final int labelWeight;
    private final int labelBias;
    private final int boxWeight;
    private final int boxBias;

    /// @param width multiplies the number of channels
    DetectorNetwork(int labels, double width, double dropout) {
        this.labels = labels;
        this.dropout = (float) dropout;
        int c2 = channels(16, width);
        int c4 = channels(24, width);
        int c8 = channels(48, width);
        int c16 = channels(96, width);
        int c32 = channels(144, width);
        stem = new ConvUnit(layout, "stem", 3, c2, 3, 2);
        quarter = new Stage(layout, "trunk4", c2, c4, 1);
        eighth = new Stage(layout, "trunk8", c4, c8, 2);
        sixteenth = new Stage(layout, "trunk16", c8, c16, 2);
        thirtySecond = new Stage(layout, "trunk32", c16, c32, 1);
        top = new ConvUnit(layout, "top", c32, c8, 1, 1);
        side16 = new ConvUnit(layout, "side16", c16, c8, 1, 1);
        blend16 = new ConvUnit(layout, "blend16", c8, c8, 3, 1);
        side8 = new ConvUnit(layout, "side8", c8, c8, 1, 1);
        blend8 = new ConvUnit(layout, "blend8", c8, c8, 3, 1);
        labelUnit = new ConvUnit(layout, "label", c8, c8, 3, 1);
        boxUnit = new ConvUnit(layout, "box", c8, c8, 3, 1);
        labelWeight = layout.learned("label.out.weight", WeightLayout.Start.ZERO, labels, c8, 1, 1);
        labelBias = layout.learned("label.out.bias", WeightLayout.Start.ZERO, labels);
        boxWeight = layout.learned("box.out.weight", WeightLayout.Start.ZERO, 4, c8, 1, 1);
        boxBias = layout.learned("box.out.bias", WeightLayout.Start.ZERO, 4);
    }

    WeightLayout layout() {
        return layout;
    }

    int labels() {
        return labels;
    }

    /// Starts the heads where training begins best: every label improbable, every box of the usual size.
    ///
    /// @param usualCells geometric mean of the objects' sides, in cells
    void prime(Weights weights, double usualCells) {
        weights.view(labelBias).muli(0).addi((float) -Math.log((1 - 0.01) / 0.01));
        try (NDArray start = weights.learned().getManager().create(new float[] {0, 0, 1, 1})) {
            weights.view(boxBias).muli(0).addi(start.muli(Math.log(usualCells)));
        }
    }

    /// What the heads look at: N x channels x rows x columns.
    NDArray features(Weights weights, NDArray x, Mode mode) {
        NDArray at4 = quarter.forward(weights, stem.forward(weights, x, mode), mode);
        NDArray at8 = eighth.forward(weights, at4, mode);
        NDArray at16 = sixteenth.forward(weights, at8, mode);
        NDArray at32 = thirtySecond.forward(weights, at16, mode);
        NDArray up16 = enlarged(top.forward(weights, at32, mode), at16).add(side16.linear(weights, at16, mode));
        NDArray mid = blend16.forward(weights, up16, mode);
        NDArray up8 = enlarged(mid, at8).add(side8.linear(weights, at8, mode));
        return blend8.forward(weights, up8, mode);
    }

    /// The answers for features, with the dropout in front of the heads active or not whatever the mode.
    ///
    /// @return label logits N x labels x rows x columns, boxes N x 4 x rows x columns
    NDList heads(Weights weights, NDArray features, Mode mode, Dropping dropping) {
        boolean drops = dropping == Dropping.ON && dropout > 0;
        NDArray x = drops ? Dropout.dropout(features, dropout, true).head() : features;
        NDArray label = labelUnit.forward(weights, x, mode);
        NDArray box = boxUnit.forward(weights, x, mode);
        Shape one = new Shape(1, 1);
        return new NDList(Conv2d.conv2d(label, weights.view(labelWeight), weights.view(labelBias), one).head(),
                Conv2d.conv2d(box, weights.view(boxWeight), weights.view(boxBias), one).head());
    }

    private static NDArray enlarged(NDArray x, NDArray like) {
        long[] size = {like.getShape().get(2), like.getShape().get(3)};
        return x.getNDArrayInternal().interpolation(size, 0, false);
    }

    private static int channels(int base, double width) {
        return Math.max(8, (int) Math.round(base * width / 8) * 8);
    }

    /// Whether dropout drops.
    enum Dropping {
        ON, OFF
    }
}
