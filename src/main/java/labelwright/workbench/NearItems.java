package labelwright.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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

/// Search among the texts of a project by what they mean, and groups of texts that say almost the same. The vectors of texts that were read once are remembered while the workspace is
/// open, those used last first. Thread-safe.
public final class NearItems {
    /// Two texts at least so near say almost the same, by the cosine of their vectors.
    public static final double ALMOST_THE_SAME = 0.92;
    private static final int MOST_REMEMBERED = 100_000;
    private static final int PORTION = 256;

    private final WorkspaceStore store;
    private final Catalogue catalogue;
    private final LoadedEmbedders embedders;
    private final Author viewer;
    private final Map<Key, float[]> vectors = new LinkedHashMap<>(16, 0.75f, true);

    /// Texts never change, so the item stands for its text.
    private record Key(SentenceModel model, ItemId item) {}

    /// @param likeness cosine, 1 for the same
    public record Near(Item item, double likeness) {}

    NearItems(WorkspaceStore store, Catalogue catalogue, LoadedEmbedders embedders, Author viewer) {
        this.store = store;
        this.catalogue = catalogue;
        this.embedders = embedders;
        this.viewer = viewer;
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
            List<float[]> all = vectors(embedder, ids, progress, token);
            List<NearTexts.Near> nearest = NearTexts.nearest(embed(embedder, words), all, count);
            Map<ItemId, Item> items = new HashMap<>();
            catalogue.items(nearest.stream().map(near -> ids.get(near.index())).toList()).forEach(one -> items.put(one.id(), one));
            List<Near> answer = new ArrayList<>();
            for (NearTexts.Near near : nearest) {
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
    public List<List<ItemId>> groups(Project project, double least, Progress progress, CancelToken token) {
        return Faults.told(() -> {
            List<ItemId> ids = catalogue.find(project, "", viewer, ItemSort.IMPORTED);
            if (ids.isEmpty()) {
                return List.of();
            }
            List<float[]> all = vectors(embedder(sample(ids)), ids, progress, token);
            return NearTexts.groups(all, least).stream().map(group -> group.stream().map(ids::get).toList()).toList();
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

    private List<float[]> vectors(TextEmbedder embedder, List<ItemId> ids, Progress progress, CancelToken token) {
        List<float[]> all = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PORTION) {
            List<ItemId> portion = ids.subList(from, Math.min(ids.size(), from + PORTION));
            read(embedder, portion, token);
            for (ItemId id : portion) {
                float[] vector = remembered(new Key(embedder.model(), id));
                all.add(vector == null ? embed(embedder, text(id)) : vector);
            }
            progress.report(all.size(), ids.size(), "%,d texts".formatted(all.size()));
        }
        return all;
    }

    /// Remembers the vectors of those that are not remembered yet.
    private void read(TextEmbedder embedder, List<ItemId> ids, CancelToken token) {
        List<ItemId> missing = ids.stream().filter(id -> remembered(new Key(embedder.model(), id)) == null).toList();
        try {
            List<float[]> read = embedder.embedAll(missing.stream().map(this::text).toList(), done -> {}, token);
            for (int i = 0; i < missing.size(); i++) {
                remember(new Key(embedder.model(), missing.get(i)), read.get(i));
            }
        } catch (EngineException e) {
            throw Faults.translate(e);
        }
    }

    private static float[] embed(TextEmbedder embedder, String text) {
        try {
            return embedder.embed(text);
        } catch (EngineException e) {
            throw Faults.translate(e);
        }
    }

    private String text(ItemId id) {
        return store.texts().text(id).text();
    }

    private float @Nullable [] remembered(Key key) {
        synchronized (vectors) {
            return vectors.get(key);
        }
    }

    private void remember(Key key, float[] vector) {
        synchronized (vectors) {
            vectors.put(key, vector);
            if (vectors.size() > MOST_REMEMBERED) {
                vectors.remove(vectors.keySet().iterator().next());
            }
        }
    }
}
