package labelwright.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How well texts are labelled as a whole.
///
/// @param accuracy part of the texts whose labels are exactly right
/// @param precision over all labels together
/// @param recall over all labels together
/// @param f1 over all labels together (micro)
/// @param macroF1 mean of F1 over the labels that are really there or were found
/// @param labels one entry for each label, in order
/// @param confusion rows = true label, columns = found label, where both are single; the last row is found where there is none, the last column is what was not
///        found. A text with several labels counts its right ones on the diagonal and the others as missed or found where there is none
public record ClassificationScore(double accuracy, double precision, double recall, double f1, double macroF1, List<ClassScore> labels,
        List<List<Integer>> confusion) {

    /// One label.
    ///
    /// @param texts that really have it
    public record ClassScore(int label, int texts, double precision, double recall, double f1) {}

    /// @param truth for each text its labels, as indices
    /// @param found the same as the model says
    /// @throws IllegalArgumentException if the lists differ in length
    public static ClassificationScore of(List<Set<Integer>> truth, List<Set<Integer>> found, int labels) {
        if (truth.size() != found.size()) {
            throw new IllegalArgumentException(truth.size() + " answers, but " + found.size() + " findings");
        }
        int[][] confusion = new int[labels + 1][labels + 1];
        int[] there = new int[labels];
        int[] said = new int[labels];
        int[] right = new int[labels];
        int exact = 0;
        for (int i = 0; i < truth.size(); i++) {
            exact += truth.get(i).equals(found.get(i)) ? 1 : 0;
            for (int label : truth.get(i)) {
                there[label]++;
                right[label] += found.get(i).contains(label) ? 1 : 0;
            }
            for (int label : found.get(i)) {
                said[label]++;
            }
            count(truth.get(i), found.get(i), confusion);
        }
        List<ClassScore> each = new ArrayList<>();
        double sum = 0;
        int counted = 0;
        for (int label = 0; label < labels; label++) {
            double p = ratio(right[label], said[label]);
            double r = ratio(right[label], there[label]);
            each.add(new ClassScore(label, there[label], p, r, f1(p, r)));
            if (there[label] + said[label] > 0) {
                sum += f1(p, r);
                counted++;
            }
        }
        double precision = ratio(sum(right), sum(said));
        double recall = ratio(sum(right), sum(there));
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : confusion) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new ClassificationScore(ratio(exact, truth.size()), precision, recall, f1(precision, recall),
                counted == 0 ? 0 : sum / counted,
                each, rows);
    }

    private static void count(Set<Integer> truth, Set<Integer> found, int[][] confusion) {
        int none = confusion.length - 1;
        Set<Integer> missed = new HashSet<>(truth);
        missed.removeAll(found);
        Set<Integer> extra = new HashSet<>(found);
        extra.removeAll(truth);
        truth.stream().filter(found::contains).forEach(label -> confusion[label][label]++);
        if (missed.size() == 1 && extra.size() == 1) {
            confusion[missed.iterator().next()][extra.iterator().next()]++;
        } else {
            missed.forEach(label -> confusion[label][none]++);
            extra.forEach(label -> confusion[none][label]++);
        }
    }

    private static int sum(int[] values) {
        return Arrays.stream(values).sum();
    }

    static double ratio(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
