package labelwright.media;

import org.jspecify.annotations.Nullable;

/// A tile with what the screen shows of it. Not safe for several threads: the owner holds its lock.
final class ShownTile {
    private final Picture tile;
    private @Nullable PixelImage shown;
    private @Nullable SampleWindow through;

    /// @param tile never a picture in tiles
    ShownTile(Picture tile) {
        this.tile = tile;
    }

    Picture tile() {
        return tile;
    }

    /// Bytes of a tile, and of what the screen shows of it.
    static long weight(Picture tile) {
        return switch (tile) {
            case PixelImage pixels -> pixels.weightBytes();
            case DeepImage deep -> deep.weightBytes() + 4L * deep.width() * deep.height();
            case TiledPicture _ -> throw new IllegalStateException("a tile is whole");
        };
    }

    long weight() {
        return weight(tile);
    }

    PixelImage show(@Nullable SampleWindow wanted) {
        return switch (tile) {
            case PixelImage pixels -> pixels;
            case DeepImage deep -> {
                SampleWindow next = wanted == null ? deep.range().proposed() : wanted;
                PixelImage known = shown;
                if (known == null || !next.equals(through)) {
                    known = deep.map(next);
                    shown = known;
                    through = next;
                }
                yield known;
            }
            case TiledPicture _ -> throw new IllegalStateException("a tile is whole");
        };
    }
}
