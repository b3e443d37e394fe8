package labelwright.canvas.pixel;

import java.util.Optional;

import labelwright.geometry.Bounds;
import labelwright.media.PixelImage;
import labelwright.media.TiledPicture;

/// Where the pixel tools get the colours of a picture from, as they are shown.
public sealed interface PatchSource {

    /// How many picture pixels are along a cell of the finest patch of this area that has no more than so many cells; 1 for the pixels
    /// themselves.
    int side(Bounds area, long mostCells);

    /// The colours of an area of the picture. May take long, and may be called from any thread.
    ///
    /// @param area whole picture pixels, inside the picture
    /// @param side as [#side] says
    /// @return empty when they cannot be read
    Optional<Patch> read(Bounds area, int side);

    /// A picture that is in memory as a whole: every patch is all of it, whatever the number of cells.
    record Whole(PixelImage picture) implements PatchSource {

        @Override
        public int side(Bounds area, long mostCells) {
            return 1;
        }

        @Override
        public Optional<Patch> read(Bounds area, int side) {
            return Optional.of(Patch.whole(picture));
        }
    }

    /// A picture in tiles, of which a level is read that is small enough.
    record Tiled(TiledPicture picture) implements PatchSource {

        @Override
        public int side(Bounds area, long mostCells) {
            int level = 0;
            while (level + 1 < picture.levels() && Math.scalb(area.width(), -level) * Math.scalb(area.height(), -level) > mostCells) {
                level++;
            }
            return 1 << level;
        }

        @Override
        public Optional<Patch> read(Bounds area, int side) {
            int level = Integer.numberOfTrailingZeros(side);
            int left = (int) area.x() >> level;
            int top = (int) area.y() >> level;
            int right = Math.min(picture.width(level), Math.ceilDiv((int) area.maxX(), side));
            int bottom = Math.min(picture.height(level), Math.ceilDiv((int) area.maxY(), side));
            Bounds whole = new Bounds(0, 0, picture.width(), picture.height());
            Bounds shown = new Bounds((double) left * side, (double) top * side, (double) (right - left) * side,
                    (double) (bottom - top) * side).intersection(whole).orElse(area);
            return picture.part(level, left, top, right - left, bottom - top)
                    .map(pixels -> new Patch(pixels, left * side, top * side, side, shown));
        }
    }
}
