package labelwright.engine;

import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/// AdamW (Loshchilov and Hutter 2019) on the flat array of learned values, with clipping of the whole gradient's norm. Written here
/// because the moments of DJL's own cannot be saved for a resumed run.
final class AdamW {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final Weights weights;
    private final NDArray first;
    private final NDArray second;
    private final NDArray decaying;
    private final float clip;
    private final float decay;
    private long steps;

    /// @param decay part of a weight lost per step at learning rate 1
    /// @param clip greatest norm of the gradient, 0 for no limit
    AdamW(Weights weights, double decay, double clip) {
        this.weights = weights;
        this.decay = (float) decay;
        this.clip = (float) clip;
        NDManager manager = weights.learned().getManager();
        Shape shape = weights.learned().getShape();
        this.first = manager.zeros(shape);
        this.second = manager.zeros(shape);
        this.decaying = manager.create(mask(weights.layout()));
    }

    /// Takes one step against the gradients collected in the views.
    ///
    /// @return the norm of the gradient before clipping; not finite if the loss was not, and then nothing was changed
    double step(double learningRate) {
        try (NDManager scratch = weights.learned().getManager().newSubManager()) {
            NDArray gradient = gradient(scratch);
            double norm = gradient.norm().getFloat();
            if (!Double.isFinite(norm)) {
                return norm;
            }
            if (clip > 0 && norm > clip) {
                gradient.muli(clip / norm);
            }
            steps++;
            first.muli(BETA1).addi(gradient.mul(1 - BETA1));
            second.muli(BETA2).addi(gradient.square().muli(1 - BETA2));
            float correction1 = (float) (1 - Math.pow(BETA1, (double) steps));
            float correction2 = (float) (1 - Math.pow(BETA2, (double) steps));
            NDArray scale = second.div(correction2);
            scale.attach(scratch);
            NDArray update = first.div(scale.sqrt().addi(EPSILON));
            update.attach(scratch);
            update.muli(learningRate / correction1);
            NDArray lost = weights.learned().mul(decaying);
            lost.attach(scratch);
            weights.learned().subi(update).subi(lost.muli(learningRate * decay));
            return norm;
        }
    }

    long steps() {
        return steps;
    }

    NDArray first() {
        return first;
    }

    NDArray second() {
        return second;
    }

    /// Goes on at a number of steps; the moments are restored by the caller.
    void resumeAt(long done) {
        steps = done;
    }

    /// Sets the collected gradients to zero, also those that are no numbers.
    void forgetGradients() {
        WeightLayout layout = weights.layout();
        for (int i = 0; i < layout.entries().size(); i++) {
            if (layout.entries().get(i).isLearned() && weights.view(i).hasGradient()) {
                try (NDArray part = weights.view(i).getGradient()) {
                    part.set(new NDIndex("..."), 0);
                }
            }
        }
    }

    /// The gradients of all views as one array; the views' own are set to zero for the next step. (DJL's `zeroGradients` would visit every array of
    /// the process, those of other threads too, and leave two handles behind for each.)
    private NDArray gradient(NDManager scratch) {
        NDList parts = new NDList();
        NDList flat = new NDList();
        WeightLayout layout = weights.layout();
        for (int i = 0; i < layout.entries().size(); i++) {
            if (layout.entries().get(i).isLearned()) {
                NDArray part = weights.view(i).getGradient();
                part.attach(scratch);
                parts.add(part);
                flat.add(part.flatten());
            }
        }
        NDArray all = NDArrays.concat(flat);
        parts.forEach(part -> part.muli(0));
        return all;
    }

    private static float[] mask(WeightLayout layout) {
        float[] mask = new float[(int) layout.learnedSize()];
        for (WeightLayout.Entry entry : layout.entries()) {
            if (entry.isLearned() && entry.decays()) {
                Arrays.fill(mask, (int) entry.offset(), (int) (entry.offset() + entry.size()), 1);
            }
        }
        return mask;
    }
}
