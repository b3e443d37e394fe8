package labelwright.engine.text;

/// How many labels a text may have.
enum Answering {
    /// Exactly one: the probabilities sum to one.
    ONE {
        @Override
        void probabilities(float[] scores, double[] into) {
            double most = Double.NEGATIVE_INFINITY;
            for (float score : scores) {
                most = Math.max(most, score);
            }
            double sum = 0;
            for (int k = 0; k < scores.length; k++) {
                into[k] = Math.exp(scores[k] - most);
                sum += into[k];
            }
            for (int k = 0; k < scores.length; k++) {
                into[k] /= sum;
            }
        }
    },
    /// Any number: each probability stands alone.
    ANY {
        @Override
        void probabilities(float[] scores, double[] into) {
            for (int k = 0; k < scores.length; k++) {
                into[k] = 1 / (1 + Math.exp(-scores[k]));
            }
        }
    };

    abstract void probabilities(float[] scores, double[] into);
}
