package labelwright.ui.data;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import javafx.scene.image.Image;

import labelwright.media.PixelImage;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.FxPictures;
import labelwright.workbench.Pictures;

/// Small pictures for the cells in sight. Asks for what is not there, takes the request back when the cell has gone before its turn.
/// FX thread only.
final class PictureStore {
    private static final Texts TEXTS = Texts.of(PictureStore.class);
    private static final int MOST = 600;

    private final Pictures pictures;
    private final FxJobs jobs;
    private final Runnable changed;
    private final Map<ItemId, Image> images = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ItemId, Image> eldest) {
            return size() > MOST;
        }
    };
    private final Map<ItemId, CompletableFuture<PixelImage>> underWay = new HashMap<>();
    private final Set<ItemId> broken = new HashSet<>();
    private int size;

    /// @param changed called when another picture can be shown
    PictureStore(Pictures pictures, FxJobs jobs, Runnable changed) {
        this.pictures = pictures;
        this.jobs = jobs;
        this.changed = changed;
    }

    /// Forgets everything; pictures are at most so many pixels along either side from now on.
    void setSize(int pixels) {
        if (pixels != size) {
            size = pixels;
            forget();
        }
    }

    void forget() {
        underWay.values().forEach(future -> future.cancel(false));
        underWay.clear();
        images.clear();
        broken.clear();
    }

    /// Whether the picture cannot be shown: its file is missing or damaged.
    boolean isBroken(ItemId id) {
        return broken.contains(id);
    }

    /// The picture, if it is there; else it is asked for.
    Optional<Image> find(Item item) {
        Image image = images.get(item.id());
        if (image == null && !broken.contains(item.id()) && !underWay.containsKey(item.id())) {
            ask(item);
        }
        return Optional.ofNullable(image);
    }

    /// Takes back what was asked for pictures that are out of sight.
    void keepOnly(Set<ItemId> inSight) {
        underWay.entrySet().removeIf(entry -> {
            boolean gone = !inSight.contains(entry.getKey());
            if (gone) {
                entry.getValue().cancel(false);
            }
            return gone;
        });
    }

    private void ask(Item item) {
        CompletableFuture<PixelImage> future = pictures.thumbnail(item, size);
        underWay.put(item.id(), future);
        jobs.deliver(TEXTS.get("doing.thumbnail"), future, pixels -> {
            if (underWay.remove(item.id(), future)) {
                images.put(item.id(), FxPictures.of(pixels));
                changed.run();
            }
        }, _ -> {
            // The cell says that the picture cannot be shown; the log of the workbench says why.
            if (underWay.remove(item.id(), future)) {
                broken.add(item.id());
                changed.run();
            }
        });
    }
}
