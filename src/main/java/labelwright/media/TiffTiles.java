package labelwright.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

import org.jspecify.annotations.Nullable;

import labelwright.media.tiff.Rect;
import labelwright.media.tiff.Samples;
import labelwright.media.tiff.TiffFile;
import labelwright.media.tiff.TiffImage;
import labelwright.media.tiff.TiffPage;

/// Tiles straight from a TIFF file whose pixels can be reached anywhere. The smaller copies in the file are used; levels more than
/// [#ON_THE_FLY] times smaller than the next larger copy are prepared once and kept in the cache, and until then their tiles are made of
/// samples taken here and there. Levels below that are made of the file when they are wanted, and what was made is kept: all of them would
/// fill the disk for places that nobody looks at.
final class TiffTiles implements TileSource {
    private static final double ON_THE_FLY = 2.05;
    /// From here on a tile is made of four tiles of the file or more.
    private static final double DEAR = 1.5;
    private static final double AT_ONCE = 4.1;
    private static final double ROUNDING = 1.02;
    private static final int LEAST_TILE = 512;
    private static final int MOST_TILE = 1024;
    /// Side of the squares of the page that are read at a time when a tile is made of many, as far as they are not too small then.
    private static final int PART = 256;
    private static final int LEAST_PART = 64;
    /// Side of the pieces that are sampled where rows lie open.
    private static final int PIECE = 64;
    /// Places along each side of a tile that are looked at for a provisional tile.
    private static final int PLACES = 5;
    private static final int PLACES_OF_THE_COARSEST = 9;

    /// @param shrink how many times smaller than the page
    private record Copy(TiffImage image, double shrink) {}

    private final TiffFile file;
    private final TiffImage page;
    private final List<Copy> copies;
    private final Orientation orientation;
    private final TileGrid grid;
    private final @Nullable TileFile store;
    private final DeepTiles deep;

    private TiffTiles(TiffFile file, TiffPage page, @Nullable Path cache) throws IOException {
        this.file = file;
        this.page = page.image();
        this.orientation = Orientation.of(this.page.orientation());
        this.copies = new ArrayList<>();
        copies.add(new Copy(this.page, 1));
        page.overviews().stream().filter(copy -> copy.image().isRandomAccess())
                .forEach(copy -> copies.add(new Copy(copy.image(), copy.shrink())));
        boolean swap = orientation.swapsSides();
        this.grid = new TileGrid(swap ? this.page.height() : this.page.width(), swap ? this.page.width() : this.page.height(),
                tile(this.page));
        this.deep = this.page.isDeep() ? new DeepTiles(TiffPixels.channels(this.page), look()) : DeepTiles.NONE;
        this.store = cache == null ? null : TileFile.open(cache, grid);
    }

    /// @param number of the page, from 0
    /// @param cache the file in which prepared tiles are kept; null to keep none
    static TiffTiles open(Path path, int number, @Nullable Path cache) throws IOException {
        TiffFile file = TiffFile.open(path);
        try {
            return new TiffTiles(file, file.page(number), cache);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Whole blocks of the file where they are of a usual size.
    private static int tile(TiffImage image) {
        int block = image.blockWidth();
        if (!image.isTiled() || block != image.blockHeight() || block > MOST_TILE) {
            return LEAST_TILE;
        }
        return block * Math.ceilDiv(LEAST_TILE, block);
    }

    private SampleRange look() throws IOException {
        TileKey coarsest = new TileKey(grid.levels() - 1, 0, 0);
        Picture first = shrinkAt(coarsest.level()) <= AT_ONCE ? fromFile(coarsest, DeepTiles.NONE) : sampled(coarsest, DeepTiles.NONE);
        return first instanceof DeepImage image ? image.range() : new SampleRange(0, 1, new SampleWindow(0, 1));
    }

    @Override
    public TileGrid grid() {
        return grid;
    }

    @Override
    public Optional<SampleRange> range() {
        return Optional.ofNullable(deep.range());
    }

    /// The smallest copy that still has a pixel for each of the level.
    private Copy copyFor(int level) {
        double wanted = (1L << level) * ROUNDING;
        return copies.stream().filter(copy -> copy.shrink <= wanted).reduce((larger, smaller) -> smaller).orElse(copies.getFirst());
    }

    private double shrinkAt(int level) {
        return (1L << level) / copyFor(level).shrink;
    }

    private boolean isKept(int level) {
        return shrinkAt(level) > ON_THE_FLY;
    }

    @Override
    public Optional<Tile> read(TileKey key) throws IOException {
        boolean dear = shrinkAt(key.level()) > DEAR;
        if (dear) {
            Optional<byte[]> kept = kept(key);
            if (kept.isPresent()) {
                return Optional.of(new Tile(TileCodec.decode(kept.get(), deep), Quality.FINAL));
            }
            if (shrinkAt(key.level()) > AT_ONCE) {
                return Optional.of(new Tile(sampled(key, deep), Quality.PROVISIONAL));
            }
        }
        return Optional.of(new Tile(fromFile(key, deep), dear ? Quality.DEAR : Quality.FINAL));
    }

    @Override
    public void keep(TileKey key, Picture tile) throws IOException {
        TileFile known = store;
        if (known != null && !known.has(key)) {
            known.write(key, TileCodec.encode(tile));
        }
    }

    private Optional<byte[]> kept(TileKey key) throws IOException {
        TileFile known = store;
        return known == null || !grid.has(key) ? Optional.empty() : known.read(key);
    }

    private Picture fromFile(TileKey key, DeepTiles like) throws IOException {
        Copy copy = copyFor(key.level());
        if (copy.image.equals(page) && key.level() > 0 && (like.range() != null) == page.isDeep()) {
            return shrunk(key, like);
        }
        Rect upright = grid.whole(key);
        Rect stored = orientation.stored(upright, page.width(), page.height());
        int left = (int) Math.min(copy.image.width() - 1, Math.round(stored.x() / copy.shrink));
        int top = (int) Math.min(copy.image.height() - 1, Math.round(stored.y() / copy.shrink));
        int right = Math.clamp(Math.round((stored.x() + stored.width()) / copy.shrink), left + 1, copy.image.width());
        int bottom = Math.clamp(Math.round((stored.y() + stored.height()) / copy.shrink), top + 1, copy.image.height());
        Picture part = picture(copy.image, new Rect(left, top, right - left, bottom - top), like);
        Rect area = grid.area(key);
        int factor = (int) Math.max(1, Math.round(shrinkAt(key.level())));
        return Fitting.to(Shrink.by(part, factor), area.width(), area.height());
    }

    /// The same of the page itself, piece by piece, so that pixels are averaged while they are still in the processor's cache.
    private Picture shrunk(TileKey key, DeepTiles like) throws IOException {
        Rect area = grid.area(key);
        Rect whole = grid.whole(key);
        int factor = 1 << key.level();
        int side = Math.max(LEAST_PART, PART / factor);
        @Nullable
        Picture tile = null;
        for (int y = 0; y < area.height(); y += side) {
            for (int x = 0; x < area.width(); x += side) {
                Rect upright = new Rect(whole.x() + x * factor, whole.y() + y * factor, Math.min(side * factor, whole.width() - x * factor),
                        Math.min(side * factor, whole.height() - y * factor));
                Picture piece = Shrink.by(picture(page, orientation.stored(upright, page.width(), page.height()), like), factor);
                tile = tile == null ? Fitting.blank(piece, area.width(), area.height()) : tile;
                Fitting.paste(piece, tile, x, y);
            }
        }
        if (tile == null) {
            throw new IllegalStateException("a tile without pixels");
        }
        return tile;
    }

    private Picture picture(TiffImage image, Rect stored, DeepTiles like) throws IOException {
        Samples samples = orientation.turn(file.read(image, stored));
        return TiffPixels.picture(image, samples, like.range());
    }

    /// A mosaic of a few places, each stretched over its surroundings.
    private Picture sampled(TileKey key, DeepTiles like) throws IOException {
        Copy copy = copyFor(key.level());
        Rect area = grid.area(key);
        Rect whole = grid.whole(key);
        int places = key.level() == grid.levels() - 1 ? PLACES_OF_THE_COARSEST : PLACES;
        int factor = (int) Math.max(1, Math.round(shrinkAt(key.level())));
        @Nullable
        Picture mosaic = null;
        for (int row = 0; row < places; row++) {
            for (int column = 0; column < places; column++) {
                int x = (int) (whole.x() + (column + 0.5) * whole.width() / places);
                int y = (int) (whole.y() + (row + 0.5) * whole.height() / places);
                Rect point = orientation.stored(new Rect(x, y, 1, 1), page.width(), page.height());
                Picture piece = Shrink.by(picture(copy.image, piece(copy, point.x(), point.y()), like), factor);
                mosaic = mosaic == null ? Fitting.blank(piece, area.width(), area.height()) : mosaic;
                int left = column * area.width() / places;
                int top = row * area.height() / places;
                int right = (column + 1) * area.width() / places;
                int bottom = (row + 1) * area.height() / places;
                if (right > left && bottom > top) {
                    Fitting.stretch(piece, mosaic, new Rect(left, top, right - left, bottom - top));
                }
            }
        }
        if (mosaic == null) {
            throw new IllegalStateException("a mosaic of nothing");
        }
        return like.range() == null && mosaic instanceof DeepImage image ? new DeepImage(image.samples(), image.channels()) : mosaic;
    }

    /// The block of the file around a point of the page, or a small square where there are no blocks.
    private static Rect piece(Copy copy, int x, int y) {
        TiffImage image = copy.image;
        int width = image.isTiled() ? image.blockWidth() : Math.min(PIECE, image.width());
        int height = image.isTiled() ? image.blockHeight() : PIECE;
        int left = Math.min((int) (x / copy.shrink), image.width() - 1) / width * width;
        int top = Math.min((int) (y / copy.shrink), image.height() - 1) / height * height;
        return new Rect(left, top, Math.min(width, image.width() - left), Math.min(height, image.height() - top));
    }

    @Override
    public boolean isPrepared() {
        TileFile known = store;
        for (int level = 0; level < grid.levels(); level++) {
            boolean all = known != null && known.count(level) - known.count(level + 1) == known.all(level) - known.all(level + 1);
            if (isKept(level) && !all) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void prepare(Consumer<TileKey> arrived, DoublePredicate goOn) throws IOException {
        TileFile known = store;
        if (known == null) {
            throw new IOException("there is no place to keep what is prepared");
        }
        Preparation work = new Preparation(known, arrived, goOn);
        for (int level = grid.levels() - 1; level > 0; level--) {
            for (int row = 0; isKept(level) && row < grid.rows(level); row++) {
                for (int column = 0; column < grid.columns(level); column++) {
                    if (work.make(new TileKey(level, column, row)) == null) {
                        return;
                    }
                }
            }
        }
    }

    /// Fills the cache, neighbours together, so that a coarse tile is made as soon as those below it are there.
    private final class Preparation {
        private final TileFile kept;
        private final Consumer<TileKey> arrived;
        private final DoublePredicate goOn;
        private final long all;
        private long done;

        Preparation(TileFile kept, Consumer<TileKey> arrived, DoublePredicate goOn) {
            this.kept = kept;
            this.arrived = arrived;
            this.goOn = goOn;
            long count = 0;
            for (int level = 1; level < grid.levels(); level++) {
                count += isKept(level) ? (long) grid.columns(level) * grid.rows(level) : 0;
            }
            this.all = Math.max(1, count);
        }

        /// The tile, made if need be; null when the work was stopped.
        private @Nullable Picture make(TileKey key) throws IOException {
            if (!isKept(key.level())) {
                return fromFile(key, deep);
            }
            Optional<byte[]> known = kept.read(key);
            if (known.isPresent()) {
                done++;
                return TileCodec.decode(known.get(), deep);
            }
            if (!goOn.test(Math.min(1, (double) done / all))) {
                return null;
            }
            Picture tile = shrinkAt(key.level()) <= AT_ONCE ? fromFile(key, deep) : join(key);
            if (tile != null) {
                kept.write(key, TileCodec.encode(tile));
                done++;
                arrived.accept(key);
            }
            return tile;
        }

        private @Nullable Picture join(TileKey key) throws IOException {
            Rect area = grid.area(key);
            @Nullable
            Picture joined = null;
            for (TileKey child : grid.children(key)) {
                Picture part = make(child);
                if (part == null) {
                    return null;
                }
                joined = joined == null ? Fitting.blank(part, area.width(), area.height()) : joined;
                Fitting.paste(Shrink.by(part, 2), joined, child.column() % 2 * grid.tile() / 2, child.row() % 2 * grid.tile() / 2);
            }
            return joined;
        }
    }

    @Override
    public void close() throws IOException {
        TileFile known = store;
        if (known != null) {
            known.close();
        }
        file.close();
    }
}
