package labelwright.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import labelwright.engine.EngineException;
import labelwright.engine.text.LoadedEmbedders;
import labelwright.engine.text.SentenceModel;
import labelwright.engine.text.TextEmbedder;
import labelwright.learning.NearTexts;
import labelwright.model.Author;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.query.ItemSort;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.workbench.WorkbenchException.Reason;

/// Search among the texts of a project by what they mean, and groups of texts that say almost the same. The vectors of texts that were read once are remembered, see
/// [RememberedVectors]. Thread-safe.
public final class NearItems {
    /// Two texts at least so near say almost the same, by the cosine of their vectors.
    public static final double ALMOST_THE_SAME = 0.92;
    /// Each text of a group is compared with each other one, which takes minutes for so many.
    private static final int MOST_GROUPED = RememberedVectors.MOST;
    private static final String CACHE = "vectors";
    private static final int PORTION = 256;

    private final WorkspaceStore store;
    private final Catalogue catalogue;
    private final LoadedEmbedders embedders;
    private final Author viewer;
    private final RememberedVectors remembered;

    /// @param likeness cosine, 1 for the same
    public record Near(Item item, double likeness) {}

    NearItems(WorkspaceStore store, Catalogue catalogue, LoadedEmbedders embedders, Author viewer) {
        this.store = store;
        this.catalogue = catalogue;
        this.embedders = embedders;
        this.viewer = viewer;
        this.remembered = new RememberedVectors(store.cacheFolder().resolve(CACHE));
    }

    /// The texts among `ids` that are most like an item, which is not among the answers; the most alike first.
    /// @throws labelwright.task.CancelledException when cancel was asked for
    /// @throws WorkbenchException ENGINE when the language model cannot be loaded
    public List<Near> like(ItemId item, List<ItemId> ids, int count, Progress progress, CancelToken token) {
        return Faults.told(() -> like(text(item), ids.stream().filter(other -> !other.equals(item)).toList(), count, progress, token));
    }

    /// The texts among `ids` that are nearest in meaning to some words; the nearest first.
    /// @throws labelwright.task.CancelledException when cancel was asked for
    /// @throws WorkbenchException ENGINE when the language model cannot be loaded
    public List<Near> like(String words, List<ItemId> ids, int count, Progress progress, CancelToken token) {
        return Faults.told(() -> {
            TextEmbedder embedder = embedder(ids.isEmpty() ? List.of(words) : sample(ids));
            NearTexts.Nearest nearest = new NearTexts.Nearest(embed(embedder, words), count);
            read(embedder, ids, nearest::offer, new Watch(progress, token));
            List<NearTexts.Near> found = nearest.found();
            Map<ItemId, Item> items = new HashMap<>();
            catalogue.items(found.stream().map(near -> ids.get(near.index())).toList()).forEach(one -> items.put(one.id(), one));
            List<Near> answer = new ArrayList<>();
            for (NearTexts.Near near : found) {
                Item item = items.get(ids.get(near.index()));
                if (item != null) {
                    answer.add(new Near(item, near.cosine()));
                }
            }
            return answer;
        });
    }

    /// Groups of items of the project whose texts say almost the same, each in the order of import.
    ///
    /// @param least cosine from which on two texts belong together, such as [#ALMOST_THE_SAME]
    /// @throws labelwright.task.CancelledException when cancel was asked for
    /// @throws WorkbenchException INVALID when the project has more than 100,000 different texts
    public List<List<ItemId>> groups(Project project, double least, Progress progress, CancelToken token) {
        return Faults.told(() -> {
            List<ItemId> ids = catalogue.find(project, "", viewer, ItemSort.IMPORTED);
            Map<Long, List<ItemId>> same = new LinkedHashMap<>();
            Map<ItemId, Long> digests = store.texts().digests(ids);
            ids.stream().filter(digests::containsKey)
                    .forEach(id -> same.computeIfAbsent(digests.getOrDefault(id, 0L), _ -> new ArrayList<>()).add(id));
            if (same.size() > MOST_GROUPED) {
                throw new WorkbenchException(Reason.INVALID, "The project has %,d different texts; groups are found among %,d at most."
                        .formatted(same.size(), MOST_GROUPED));
            }
            return least > 1 ? List.of() : groups(List.copyOf(same.values()), least, new Watch(progress, token));
        });
    }

    /// @param same items whose texts are the same, in the order of import
    private List<List<ItemId>> groups(List<List<ItemId>> same, double least, Watch watch) {
        if (same.isEmpty()) {
            return List.of();
        }
        List<ItemId> firsts = same.stream().map(List::getFirst).toList();
        TextEmbedder embedder = embedder(sample(firsts));
        float[][] vectors = new float[firsts.size()][embedder.model().dimension()];
        read(embedder, firsts, (index, vector) -> vectors[index] = vector, watch);
        List<List<Integer>> linked = new ArrayList<>(groups(vectors, least, watch));
        Set<Integer> inGroups = new HashSet<>();
        linked.forEach(inGroups::addAll);
        for (int i = 0; i < same.size(); i++) {
            if (same.get(i).size() > 1 && !inGroups.contains(i)) {
                linked.add(List.of(i));
            }
        }
        linked.sort(Comparator.comparing(List::getFirst));
        return linked.stream().map(group -> group.stream().flatMap(index -> same.get(index).stream()).sorted().toList()).toList();
    }

    private static List<List<Integer>> groups(float[][] vectors, double least, Watch watch) {
        AtomicInteger compared = new AtomicInteger();
        return NearTexts.groups(Arrays.asList(vectors), least, () -> {
            watch.token().throwIfCancelled();
            int done = compared.incrementAndGet();
            if (done % PORTION == 0 || done == vectors.length) {
                watch.progress().report(done, vectors.length, "%,d texts compared".formatted(done));
            }
        });
    }

    private TextEmbedder embedder(List<String> texts) {
        try {
            return embedders.get(SentenceModel.suiting(texts));
        } catch (EngineException e) {
            throw Faults.translate(e);
        }
    }

    private List<String> sample(List<ItemId> ids) {
        return List.copyOf(store.texts().excerpts(ids.subList(0, Math.min(200, ids.size()))).values());
    }

    private interface Taker {
        void take(int index, float[] vector);
    }

    /// Hands over the vector of each item with its place in the list. Items that are gone have none.
    private void read(TextEmbedder embedder, List<ItemId> ids, Taker taker, Watch watch) {
        for (int from = 0; from < ids.size(); from += PORTION) {
            watch.token().throwIfCancelled();
            List<ItemId> portion = ids.subList(from, Math.min(ids.size(), from + PORTION));
            Map<ItemId, Long> digests = store.texts().digests(portion);
            int before = from;
            Map<Long, float[]> known = vectors(embedder, portion, digests,
                    done -> watch.progress().report(before + done, ids.size(), "%,d texts".formatted(before + done)), watch.token());
            for (int i = 0; i < portion.size(); i++) {
                Long digest = digests.get(portion.get(i));
                float[] vector = digest == null ? null : known.get(digest);
                if (vector != null) {
                    taker.take(from + i, vector);
                }
            }
            watch.progress().report(from + portion.size(), ids.size(), "%,d texts".formatted(from + portion.size()));
        }
    }

    /// The vectors of texts by their digests; those that are not remembered are made and remembered.
    ///
    /// @param done told, from any thread, how many were made: a long text takes seconds, and so a portion minutes
    private Map<Long, float[]> vectors(TextEmbedder embedder, List<ItemId> items, Map<ItemId, Long> digests, IntConsumer done,
            CancelToken token) {
        Map<Long, float[]> vectors = new HashMap<>();
        Map<Long, ItemId> missing = new LinkedHashMap<>();
        for (ItemId item : items) {
            Long digest = digests.get(item);
            if (digest != null) {
                float[] vector = remembered.find(embedder.model(), digest);
                if (vector == null) {
                    missing.putIfAbsent(digest, item);
                } else {
                    vectors.put(digest, vector);
                }
            }
        }
        try {
            List<float[]> read = embedder.embedAll(missing.values().stream().map(this::text).toList(), done, token);
            Map<Long, float[]> fresh = new LinkedHashMap<>();
            for (Long digest : missing.keySet()) {
                fresh.put(digest, RememberedVectors.rounded(read.get(fresh.size())));
            }
            remembered.remember(embedder.model(), fresh);
            vectors.putAll(fresh);
            return vectors;
        } catch (EngineException e) {
            throw Faults.translate(e);
        }
    }

    private static float[] embed(TextEmbedder embedder, String text) {
        try {
            return RememberedVectors.rounded(embedder.embed(text));
        } catch (EngineException e) {
            throw Faults.translate(e);
        }
    }

    private String text(ItemId id) {
        return store.texts().text(id).text();
    }
}
