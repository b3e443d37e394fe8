package labelwright.media;

/// One tile of a [TiledPicture].
///
/// @param level 0 is the picture itself; each next level is half as large
/// @param column from the left, from 0
/// @param row from the top, from 0
public record TileKey(int level, int column, int row) {}
