package labelwright.canvas.pixel;

import labelwright.geometry.MaskBitmap;
import labelwright.geometry.Spans;
import labelwright.media.PixelImage;

/// A part of a picture, each cell the mean of `step` x `step` pixels.
final class ColourGrid {
    private final int left;
    private final int top;
    private final int step;
    private final int width;
    private final int height;
    private final int[] rgb;

    private ColourGrid(int left, int top, int step, int width, int height, int[] rgb) {
        this.left = left;
        this.top = top;
        this.step = step;
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /// Picture column of the first cell.
    int left() {
        return left;
    }

    /// Picture row of the first cell.
    int top() {
        return top;
    }

    int step() {
        return step;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The colour of a cell, `0xRRGGBB`; cells are counted row by row.
    int rgb(int cell) {
        return rgb[cell];
    }

    /// @param columns of the picture, from `left`
    /// @param rows of the picture, from `top`
    static ColourGrid of(PixelImage picture, int left, int top, int columns, int rows, int step) {
        int width = (columns + step - 1) / step;
        int height = (rows + step - 1) / step;
        int[] rgb = new int[width * height];
        int[] argb = picture.argb();
        for (int cellY = 0; cellY < height; cellY++) {
            for (int cellX = 0; cellX < width; cellX++) {
                int fromX = left + cellX * step;
                int toX = Math.min(fromX + step, left + columns);
                int fromY = top + cellY * step;
                int toY = Math.min(fromY + step, top + rows);
                int red = 0;
                int green = 0;
                int blue = 0;
                for (int y = fromY; y < toY; y++) {
                    for (int i = y * picture.width() + fromX; i < y * picture.width() + toX; i++) {
                        red += argb[i] >> 16 & 0xFF;
                        green += argb[i] >> 8 & 0xFF;
                        blue += argb[i] & 0xFF;
                    }
                }
                int count = (toX - fromX) * (toY - fromY);
                rgb[cellY * width + cellX] = ((red / count) << 16) | ((green / count) << 8) | (blue / count);
            }
        }
        return new ColourGrid(left, top, step, width, height, rgb);
    }

    int cells() {
        return rgb.length;
    }

    /// The cells that hold any of the pixels.
    Spans cells(Spans pixels) {
        MaskBitmap cells = new MaskBitmap(0, 0, width, height);
        pixels.forEach((y, from, to) -> {
            if (y >= top && to > left) {
                cells.fill((y - top) / step, Math.floorDiv(from - left, step), Math.floorDiv(to - 1 - left, step) + 1);
            }
        });
        return cells.spans();
    }

    /// The pixels of the cells, without what lies beyond the picture.
    Spans pixels(Spans cells, PixelImage picture) {
        MaskBitmap pixels = new MaskBitmap(left, top, Math.min(width * step, picture.width() - left),
                Math.min(height * step, picture.height() - top));
        cells.forEach((y, from, to) -> {
            for (int row = 0; row < step; row++) {
                pixels.fill(top + y * step + row, left + from * step, left + to * step);
            }
        });
        return pixels.spans();
    }

    /// The mean squared difference between neighbouring cells; at least a little.
    double contrast() {
        double sum = 0;
        long count = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int here = y * width + x;
                if (x + 1 < width) {
                    sum += ColourModel.squared(rgb[here], rgb[here + 1]);
                    count++;
                }
                if (y + 1 < height) {
                    sum += ColourModel.squared(rgb[here], rgb[here + width]);
                    count++;
                }
            }
        }
        return Math.max(count == 0 ? 0 : sum / count, 1);
    }
}
