package labelwright.learning;

import java.util.List;

/// The curve of precision and recall as the score threshold falls.
///
/// @param objects number of true objects
@SuppressWarnings("ArrayRecordComponent") // large arrays, handed on without a copy and never compared
record PrecisionRecall(double[] scores, double[] precision, double[] recall, int objects) {

    /// @param hits by falling score
    static PrecisionRecall of(List<BoxMatching.Hit> hits, int objects) {
        int n = hits.size();
        double[] scores = new double[n];
        double[] precision = new double[n];
        double[] recall = new double[n];
        int right = 0;
        for (int i = 0; i < n; i++) {
            right += hits.get(i).isHit() ? 1 : 0;
            scores[i] = hits.get(i).score();
            precision[i] = right / (i + 1.0);
            recall[i] = objects == 0 ? 0 : right / (double) objects;
        }
        return new PrecisionRecall(scores, precision, recall, objects);
    }

    /// Area under the curve after making precision fall monotonously, at all points (VOC 2010 and later). NaN without objects.
    double averagePrecision() {
        if (objects == 0) {
            return Double.NaN;
        }
        double area = 0;
        double best = 0;
        for (int i = precision.length - 1; i >= 0; i--) {
            best = Math.max(best, precision[i]);
            double before = i == 0 ? 0 : recall[i - 1];
            area += (recall[i] - before) * best;
        }
        return area;
    }

    /// Place on the curve where F1 is best; -1 if there is none.
    int best() {
        int best = -1;
        double bestF1 = 0;
        for (int i = 0; i < precision.length; i++) {
            boolean lastOfItsScore = i + 1 == precision.length || scores[i + 1] < scores[i];
            double f1 = f1(precision[i], recall[i]);
            if (lastOfItsScore && f1 > bestF1) {
                bestF1 = f1;
                best = i;
            }
        }
        return best;
    }

    static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
