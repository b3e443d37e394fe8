package labelwright.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Matches found boxes with true ones as the PASCAL VOC development kit does: in order of falling score over all pictures, each found
/// box looks at the true box of its label with which it overlaps most; if that overlap reaches the limit and the true box is not
/// taken yet it is a hit, else a false alarm.
final class BoxMatching {

    private BoxMatching() {}

    /// The found boxes of one label over all pictures, by falling score, each with whether it is a hit.
    static List<Hit> hits(List<PictureResult> pictures, int label, double minIou) {
        List<Candidate> candidates = new ArrayList<>();
        List<List<TrueBox>> truths = new ArrayList<>();
        for (int p = 0; p < pictures.size(); p++) {
            truths.add(pictures.get(p).truth().stream().filter(t -> t.label() == label).toList());
            for (ScoredBox found : pictures.get(p).found()) {
                if (found.label() == label) {
                    candidates.add(new Candidate(p, found));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate c) -> c.found.score()).reversed());
        List<boolean[]> taken = truths.stream().map(t -> new boolean[t.size()]).toList();
        List<Hit> hits = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            hits.add(new Hit(candidate.found.score(),
                    take(candidate.found, truths.get(candidate.picture), taken.get(candidate.picture), minIou)));
        }
        return hits;
    }

    private static boolean take(ScoredBox found, List<TrueBox> truths, boolean[] taken, double minIou) {
        int best = -1;
        double bestIou = 0;
        for (int t = 0; t < truths.size(); t++) {
            double iou = truths.get(t).bounds().iou(found.bounds());
            if (iou > bestIou) {
                bestIou = iou;
                best = t;
            }
        }
        if (best < 0 || bestIou < minIou || taken[best]) {
            return false;
        }
        taken[best] = true;
        return true;
    }

    private record Candidate(int picture, ScoredBox found) {}

    /// @param isHit false for a false alarm
    record Hit(double score, boolean isHit) {}
}
