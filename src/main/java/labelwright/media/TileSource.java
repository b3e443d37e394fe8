package labelwright.media;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;

/// Where the tiles of a big picture come from. Any thread; blocks on the disk.
interface TileSource extends Closeable {

    /// A tile, and whether it is as good as it gets.
    ///
    /// @param picture never a picture in tiles
    record Tile(Picture picture, Quality quality) {}

    enum Quality {
        FINAL,
        /// as good as it gets, but it took long to make: [#keep] saves that the next time
        DEAR,
        /// made of a few samples of the place, until there is a better one
        PROVISIONAL
    }

    TileGrid grid();

    /// The tile, or nothing when it cannot be had before more of the picture is prepared.
    Optional<Tile> read(TileKey key) throws IOException;

    /// Keeps a tile that was [dear][Quality#DEAR] on disk.
    void keep(TileKey key, Picture tile) throws IOException;

    /// The range of the samples when they are deep.
    Optional<SampleRange> range();

    /// Whether [#prepare] has something to do.
    boolean isPrepared();

    /// Makes what is missing for every tile to be final, and keeps it on disk. What was made before a stop is not made again where the
    /// format allows it.
    ///
    /// @param arrived is told of each tile that is final from now on
    /// @param goOn is told how much is done, from 0 to 1, several times a second; false stops
    void prepare(Consumer<TileKey> arrived, DoublePredicate goOn) throws IOException;
}
