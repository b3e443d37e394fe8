package labelwright.engine.text;

import java.util.Arrays;
import java.util.List;

import labelwright.engine.EngineException;
import labelwright.engine.text.WordSplitter.Unit;

/// A piece of a text as a tagger sees it.
///
/// @param features of each unit, hashed
/// @param states of each unit, one after the other, with `window` empty ones before and behind; empty without a pretrained network
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
record SeenSegment(List<Unit> units, List<SparseVector> features, float[] states) {

    /// Reads pieces of texts.
    ///
    /// @param dimension of a state; 0 without a pretrained network
    /// @param window units on each side that are seen with one
    record Eye(int dimension, int window) {

        /// @param embedding only asked where the dimension is not 0
        SeenSegment see(int[] points, List<Unit> units, Embedding embedding) throws EngineException {
            float[] states = dimension == 0 ? new float[0] : states(points, units, embedding);
            return new SeenSegment(units, WordFeatures.of(points, units), states);
        }

        private float[] states(int[] points, List<Unit> units, Embedding embedding) throws EngineException {
            int start = units.getFirst().start();
            int end = units.getLast().end();
            TokenStates tokens = embedding.states(new String(points, start, end - start));
            float[] states = new float[(units.size() + 2 * window) * dimension];
            int token = 0;
            for (int u = 0; u < units.size(); u++) {
                Unit unit = units.get(u);
                while (token < tokens.size() && tokens.ends()[token] + start <= unit.start()) {
                    token++;
                }
                int count = 0;
                int at = (u + window) * dimension;
                for (int t = token; t < tokens.size() && tokens.starts()[t] + start < unit.end(); t++) {
                    for (int d = 0; d < dimension; d++) {
                        states[at + d] += tokens.states()[t * dimension + d];
                    }
                    count++;
                }
                for (int d = 0; d < dimension && count > 1; d++) {
                    states[at + d] /= count;
                }
            }
            return states;
        }

        /// Makes the states of mean 0 and spread 1, in place; the empty ones stay.
        void scale(SeenSegment segment, float[] centre, float[] spread) {
            for (int u = window; dimension > 0 && u < segment.units.size() + window; u++) {
                for (int d = 0; d < dimension; d++) {
                    segment.states[u * dimension + d] = (segment.states[u * dimension + d] - centre[d]) / spread[d];
                }
            }
        }

        /// Mean and standard deviation of the states.
        void measure(List<SeenSegment> segments, float[] centre, float[] spread) {
            double[] sums = new double[dimension];
            double[] squares = new double[dimension];
            long count = 0;
            for (SeenSegment segment : segments) {
                for (int u = window; dimension > 0 && u < segment.units.size() + window; u++) {
                    count++;
                    for (int d = 0; d < dimension; d++) {
                        double value = segment.states[u * dimension + d];
                        sums[d] += value;
                        squares[d] += value * value;
                    }
                }
            }
            Arrays.fill(spread, 1);
            for (int d = 0; d < dimension && count > 0; d++) {
                double mean = sums[d] / count;
                centre[d] = (float) mean;
                spread[d] = (float) Math.max(1e-3, Math.sqrt(Math.max(0, squares[d] / count - mean * mean)));
            }
        }
    }

    /// Where states come from.
    interface Embedding {
        TokenStates states(String text) throws EngineException;
    }

    int size() {
        return units.size();
    }
}
