package labelwright.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import labelwright.media.ImageCache;
import labelwright.media.ImageDecoder;
import labelwright.media.MediaException;
import labelwright.media.Picture;
import labelwright.media.PictureFile;
import labelwright.media.PictureOpener;
import labelwright.media.PixelImage;
import labelwright.media.ThumbnailStore;
import labelwright.media.TiledPicture;
import labelwright.model.Item;
import labelwright.task.CancelToken;
import labelwright.task.Progress;

/// The pictures of items, decoded in the background. Except for [#prepare] no method waits or touches the disk; futures complete on a
/// background thread, and fail with a [WorkbenchException] that says what is wrong with the file.
public final class Pictures implements AutoCloseable {
    private static final String THUMBNAILS = "thumbnails";
    private static final String TILES = "tiles";
    /// Enough for 1920 x 1080 device pixels at most zooms; where a view needs more, its outer parts are shown coarser.
    private static final long LEAST_TILE_BYTES = 64L << 20;

    private final Path mediaFolder;
    private final ImageCache cache;
    private final OpenPictures open;
    private final ThumbnailStore thumbnails;
    private final NewestFirst thumbnailQueue;

    Pictures(Path mediaFolder, Path cacheFolder, ImageDecoder decoder, WorkbenchContext context) {
        this.mediaFolder = mediaFolder;
        PictureOpener opener = new PictureOpener(decoder, cacheFolder.resolve(TILES), context.background(),
                Math.max(LEAST_TILE_BYTES, context.pictureBytes() / OpenPictures.MOST));
        this.open = new OpenPictures(context.background());
        this.cache = new ImageCache(file -> open.keep(file, opener), context.background(), context.pictureBytes(),
                Math.max(1, context.parallelism() - 1));
        this.thumbnails = new ThumbnailStore(decoder, cacheFolder.resolve(THUMBNAILS),
                Math.min(ThumbnailStore.DEFAULT_BYTES, context.pictureBytes()));
        this.thumbnailQueue = new NewestFirst(context.background());
    }

    /// The picture, upright: whole, or in tiles when it is big. The big ones opened last stay open; they are closed here.
    public CompletableFuture<Picture> picture(Item item) {
        PictureFile file = file(item);
        Optional<Picture> known = open.find(file);
        return known.isPresent() ? CompletableFuture.completedFuture(known.get()) : told(cache.get(file));
    }

    /// The picture when it is in memory already; asks for nothing.
    public Optional<Picture> findPicture(Item item) {
        PictureFile file = file(item);
        return open.find(file).or(() -> cache.find(file));
    }

    /// Says which pictures will be asked for next, the likeliest first; replaces what was said before. Big ones are passed over: they are
    /// quick to open.
    public void prefetch(List<Item> items) {
        cache.prefetch(
                items.stream().filter(item -> !PictureOpener.isInTiles((long) item.width() * item.height())).map(this::file).toList());
    }

    /// Makes what a big picture lacks to be seen sharp at every zoom and keeps it in the cache folder: minutes at most, seconds usually.
    /// Blocks; meanwhile the picture can be seen and becomes sharp bit by bit. What a cancel leaves behind is taken up the next time.
    ///
    /// @return whether everything is there now
    public boolean prepare(TiledPicture picture, Progress progress, CancelToken token) {
        try {
            picture.prepare(done -> {
                progress.report(Math.round(done * 1000), 1000, "%.0f %%".formatted(done * 100));
                return !token.isCancelled();
            });
            return picture.isPrepared();
        } catch (MediaException e) {
            throw Faults.translate(e);
        }
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

    private void makeThumbnail(PictureFile file, int size, CompletableFuture<PixelImage> result) {
        try {
            result.complete(thumbnails.thumbnail(file, size));
        } catch (MediaException e) {
            result.completeExceptionally(Faults.translate(e));
        } catch (Throwable e) {
            // The end of a worker's stack: whatever it was, the one who waits for the picture has to hear of it.
            result.completeExceptionally(e);
        }
    }

    private PictureFile file(Item item) {
        return new PictureFile(item.media().resolve(mediaFolder), item.media().page());
    }

    private static CompletableFuture<Picture> told(CompletableFuture<Picture> future) {
        return future.exceptionally(failure -> {
            throw new CompletionException(Faults.translate(failure));
        });
    }

    /// Closes the big pictures.
    @Override
    public void close() {
        open.close();
    }
}
