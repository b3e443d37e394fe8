package labelwright.media;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

/// Decoded pictures in full size with their halved copies, up to a number of bytes, so that the next picture is on screen at once. Pictures
/// in tiles are handed on, never kept: they belong to whoever asked.
///
/// A picture is decoded once however many ask for it at the same time. Pictures that somebody waits for come first, the newest request
/// before older ones; then those prefetched, in their order. Decoding happens on the executor handed in; of those prefetched only as many
/// are decoded at a time as the caller says, so that a processor is left for what a person does meanwhile. All methods may be called from
/// any thread, never touch the disk themselves and return at once.
public final class ImageCache {

    public static final long DEFAULT_BYTES = 512L << 20;
    private static final long NOTHING = 0;

    private final Loader loader;
    private final Executor executor;
    private final int aheadAtOnce;
    private final Object lock = new Object();
    private final WeightedLru<PictureFile, Picture> held;
    private final Map<PictureFile, Request> open = new HashMap<>();
    private final Deque<Request> wanted = new ArrayDeque<>();
    private final Deque<Request> ahead = new ArrayDeque<>();
    private List<PictureFile> likely = List.of();
    private int aheadRunning;
    private long hits;
    private long misses;
    private long loads;
    private long failures;
    private long dropped;

    /// What the cache did since it was made, and what it holds now.
    ///
    /// @param hits requests answered at once
    /// @param misses requests that had to wait for decoding
    /// @param loads pictures decoded, prefetched ones included
    /// @param failures pictures that could not be decoded
    /// @param evictions pictures that made room for others
    /// @param dropped prefetches that were given up before they began
    /// @param pictures held now
    /// @param bytes held now
    public record Stats(long hits, long misses, long loads, long failures, long evictions, long dropped, int pictures, long bytes) {}

    private static final class Request {

        private final PictureFile file;
        private final CompletableFuture<Picture> result = new CompletableFuture<>();
        private boolean isAhead;

        Request(PictureFile file) {
            this.file = file;
        }
    }

    /// Reads one picture; blocks.
    @FunctionalInterface
    public interface Loader {
        Picture load(PictureFile file) throws MediaException;
    }

    /// A cache of the given weight.
    ///
    /// @param executor where pictures are decoded; its threads belong to the caller
    /// @param aheadAtOnce how many prefetched pictures may be decoded at the same time
    public ImageCache(Loader loader, Executor executor, long maxBytes, int aheadAtOnce) {
        if (aheadAtOnce < 1) {
            throw new IllegalArgumentException("A cache that decodes no picture ahead cannot prefetch");
        }
        this.loader = loader;
        this.executor = executor;
        this.aheadAtOnce = aheadAtOnce;
        this.held = new WeightedLru<>(maxBytes, ImageCache::weight);
    }

    /// The picture, upright, in full size. When it cannot be decoded the future ends with a [MediaException]; a failure is not remembered,
    /// so asking again tries again.
    public CompletableFuture<Picture> get(PictureFile file) {
        PictureFile key = file.normalised();
        Request request;
        synchronized (lock) {
            Picture picture = held.get(key);
            if (picture != null) {
                hits++;
                return CompletableFuture.completedFuture(picture);
            }
            misses++;
            request = open.get(key);
            if (request != null) {
                boolean promoted = ahead.remove(request);
                if (promoted || wanted.remove(request)) {
                    wanted.addFirst(request);
                }
                if (!promoted) {
                    return request.result.copy();
                }
            } else {
                request = new Request(key);
                open.put(key, request);
                wanted.addFirst(request);
            }
        }
        start(request);
        return request.result.copy();
    }

    /// The picture if it is held now; asks for nothing.
    public Optional<Picture> find(PictureFile file) {
        synchronized (lock) {
            return Optional.ofNullable(held.get(file.normalised()));
        }
    }

    /// Says which pictures are likely to be asked for next, the likeliest first. Replaces the last such list: what of it has not begun yet is
    /// given up, unless somebody waits for it.
    public void prefetch(List<PictureFile> files) {
        List<Request> fresh;
        synchronized (lock) {
            dropped += ahead.size();
            ahead.forEach(request -> open.remove(request.file));
            ahead.clear();
            // the likeliest is touched last, so that it is the last to make room
            files.reversed().forEach(file -> held.get(file.normalised()));
            fresh = files.stream().map(PictureFile::normalised).distinct().filter(file -> held.get(file) == null && !open.containsKey(file))
                    .map(Request::new).toList();
            fresh.forEach(request -> open.put(request.file, request));
            ahead.addAll(fresh);
            likely = files.stream().map(PictureFile::normalised).distinct().toList();
        }
        fresh.forEach(this::start);
    }

    /// Forgets a picture whose file has changed.
    public void forget(PictureFile file) {
        synchronized (lock) {
            held.remove(file.normalised());
        }
    }

    /// Lets go of every picture and of all prefetching, to make memory free at once. Pictures that somebody waits for still come.
    public void clear() {
        synchronized (lock) {
            dropped += ahead.size();
            ahead.forEach(request -> open.remove(request.file));
            ahead.clear();
            held.clear();
        }
    }

    public Stats stats() {
        synchronized (lock) {
            return new Stats(hits, misses, loads, failures, held.evictions(), dropped, held.size(), held.bytes());
        }
    }

    private void start(Request request) {
        try {
            executor.execute(this::decodeNext);
        } catch (RejectedExecutionException e) {
            synchronized (lock) {
                open.remove(request.file);
                wanted.remove(request);
                ahead.remove(request);
            }
            request.result.completeExceptionally(e);
        }
    }

    /// Takes the most urgent request, not the one it was started for: the order may have changed since.
    private void decodeNext() {
        Request request = takeNext();
        if (request == null) {
            return;
        }
        try {
            Picture picture = decode(request.file);
            synchronized (lock) {
                loads++;
                open.remove(request.file);
                if (!(picture instanceof TiledPicture)) {
                    held.put(request.file, picture);
                }
            }
            request.result.complete(picture);
        } catch (MediaException | RuntimeException e) {
            synchronized (lock) {
                failures++;
                open.remove(request.file);
            }
            request.result.completeExceptionally(e);
        } finally {
            ended(request);
        }
    }

    /// Lets the next prefetched picture have its turn.
    private void ended(Request request) {
        Request next;
        synchronized (lock) {
            if (!request.isAhead) {
                return;
            }
            aheadRunning--;
            next = ahead.peekFirst();
        }
        if (next != null) {
            start(next);
        }
    }

    private @Nullable Request takeNext() {
        synchronized (lock) {
            Request request = wanted.pollFirst();
            if (request != null) {
                return request;
            }
            while (aheadRunning < aheadAtOnce && !ahead.isEmpty()) {
                Request next = ahead.removeFirst();
                if (hasRoom(next.file)) {
                    next.isAhead = true;
                    aheadRunning++;
                    return next;
                }
                dropped++;
                open.remove(next.file);
            }
            return null;
        }
    }

    /// Whether the picture fits beside the likelier ones, taken to be as heavy as they are; these become the last to make room.
    private boolean hasRoom(PictureFile file) {
        long bytes = 0;
        int pictures = 0;
        for (PictureFile likelier : likely.subList(0, Math.max(0, likely.indexOf(file))).reversed()) {
            Picture picture = held.get(likelier);
            if (picture != null) {
                bytes += weight(picture);
                pictures++;
            }
        }
        return pictures == 0 || bytes + bytes / pictures <= held.maxBytes();
    }

    private Picture decode(PictureFile file) throws MediaException {
        try {
            return loader.load(file);
        } catch (MediaException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                clear();
                return loader.load(file);
            }
            throw e;
        }
    }

    /// A picture in tiles has a budget of its own.
    private static long weight(Picture picture) {
        return switch (picture) {
            case PixelImage pixels -> pixels.weightBytes();
            case DeepImage deep -> deep.weightBytes();
            case TiledPicture _ -> NOTHING;
        };
    }
}
