package labelwright.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import labelwright.geometry.Bounds;

/// How unsure a detector is about a picture, from several passes with random dropout (Gal and Ghahramani 2016, carried over to boxes).
///
/// Computed exactly so, for T passes and C labels:
/// 1. The boxes of all passes, by falling greatest probability, are put into groups: a box joins the group whose mean box (coordinates averaged over its
///    members so far) it overlaps most, if that IoU is at least .5 and the group has no box of the same pass yet; else it opens a group. So a group is
///    one thing on the picture, seen in some or all of the passes.
/// 2. A group has T score vectors of length C, one for each pass; a pass without a box in the group counts as the zero vector, for there the network
///    saw background.
/// 3. The variance of a group is the mean over the C labels of the population variance over the T passes of that label's probability. It lies between 0 and 1/4.
/// 4. The entropy of a group is the mean over the C labels of the binary entropy, in bits, of that label's mean probability over the T passes. It lies between 0 and 1.
/// 5. The picture's uncertainty is the mean variance over its groups plus the mean entropy over its groups. Without any box it is 0.
///
/// Groups whose greatest mean probability is below [#FAINT] are left out if there is any other: a detector gives hundreds of faint boxes everywhere, which would
/// hide the few that matter. Labels are judged one by one, because the detector's probabilities are independent and do not sum to 1.
public final class DetectionUncertainty {

    /// See the class comment.
    public static final double FAINT = 0.05;

    private static final double SAME = 0.5;

    private DetectionUncertainty() {}

    /// @param passes at least one; for each the boxes found, with equally many probabilities
    /// @param labels number of labels, at least one
    /// @return at least 0, at most 1.25
    public static double of(List<List<ProbableBox>> passes, int labels) {
        if (passes.isEmpty() || labels < 1) {
            throw new IllegalArgumentException("uncertainty needs at least one pass and one label");
        }
        List<Group> groups = groups(passes, labels);
        List<Group> clear = groups.stream().filter(group -> group.greatestMean(passes.size()) >= FAINT).toList();
        List<Group> counted = clear.isEmpty() ? groups : clear;
        return counted.stream().mapToDouble(group -> group.variance(passes.size()) + group.entropy(passes.size())).average().orElse(0);
    }

    private static List<Group> groups(List<List<ProbableBox>> passes, int labels) {
        List<Seen> all = new ArrayList<>();
        for (int pass = 0; pass < passes.size(); pass++) {
            for (ProbableBox box : passes.get(pass)) {
                if (box.probabilities().size() != labels) {
                    throw new IllegalArgumentException(
                            "a box has " + box.probabilities().size() + " probabilities for " + labels + " labels");
                }
                all.add(new Seen(pass, box, Collections.max(box.probabilities())));
            }
        }
        all.sort(Comparator.comparingDouble(Seen::score).reversed());
        List<Group> groups = new ArrayList<>();
        for (Seen seen : all) {
            Group best = null;
            double bestIou = SAME;
            for (Group group : groups) {
                double iou = group.mean().iou(seen.box.bounds());
                if (iou >= bestIou && group.isOpenTo(seen.pass)) {
                    best = group;
                    bestIou = iou;
                }
            }
            if (best == null) {
                best = new Group(passes.size(), labels);
                groups.add(best);
            }
            best.add(seen);
        }
        return groups;
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    private record Seen(int pass, ProbableBox box, double score) {}

    /// One thing on the picture.
    private static final class Group {

        private final boolean[] used;
        private final double[] sum;
        private final double[] squares;
        private double x;
        private double y;
        private double width;
        private double height;
        private int members;

        Group(int passes, int labels) {
            used = new boolean[passes];
            sum = new double[labels];
            squares = new double[labels];
        }

        boolean isOpenTo(int pass) {
            return !used[pass];
        }

        void add(Seen seen) {
            used[seen.pass] = true;
            members++;
            Bounds b = seen.box.bounds();
            x += (b.x() - x) / members;
            y += (b.y() - y) / members;
            width += (b.width() - width) / members;
            height += (b.height() - height) / members;
            for (int c = 0; c < sum.length; c++) {
                double p = seen.box.probabilities().get(c);
                sum[c] += p;
                squares[c] += p * p;
            }
        }

        Bounds mean() {
            return new Bounds(x, y, width, height);
        }

        double greatestMean(int passes) {
            return max(sum) / passes;
        }

        double variance(int passes) {
            double total = 0;
            for (int c = 0; c < sum.length; c++) {
                double mean = sum[c] / passes;
                total += Math.max(0, squares[c] / passes - mean * mean);
            }
            return total / sum.length;
        }

        double entropy(int passes) {
            double total = 0;
            for (double each : sum) {
                double p = Math.clamp(each / passes, 0, 1);
                total -= bits(p) + bits(1 - p);
            }
            return total / sum.length;
        }

        private static double bits(double p) {
            return p <= 0 ? 0 : p * Math.log(p) / Math.log(2);
        }
    }
}
