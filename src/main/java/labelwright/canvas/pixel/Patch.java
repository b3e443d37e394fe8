package labelwright.canvas.pixel;

import labelwright.geometry.Bounds;
import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;

/// The colours of a part of a picture, whole or smaller. "Cells" are the pixels of `image`; a cell shows a square of the picture.
///
/// @param image row by row from the left top corner of the part
/// @param left picture column of the first cell
/// @param top picture row of the first cell
/// @param side picture pixels along a cell, from 1
/// @param area of the picture that the cells show; the last ones may reach beyond it
public record Patch(PixelImage image, int left, int top, int side, Bounds area) {

    /// A picture that is in memory as a whole.
    public static Patch whole(PixelImage picture) {
        return new Patch(picture, 0, 0, 1, new Bounds(0, 0, picture.width(), picture.height()));
    }

    /// Column of the cell over a picture column, or the nearest one.
    public int column(double x) {
        return Math.clamp((long) Math.floor((x - left) / side), 0, image.width() - 1);
    }

    /// Row of the cell over a picture row, or the nearest one.
    public int row(double y) {
        return Math.clamp((long) Math.floor((y - top) / side), 0, image.height() - 1);
    }

    /// A rectangle of the picture in cells, not rounded.
    public Bounds cells(Bounds pixels) {
        return new Bounds((pixels.x() - left) / side, (pixels.y() - top) / side, pixels.width() / side, pixels.height() / side);
    }

    /// The cells over any of these picture pixels.
    public Spans cells(Spans pixels) {
        if (isWhole()) {
            return pixels;
        }
        MaskBitmap cells = new MaskBitmap(0, 0, image.width(), image.height());
        pixels.forEach((y, from, to) -> cells.fill(Math.floorDiv(y - top, side), Math.floorDiv(from - left, side),
                Math.floorDiv(to - 1 - left, side) + 1));
        return cells.spans();
    }

    /// Takes runs of cells and hands on the runs of picture pixels that they show, in no particular order.
    public Spans.Visitor spread(Spans.Visitor pixels) {
        if (isWhole()) {
            return pixels;
        }
        return (row, from, to) -> {
            int first = left + from * side;
            int end = (int) Math.min((long) left + (long) to * side, (long) area.maxX());
            int bottom = (int) Math.min((long) top + (row + 1L) * side, (long) area.maxY());
            for (int y = top + row * side; y < bottom; y++) {
                pixels.run(y, first, end);
            }
        };
    }

    /// The picture pixels that these cells show.
    public Spans pixels(Spans cells) {
        if (isWhole()) {
            return cells;
        }
        MaskBitmap pixels = new MaskBitmap((int) area.x(), (int) area.y(), (int) area.width(), (int) area.height());
        cells.forEach(spread(pixels::fill));
        return pixels.spans();
    }

    private boolean isWhole() {
        return side == 1 && left == 0 && top == 0;
    }
}
