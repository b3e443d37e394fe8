package labelwright.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A picture too big to be held whole: square tiles at levels that halve, of which as many are in memory as its budget allows.
///
/// [#find] and [#want] never touch the disk and return at once; tiles are read on the executor handed in, a few at a time, and
/// [#onArrival] tells when one can be found. All methods may be called from any thread; listeners are called on background threads.
public final class TiledPicture implements Picture, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(TiledPicture.class);
    private static final int LEAST_AT_ONCE = 2;
    private static final int MOST_AT_ONCE = 4;

    private final Path file;
    private final TileSource source;
    private final TileGrid grid;
    private final Executor executor;
    private final Object lock = new Object();
    private final WeightedLru<TileKey, ShownTile> held;
    /// Tiles that cannot be had, not or not yet.
    private final Set<TileKey> faults = new HashSet<>();
    private final Set<TileKey> provisional = new HashSet<>();
    /// In memory, but there is a better one now.
    private final Set<TileKey> stale = new HashSet<>();
    private final Set<TileKey> loading = new HashSet<>();
    /// Being read, and better or there at last while that goes on: what comes may be of before.
    private final Set<TileKey> overtaken = new HashSet<>();
    private final Set<TileKey> wanted = new LinkedHashSet<>();
    private final KeepQueue unkept;
    /// One processor is left to those who draw.
    private final int atOnce = Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, LEAST_AT_ONCE, MOST_AT_ONCE);
    private @Nullable TileKey peeked;
    /// The heaviest tile so far, in bytes.
    private long heaviest;
    /// How many tiles are being read for [#part].
    private int borrowed;
    private int running;
    private int preparing;
    private boolean closed;
    private @Nullable SampleWindow window;
    private Consumer<TileKey> listener = key -> {};

    /// Takes over the source.
    ///
    /// @param executor where tiles are read; its threads belong to the caller
    /// @param maxBytes of tiles in memory
    TiledPicture(Path file, TileSource source, Executor executor, long maxBytes) {
        this.file = file;
        this.source = source;
        this.grid = source.grid();
        this.executor = executor;
        this.held = new WeightedLru<>(maxBytes, ShownTile::weight);
        this.unkept = new KeepQueue(maxBytes / 2);
        this.heaviest = 4L * grid.tile() * grid.tile();
    }

    @Override
    public int width() {
        return grid.width();
    }

    @Override
    public int height() {
        return grid.height();
    }

    /// Level 0 is the picture itself; the sides of each next level are half of those before, rounded up; the last fits one tile.
    public int levels() {
        return grid.levels();
    }

    /// Pixels along the side of a tile; at the right and lower edge there may be less.
    public int tileSize() {
        return grid.tile();
    }

    public int width(int level) {
        return grid.width(level);
    }

    public int height(int level) {
        return grid.height(level);
    }

    /// The tile, if it is in memory.
    public Optional<PixelImage> find(TileKey key) {
        synchronized (lock) {
            ShownTile tile = held.get(key);
            return tile == null ? Optional.empty() : Optional.of(tile.show(window));
        }
    }

    /// Says which tiles are needed now, the most urgent first; replaces what was said before. Those in memory are passed over, and so are
    /// the last ones when not all find room in memory: they would drive out the others, which would be wanted again, and so on for ever. One
    /// that could not be read is not tried again as long as it is wanted without a break, but is when it is wanted the next time.
    public void want(List<TileKey> keys) {
        synchronized (lock) {
            wanted.clear();
            if (!faults.isEmpty()) {
                faults.retainAll(Set.copyOf(keys));
            }
            keys.stream().filter(grid::has).limit(Math.max(1, held.maxBytes() / heaviest)).filter(this::isMissing).forEach(wanted::add);
        }
        startReading();
    }

    private boolean isMissing(TileKey key) {
        return (held.get(key) == null || stale.contains(key)) && !loading.contains(key) && !faults.contains(key);
    }

    /// Is told of each tile that came, or came better than before. Replaces the listener before.
    public void onArrival(Consumer<TileKey> told) {
        synchronized (lock) {
            listener = told;
        }
    }

    /// The range of the samples, when there are more than a screen can show at once; nothing for usual pictures.
    public Optional<SampleRange> range() {
        return source.range();
    }

    /// Shows the samples through this window from now on; all tiles look different.
    public void show(SampleWindow next) {
        synchronized (lock) {
            window = next;
        }
    }

    /// The value of a pixel of the picture itself: its samples as text, and its colour as shown. When its tile is not in memory it is
    /// read in the background, and [#onArrival] tells.
    public Optional<Value> peek(int x, int y) {
        TileKey key = new TileKey(0, x / grid.tile(), y / grid.tile());
        synchronized (lock) {
            ShownTile tile = held.get(key);
            if (tile != null) {
                int column = x % grid.tile();
                int row = y % grid.tile();
                int argb = tile.show(window).argb(column, row);
                String text = tile.tile() instanceof DeepImage deep ? deep.value(column, row) : "";
                return Optional.of(new Value(argb, text));
            }
            peeked = grid.has(key) && isMissing(key) ? key : null;
        }
        startReading();
        return Optional.empty();
    }

    /// @param argb as it is shown
    /// @param samples as text with commas between channels; empty where the colour says it all
    public record Value(int argb, String samples) {}

    /// Whether every tile can be had in full quality; [#prepare] sees to it.
    public boolean isPrepared() {
        return source.isPrepared();
    }

    /// Makes what is missing and keeps it in the cache on disk. Blocks, for minutes with the biggest pictures; tiles can be had meanwhile.
    ///
    /// @param goOn is told how much is done, from 0 to 1, several times a second; false stops
    public void prepare(DoublePredicate goOn) throws MediaException {
        synchronized (lock) {
            preparing++;
        }
        try {
            source.prepare(this::improved, done -> isOpen() && goOn.test(done));
        } catch (IOException | RuntimeException e) {
            throw MediaException.notPrepared(file, e);
        } catch (OutOfMemoryError e) {
            throw MediaException.notEnoughMemory(file, e);
        } finally {
            synchronized (lock) {
                preparing--;
                lock.notifyAll();
            }
        }
    }

    private boolean isOpen() {
        synchronized (lock) {
            return !closed;
        }
    }

    /// A tile that is in memory in a poorer state is read again when it is wanted.
    private void improved(TileKey key) {
        Consumer<TileKey> told;
        synchronized (lock) {
            faults.remove(key);
            if (loading.contains(key)) {
                overtaken.add(key);
            }
            if (provisional.remove(key)) {
                stale.add(key);
            }
            told = listener;
        }
        told.accept(key);
    }

    /// A tile now, read on this thread.
    PixelImage read(TileKey key) throws MediaException {
        try {
            load(key);
        } catch (IOException | RuntimeException e) {
            throw MediaException.damaged(file, "a part of it cannot be decoded", e);
        }
        return find(key).orElseThrow(() -> MediaException.damaged(file, "it has to be prepared first", null));
    }

    /// A part of a level as it is shown, for those who look at its colours. Reads on this thread what is not in memory, without keeping it
    /// there; not for the JavaFX thread.
    ///
    /// @param left in pixels of the level, as all that follow; the part lies inside the level
    /// @return empty when it cannot be read
    public Optional<PixelImage> part(int level, int left, int top, int width, int height) {
        int[] argb = new int[Math.multiplyExact(width, height)];
        PixelImage part = new PixelImage(width, height, argb);
        int tile = grid.tile();
        for (int row = top / tile; row * tile < top + height; row++) {
            for (int column = left / tile; column * tile < left + width; column++) {
                Optional<PixelImage> pixels = shown(new TileKey(level, column, row));
                if (pixels.isEmpty()) {
                    return Optional.empty();
                }
                copy(pixels.get(), column * tile - left, row * tile - top, part);
            }
        }
        return Optional.of(part);
    }

    /// Puts the tile with its left top corner here; what lies outside the part is left out.
    private static void copy(PixelImage tile, int x, int y, PixelImage part) {
        int from = Math.max(0, x);
        int count = Math.min(part.width(), x + tile.width()) - from;
        for (int row = Math.max(0, y); row < Math.min(part.height(), y + tile.height()); row++) {
            System.arraycopy(tile.argb(), (row - y) * tile.width() + from - x, part.argb(), row * part.width() + from, count);
        }
    }

    private Optional<PixelImage> shown(TileKey key) {
        @Nullable
        SampleWindow through;
        synchronized (lock) {
            ShownTile known = held.get(key);
            if (known != null) {
                return Optional.of(known.show(window));
            }
            if (closed) {
                return Optional.empty();
            }
            // so that closing waits
            borrowed++;
            through = window;
        }
        try {
            return readOrFind(key).map(tile -> new ShownTile(tile.picture()).show(through));
        } catch (IOException | RuntimeException e) {
            LOG.warn("A part of {} cannot be read", file, e);
            return Optional.empty();
        } finally {
            synchronized (lock) {
                borrowed--;
                lock.notifyAll();
            }
        }
    }

    private void startReading() {
        synchronized (lock) {
            while (running < atOnce && !closed && hasWork()) {
                running++;
                try {
                    executor.execute(this::work);
                } catch (RejectedExecutionException e) {
                    LOG.debug("{} is no longer read: the app is closing", file, e);
                    running--;
                    return;
                }
            }
        }
    }

    private boolean hasWork() {
        return peeked != null || !wanted.isEmpty() || unkept.isFull() || (unkept.hasWaiting() && !unkept.isWriting());
    }

    /// Reads or keeps one tile and comes back for the next, so that others who use the executor get their turn.
    private void work() {
        TileKey key = null;
        KeepQueue.Entry keep = null;
        synchronized (lock) {
            if (!closed) {
                key = unkept.isFull() ? null : next();
                keep = key == null && (unkept.isFull() || !unkept.isWriting()) ? unkept.begin() : null;
            }
            if (key != null) {
                loading.add(key);
            } else if (keep == null) {
                running--;
                lock.notifyAll();
            }
        }
        if (key != null) {
            readNext(key);
        } else if (keep != null) {
            keep(keep);
        }
    }

    private void readNext(TileKey key) {
        boolean came = false;
        try {
            came = load(key);
        } catch (IOException | RuntimeException e) {
            LOG.warn("A part of {} cannot be read", file, e);
        } finally {
            Consumer<TileKey> told;
            boolean better;
            synchronized (lock) {
                loading.remove(key);
                running--;
                better = overtaken.remove(key);
                if (better && provisional.remove(key)) {
                    stale.add(key);
                } else if (!better && !came) {
                    faults.add(key);
                }
                told = listener;
                lock.notifyAll();
            }
            if (came || better) {
                told.accept(key);
            }
            startReading();
        }
    }

    /// Writes a tile that took long to make, so that it is quickly had the next time.
    private void keep(KeepQueue.Entry entry) {
        try {
            source.keep(entry.key(), entry.tile());
        } catch (IOException | RuntimeException e) {
            LOG.debug("Tiles of {} cannot be kept; they are made again when they are wanted", file, e);
        } finally {
            synchronized (lock) {
                unkept.written(entry);
                running--;
                lock.notifyAll();
            }
        }
        startReading();
    }

    /// Whether tiles are being read or kept on disk, or wait for that.
    public boolean isBusy() {
        synchronized (lock) {
            return running > 0 || hasWork();
        }
    }

    private @Nullable TileKey next() {
        while (!wanted.isEmpty()) {
            TileKey first = wanted.iterator().next();
            wanted.remove(first);
            if (isMissing(first)) {
                return first;
            }
        }
        TileKey last = peeked;
        peeked = null;
        return last;
    }

    /// False when there is no such tile yet.
    private boolean load(TileKey key) throws IOException {
        Optional<TileSource.Tile> read = readOrFind(key);
        read.ifPresent(tile -> {
            synchronized (lock) {
                ShownTile shown = new ShownTile(tile.picture());
                heaviest = Math.max(heaviest, shown.weight());
                held.put(key, shown);
                stale.remove(key);
                switch (tile.quality()) {
                    case FINAL -> provisional.remove(key);
                    case DEAR -> {
                        provisional.remove(key);
                        unkept.add(key, tile.picture());
                    }
                    case PROVISIONAL -> provisional.add(key);
                }
            }
        });
        return read.isPresent();
    }

    private Optional<TileSource.Tile> readOrFind(TileKey key) throws IOException {
        synchronized (lock) {
            Picture tile = unkept.get(key);
            if (tile != null) {
                return Optional.of(new TileSource.Tile(tile, TileSource.Quality.FINAL));
            }
        }
        return source.read(key);
    }

    /// What the tiles in memory weigh, in bytes.
    public long heldBytes() {
        synchronized (lock) {
            return held.bytes();
        }
    }

    /// Stops preparing, waits for what is being read, then lets go of the file. Not for the JavaFX thread.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            wanted.clear();
            unkept.clear();
            listener = key -> {};
            boolean interrupted = false;
            while ((!loading.isEmpty() || unkept.isWriting() || borrowed > 0 || preparing > 0) && !interrupted) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    interrupted = true;
                }
            }
            held.clear();
        }
        try {
            source.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed", file, e);
        }
    }
}
