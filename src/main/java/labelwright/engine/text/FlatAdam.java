package labelwright.engine.text;

import java.util.Arrays;

/// AdamW (Loshchilov and Hutter 2019) over one flat array of the heap.
final class FlatAdam {

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final float[] theta;
    private final float[] gradient;
    private final float[] first;
    private final float[] second;
    private final float decay;

    FlatAdam(float[] theta, double decay) {
        this.theta = theta;
        this.gradient = new float[theta.length];
        this.first = new float[theta.length];
        this.second = new float[theta.length];
        this.decay = (float) decay;
    }

    /// Where gradients are added; set to zero by each step.
    float[] gradient() {
        return gradient;
    }

    float[] first() {
        return first;
    }

    float[] second() {
        return second;
    }

    /// @param step from 1
    void step(double rate, long step) {
        float rate1 = (float) (rate / (1 - Math.pow(BETA1, (double) step)));
        float scale2 = (float) (1 / (1 - Math.pow(BETA2, (double) step)));
        float lost = (float) (rate * decay);
        for (int i = 0; i < theta.length; i++) {
            float g = gradient[i];
            float m = BETA1 * first[i] + (1 - BETA1) * g;
            float v = BETA2 * second[i] + (1 - BETA2) * g * g;
            first[i] = m;
            second[i] = v;
            theta[i] -= rate1 * m / ((float) Math.sqrt(v * scale2) + EPSILON) + lost * theta[i];
        }
        Arrays.fill(gradient, 0);
    }
}
