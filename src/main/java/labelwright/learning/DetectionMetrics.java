package labelwright.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Measures of a detector. Average precision follows PASCAL VOC 2010 and later (Everingham et al.): greedy matching by falling score,
/// interpolated at all points; the mark "difficult" is not looked at. The mean over IoU .50 to .95 takes the thresholds of COCO but the same
/// all-point interpolation, not COCO's 101 points; the two differ by less than one hundredth.
public final class DetectionMetrics {

    private static final double IOU = 0.5;

    private DetectionMetrics() {}

    /// @param labels number of labels
    public static DetectionScore score(List<PictureResult> pictures, int labels) {
        List<LabelScore> each = new ArrayList<>();
        List<BoxMatching.Hit> all = new ArrayList<>();
        int objects = 0;
        for (int label = 0; label < labels; label++) {
            List<BoxMatching.Hit> hits = BoxMatching.hits(pictures, label, IOU);
            LabelScore score = ofLabel(pictures, label, hits);
            each.add(score);
            all.addAll(hits);
            objects += score.objects();
        }
        all.sort(Comparator.comparingDouble(BoxMatching.Hit::score).reversed());
        PrecisionRecall curve = PrecisionRecall.of(all, objects);
        int best = curve.best();
        double threshold = best < 0 ? 1 : curve.scores()[best];
        double precision = best < 0 ? 0 : curve.precision()[best];
        double recall = best < 0 ? 0 : curve.recall()[best];
        return new DetectionScore(mean(each.stream().mapToDouble(LabelScore::ap50).toArray()),
                mean(each.stream().mapToDouble(LabelScore::ap50to95).toArray()), threshold, precision, recall,
                PrecisionRecall.f1(precision, recall), List.copyOf(each), confusion(pictures, labels, threshold));
    }

    /// The confusion matrix at a score threshold: boxes are paired by falling IoU of at least .5 whatever their labels, each used once.
    ///
    /// @return (labels + 1) rows of true labels and columns of found labels; the last of each is "nothing"
    public static List<List<Integer>> confusion(List<PictureResult> pictures, int labels, double threshold) {
        int[][] counts = new int[labels + 1][labels + 1];
        for (PictureResult picture : pictures) {
            List<ScoredBox> found = picture.found().stream().filter(f -> f.score() >= threshold).toList();
            List<Pair> pairs = new ArrayList<>();
            for (int t = 0; t < picture.truth().size(); t++) {
                for (int f = 0; f < found.size(); f++) {
                    double iou = picture.truth().get(t).bounds().iou(found.get(f).bounds());
                    if (iou >= IOU) {
                        pairs.add(new Pair(t, f, iou));
                    }
                }
            }
            pairs.sort(Comparator.comparingDouble(Pair::iou).reversed());
            boolean[] truthUsed = new boolean[picture.truth().size()];
            boolean[] foundUsed = new boolean[found.size()];
            for (Pair pair : pairs) {
                if (!truthUsed[pair.truth] && !foundUsed[pair.found]) {
                    truthUsed[pair.truth] = true;
                    foundUsed[pair.found] = true;
                    counts[picture.truth().get(pair.truth).label()][found.get(pair.found).label()]++;
                }
            }
            IntStream.range(0, truthUsed.length).filter(t -> !truthUsed[t]).forEach(t -> counts[picture.truth().get(t).label()][labels]++);
            IntStream.range(0, foundUsed.length).filter(f -> !foundUsed[f]).forEach(f -> counts[labels][found.get(f).label()]++);
        }
        return Arrays.stream(counts).map(row -> IntStream.of(row).boxed().toList()).toList();
    }

    private static LabelScore ofLabel(List<PictureResult> pictures, int label, List<BoxMatching.Hit> hits) {
        int objects = (int) pictures.stream().flatMap(p -> p.truth().stream()).filter(t -> t.label() == label).count();
        PrecisionRecall curve = PrecisionRecall.of(hits, objects);
        double sum = 0;
        for (int step = 0; step < 10; step++) {
            sum += PrecisionRecall.of(BoxMatching.hits(pictures, label, IOU + 0.05 * step), objects).averagePrecision();
        }
        int best = curve.best();
        double precision = best < 0 ? 0 : curve.precision()[best];
        double recall = best < 0 ? 0 : curve.recall()[best];
        return new LabelScore(label, objects, curve.averagePrecision(), sum / 10, best < 0 ? 1 : curve.scores()[best], precision, recall,
                PrecisionRecall.f1(precision, recall));
    }

    private static double mean(double[] values) {
        double sum = 0;
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    private record Pair(int truth, int found, double iou) {}
}
