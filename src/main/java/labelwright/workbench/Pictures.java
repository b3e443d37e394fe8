package labelwright.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import labelwright.media.ImageCache;
import labelwright.media.ImageDecoder;
import labelwright.media.MediaException;
import labelwright.media.PixelImage;
import labelwright.media.ThumbnailStore;
import labelwright.model.Item;

/// The pictures of items, decoded in the background. No method waits or touches the disk; futures complete on a background thread, and
/// fail with a [WorkbenchException] that says what is wrong with the file.
public final class Pictures {
    private static final String THUMBNAILS = "thumbnails";

    private final Path mediaFolder;
    private final ImageCache cache;
    private final ThumbnailStore thumbnails;
    private final NewestFirst thumbnailQueue;

    Pictures(Path mediaFolder, Path cacheFolder, ImageDecoder decoder, WorkbenchContext context) {
        this.mediaFolder = mediaFolder;
        this.cache = new ImageCache(decoder, context.background(), context.pictureBytes(), Math.max(1, context.parallelism() - 1));
        this.thumbnails = new ThumbnailStore(decoder, cacheFolder.resolve(THUMBNAILS),
                Math.min(ThumbnailStore.DEFAULT_BYTES, context.pictureBytes()));
        this.thumbnailQueue = new NewestFirst(context.background());
    }

    /// The whole picture, upright.
    public CompletableFuture<PixelImage> picture(Item item) {
        return told(cache.get(file(item)));
    }

    /// The whole picture when it is in memory already; asks for nothing.
    public Optional<PixelImage> findPicture(Item item) {
        return cache.find(file(item));
    }

    /// Says which pictures will be asked for next, the likeliest first; replaces what was said before.
    public void prefetch(List<Item> items) {
        cache.prefetch(items.stream().map(this::file).toList());
    }

    /// A small version, at most `size` pixels along either side. The newest request is served first; one that is cancelled before its turn
    /// costs nothing.
    public CompletableFuture<PixelImage> thumbnail(Item item, int size) {
        CompletableFuture<PixelImage> result = new CompletableFuture<>();
        thumbnailQueue.execute(() -> {
            if (!result.isDone()) {
                makeThumbnail(file(item), size, result);
            }
        });
        return result;
    }

    /// The small version when it is in memory already; asks for nothing.
    public Optional<PixelImage> findThumbnail(Item item, int size) {
        return thumbnails.find(file(item), size);
    }

    /// Gives memory back at once; everything can be read again.
    public void clear() {
        cache.clear();
        thumbnails.clear();
    }

    private void makeThumbnail(Path file, int size, CompletableFuture<PixelImage> result) {
        try {
            result.complete(thumbnails.thumbnail(file, size));
        } catch (MediaException e) {
            result.completeExceptionally(Faults.translate(e));
        } catch (RuntimeException | OutOfMemoryError e) {
            result.completeExceptionally(e);
        }
    }

    private Path file(Item item) {
        return item.media().resolve(mediaFolder);
    }

    private static CompletableFuture<PixelImage> told(CompletableFuture<PixelImage> future) {
        return future.exceptionally(failure -> {
            throw new CompletionException(Faults.translate(failure));
        });
    }
}
