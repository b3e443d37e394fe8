package labelwright.ui.models;

import java.util.List;

import labelwright.workbench.EvaluationReport.Confusion;

/// A confusion matrix as shares: how much of each row of the truth a cell holds.
record Heat(List<String> labels, List<List<Long>> counts) {

    static Heat of(Confusion confusion) {
        return new Heat(confusion.labels(), confusion.counts());
    }

    int size() {
        return labels.size();
    }

    long count(int truth, int said) {
        return counts.get(truth).get(said);
    }

    long total(int truth) {
        return counts.get(truth).stream().mapToLong(Long::longValue).sum();
    }

    /// From 0 to 1; 0 in a row without objects.
    double share(int truth, int said) {
        long total = total(truth);
        return total == 0 ? 0 : (double) count(truth, said) / total;
    }

    /// The last row and column stand for what is no object.
    boolean isBackground(int index) {
        return index == size() - 1;
    }

    Kind kind(int truth, int said) {
        if (truth == said) {
            return isBackground(truth) ? Kind.NOTHING : Kind.RIGHT;
        }
        return isBackground(said) ? Kind.MISSED : isBackground(truth) ? Kind.EXTRA : Kind.TAKEN_FOR;
    }

    /// What a cell says.
    enum Kind {
        /// found and named rightly
        RIGHT,
        /// found, but named as something else
        TAKEN_FOR,
        /// not found
        MISSED,
        /// said where there is nothing
        EXTRA,
        /// background on background; never counted
        NOTHING
    }
}
