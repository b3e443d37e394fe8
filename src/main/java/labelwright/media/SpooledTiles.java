package labelwright.media;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

import org.jspecify.annotations.Nullable;

import labelwright.media.tiff.Rect;

/// Tiles of a picture that can only be read from top to bottom: it is read once, and all its tiles, also those of the picture itself, are
/// kept in the cache without loss. They appear from the top down while that goes on.
final class SpooledTiles implements TileSource {
    private static final int TILE = RowSource.BAND;

    private final Path file;
    private final RowSource rows;
    private final Orientation orientation;
    private final TileGrid stored;
    private final TileGrid grid;
    private final TileFile store;
    private final boolean isDeep;
    private final DeepTiles deep;
    private volatile @Nullable SampleRange range;

    private SpooledTiles(Path file, RowSource rows, Orientation orientation, Layout layout, Path cache) throws IOException {
        this.file = file;
        this.rows = rows;
        this.orientation = orientation;
        this.stored = new TileGrid(layout.width, layout.height, TILE);
        this.grid = orientation.swapsSides() ? new TileGrid(layout.height, layout.width, TILE) : stored;
        this.store = TileFile.open(cache, stored);
        this.isDeep = layout.channels != null;
        this.deep = layout.channels == null ? DeepTiles.NONE : new DeepTiles(layout.channels, null);
    }

    /// @param width as stored
    /// @param height as stored
    /// @param channels where the samples are deep
    record Layout(int width, int height, DeepImage.@Nullable Channels channels) {}

    static SpooledTiles open(Path file, RowSource rows, Orientation orientation, Layout layout, Path cache) throws IOException {
        return new SpooledTiles(file, rows, orientation, layout, cache);
    }

    @Override
    public TileGrid grid() {
        return grid;
    }

    /// Of the coarsest tiles that are there.
    @Override
    public Optional<SampleRange> range() {
        SampleRange known = range;
        if (known == null && isDeep) {
            known = findRange().orElse(null);
            range = known;
        }
        return Optional.ofNullable(known);
    }

    private Optional<SampleRange> findRange() {
        try {
            Optional<byte[]> kept = store.read(new TileKey(stored.levels() - 1, 0, 0));
            if (kept.isPresent() && TileCodec.decode(kept.get(), deep) instanceof DeepImage image) {
                return Optional.of(image.range());
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Tile> read(TileKey key) throws IOException {
        if (orientation == Orientation.UPRIGHT) {
            return kept(key).map(tile -> new Tile(tile, Quality.FINAL));
        }
        Rect area = orientation.stored(grid.area(key), stored.width(key.level()), stored.height(key.level()));
        @Nullable
        Picture joined = null;
        for (int row = area.y() / TILE; row <= (area.y() + area.height() - 1) / TILE; row++) {
            for (int column = area.x() / TILE; column <= (area.x() + area.width() - 1) / TILE; column++) {
                Optional<Picture> part = kept(new TileKey(key.level(), column, row));
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                joined = joined == null ? Fitting.blank(part.get(), area.width(), area.height()) : joined;
                pasteInto(joined, part.get(), column * TILE - area.x(), row * TILE - area.y());
            }
        }
        return Optional.ofNullable(joined).map(picture -> new Tile(turned(picture), Quality.FINAL));
    }

    private static void pasteInto(Picture joined, Picture part, int x, int y) {
        int left = Math.max(0, -x);
        int top = Math.max(0, -y);
        Picture inside = left == 0 && top == 0
                ? part
                : Fitting.cut(part, new Rect(left, top, part.width() - left, part.height() - top));
        Fitting.paste(inside, joined, Math.max(0, x), Math.max(0, y));
    }

    private Picture turned(Picture picture) {
        return switch (picture) {
            case PixelImage pixels -> orientation.turn(pixels.width(), pixels.height(), pixels.argb());
            case DeepImage image -> new DeepImage(orientation.turn(image.samples()), image.channels(), image.range());
            case TiledPicture _ -> throw new IllegalStateException("a tile is whole");
        };
    }

    private Optional<Picture> kept(TileKey key) throws IOException {
        Optional<byte[]> bytes = store.read(key);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        SampleRange known = range;
        DeepTiles like = known == null ? deep : new DeepTiles(deep.channels(), known);
        return Optional.of(TileCodec.decode(bytes.get(), like));
    }

    /// All tiles are kept anyway.
    @Override
    public void keep(TileKey key, Picture tile) {}

    @Override
    public boolean isPrepared() {
        return store.count(0) == store.all(0);
    }

    @Override
    public void prepare(Consumer<TileKey> arrived, DoublePredicate goOn) throws IOException {
        try {
            rows.read(file, (firstRow, band) -> {
                if (!goOn.test((double) firstRow / stored.height())) {
                    throw new Stopped();
                }
                keep(firstRow / TILE, band, arrived);
            });
        } catch (Stopped e) {
            // what is on disk stays; the next time the file is read from its start again, but nothing is written twice
            return;
        }
        range();
    }

    private void keep(int row, Picture band, Consumer<TileKey> arrived) throws IOException {
        for (int column = 0; column < stored.columns(0); column++) {
            TileKey key = new TileKey(0, column, row);
            if (!store.has(key)) {
                Rect area = stored.area(key);
                Picture tile = Fitting.cut(band, new Rect(area.x(), 0, area.width(), Math.min(area.height(), band.height())));
                put(key, Fitting.to(tile, area.width(), area.height()), arrived);
            }
        }
        for (int level = 1, above = row; level < stored.levels(); level++) {
            boolean complete = above % 2 == 1 || above == stored.rows(level - 1) - 1;
            if (!complete) {
                return;
            }
            above /= 2;
            for (int column = 0; column < stored.columns(level); column++) {
                TileKey key = new TileKey(level, column, above);
                if (!store.has(key)) {
                    put(key, join(key), arrived);
                }
            }
        }
    }

    private Picture join(TileKey key) throws IOException {
        Rect area = stored.area(key);
        @Nullable
        Picture joined = null;
        for (TileKey child : stored.children(key)) {
            Picture part = kept(child).orElseThrow(() -> new IOException("a tile is missing from the cache"));
            joined = joined == null ? Fitting.blank(part, area.width(), area.height()) : joined;
            Fitting.paste(Shrink.by(part, 2), joined, child.column() % 2 * TILE / 2, child.row() % 2 * TILE / 2);
        }
        if (joined == null) {
            throw new IllegalStateException("a tile without finer ones");
        }
        return joined;
    }

    private void put(TileKey key, Picture tile, Consumer<TileKey> arrived) throws IOException {
        store.write(key, TileCodec.encode(tile));
        if (orientation == Orientation.UPRIGHT) {
            arrived.accept(key);
        } else {
            turnedKeys(key).forEach(arrived);
        }
    }

    /// The upright tiles that a stored one is part of.
    private List<TileKey> turnedKeys(TileKey key) {
        int level = key.level();
        Rect upright = orientation.back().stored(stored.area(key), grid.width(level), grid.height(level));
        List<TileKey> keys = new ArrayList<>();
        for (int row = upright.y() / TILE; row <= (upright.y() + upright.height() - 1) / TILE; row++) {
            for (int column = upright.x() / TILE; column <= (upright.x() + upright.width() - 1) / TILE; column++) {
                keys.add(new TileKey(level, column, row));
            }
        }
        return keys;
    }

    /// Ends reading from inside a reader.
    private static final class Stopped extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
