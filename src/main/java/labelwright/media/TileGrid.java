package labelwright.media;

import java.util.ArrayList;
import java.util.List;

import labelwright.media.tiff.Rect;

/// How an upright picture is cut: levels that halve (sides rounded up) until one tile is enough, and square tiles of each level.
///
/// @param tile pixels along the side of a tile; those at the right and lower edge may be smaller
record TileGrid(int width, int height, int tile) {

    int levels() {
        int levels = 1;
        while (Math.max(width(levels - 1), height(levels - 1)) > tile) {
            levels++;
        }
        return levels;
    }

    int width(int level) {
        return side(width, level);
    }

    int height(int level) {
        return side(height, level);
    }

    private static int side(int pixels, int level) {
        return (int) (((long) pixels + (1L << level) - 1) >> level);
    }

    int columns(int level) {
        return Math.ceilDiv(width(level), tile);
    }

    int rows(int level) {
        return Math.ceilDiv(height(level), tile);
    }

    boolean has(TileKey key) {
        return key.level() >= 0 && key.level() < levels() && key.column() >= 0 && key.row() >= 0 && key.column() < columns(key.level())
                && key.row() < rows(key.level());
    }

    /// The pixels of a tile in its own level.
    Rect area(TileKey key) {
        int x = key.column() * tile;
        int y = key.row() * tile;
        return new Rect(x, y, Math.min(tile, width(key.level()) - x), Math.min(tile, height(key.level()) - y));
    }

    /// The pixels of the picture itself that a tile shows.
    Rect whole(TileKey key) {
        Rect area = area(key);
        long x = (long) area.x() << key.level();
        long y = (long) area.y() << key.level();
        long right = Math.min(width, ((long) area.x() + area.width()) << key.level());
        long bottom = Math.min(height, ((long) area.y() + area.height()) << key.level());
        return new Rect((int) x, (int) y, (int) (right - x), (int) (bottom - y));
    }

    /// The up to four tiles of the next finer level that show the same place.
    List<TileKey> children(TileKey key) {
        List<TileKey> children = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TileKey child = new TileKey(key.level() - 1, 2 * key.column() + i % 2, 2 * key.row() + i / 2);
            if (has(child)) {
                children.add(child);
            }
        }
        return children;
    }
}
