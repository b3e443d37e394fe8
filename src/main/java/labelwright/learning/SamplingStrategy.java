package labelwright.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import labelwright.model.ItemId;

/// Ways to choose what is most useful to label next.
public enum SamplingStrategy {
    /// Any, by the seed alone.
    RANDOM,
    /// The least sure first.
    UNCERTAINTY,
    /// k-means of all candidates into as many clusters as are asked for, the least sure of each.
    DIVERSITY,
    /// The same among the five times as many least sure candidates.
    HYBRID;

    private static final int HYBRID_POOL = 5;
    private static final Comparator<Candidate> LEAST_SURE_FIRST = Comparator.comparingDouble(Candidate::uncertainty).reversed()
            .thenComparingLong(candidate -> candidate.id().value());

    /// Chooses items, the most useful first. Always gives exactly min(count, candidates) different ids, and the same ones for the same input and
    /// seed, in whatever order the candidates come. A cluster that k-means leaves empty is made up for by the least sure of the rest.
    ///
    /// @throws IllegalArgumentException if an id comes twice or count is negative
    public List<ItemId> select(List<Candidate> candidates, int count, long seed) {
        if (count < 0) {
            throw new IllegalArgumentException("cannot choose " + count + " items");
        }
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort(Comparator.comparingLong(candidate -> candidate.id().value()));
        if (sorted.stream().map(Candidate::id).distinct().count() < sorted.size()) {
            throw new IllegalArgumentException("an item is among the candidates twice");
        }
        int wanted = Math.min(count, sorted.size());
        List<Candidate> chosen = switch (this) {
            case RANDOM -> {
                Collections.shuffle(sorted, new Random(seed));
                yield sorted.subList(0, wanted);
            }
            case UNCERTAINTY -> leastSure(sorted, wanted);
            case DIVERSITY -> spread(sorted, wanted, seed);
            case HYBRID -> spread(leastSure(sorted, (int) Math.min((long) wanted * HYBRID_POOL, sorted.size())), wanted, seed);
        };
        return chosen.stream().map(Candidate::id).toList();
    }

    private static List<Candidate> leastSure(List<Candidate> candidates, int count) {
        return candidates.stream().sorted(LEAST_SURE_FIRST).limit(count).toList();
    }

    private static List<Candidate> spread(List<Candidate> candidates, int count, long seed) {
        if (count == 0) {
            return List.of();
        }
        float[][] points = candidates.stream().map(Candidate::features).toArray(float[][]::new);
        int[] clusters = KMeans.cluster(points, count, seed);
        List<Candidate> ordered = leastSure(candidates, candidates.size());
        Set<Integer> served = new HashSet<>();
        List<Candidate> firsts = new ArrayList<>();
        List<Candidate> rest = new ArrayList<>();
        Map<ItemId, Integer> clusterOf = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            clusterOf.put(candidates.get(i).id(), clusters[i]);
        }
        for (Candidate candidate : ordered) {
            (served.add(clusterOf.get(candidate.id())) ? firsts : rest).add(candidate);
        }
        firsts.addAll(rest);
        return firsts.subList(0, count);
    }
}
