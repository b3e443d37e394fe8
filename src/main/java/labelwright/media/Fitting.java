package labelwright.media;

import labelwright.media.tiff.Rect;
import labelwright.media.tiff.Samples;

/// Puts pictures of one kind together. The pictures written into are still being made: nobody else has them yet.
final class Fitting {
    private Fitting() {}

    /// An empty picture of the same kind.
    static Picture blank(Picture like, int width, int height) {
        return switch (like) {
            case PixelImage _ -> new PixelImage(width, height, new int[width * height]);
            case DeepImage deep -> new DeepImage(deep.samples().ofSize(width, height), deep.channels(), deep.range());
            case TiledPicture _ -> throw notWhole();
        };
    }

    /// At exactly this size: itself, or the nearest pixels of it where rounding made it a pixel larger or smaller.
    static Picture to(Picture picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        Picture fitted = blank(picture, width, height);
        stretch(picture, fitted, new Rect(0, 0, width, height));
        return fitted;
    }

    /// Fills a rectangle with the nearest pixels of the other picture.
    static void stretch(Picture from, Picture to, Rect area) {
        for (int y = 0; y < area.height(); y++) {
            int sourceRow = (int) ((long) y * from.height() / area.height()) * from.width();
            int targetRow = (area.y() + y) * to.width() + area.x();
            for (int x = 0; x < area.width(); x++) {
                copy(from, sourceRow + (int) ((long) x * from.width() / area.width()), to, targetRow + x, 1);
            }
        }
    }

    /// Puts the other picture here; what would lie outside is left out.
    static void paste(Picture from, Picture to, int x, int y) {
        int width = Math.min(from.width(), to.width() - x);
        int height = Math.min(from.height(), to.height() - y);
        for (int row = 0; row < height && width > 0; row++) {
            copy(from, row * from.width(), to, (y + row) * to.width() + x, width);
        }
    }

    /// A rectangle of the picture as a picture of its own.
    static Picture cut(Picture from, Rect area) {
        Picture part = blank(from, area.width(), area.height());
        for (int row = 0; row < area.height(); row++) {
            copy(from, (area.y() + row) * from.width() + area.x(), part, row * area.width(), area.width());
        }
        return part;
    }

    private static void copy(Picture from, int at, Picture to, int target, int count) {
        switch (from) {
            case PixelImage pixels when to instanceof PixelImage other -> System.arraycopy(pixels.argb(), at, other.argb(), target, count);
            case DeepImage deep when to instanceof DeepImage other -> {
                Samples source = deep.samples();
                int channels = source.channels();
                System.arraycopy(source.array(), at * channels, other.samples().array(), target * channels, count * channels);
            }
            case PixelImage _, DeepImage _, TiledPicture _ -> throw notWhole();
        }
    }

    private static IllegalArgumentException notWhole() {
        return new IllegalArgumentException("pictures of one kind are put together, and none in tiles");
    }
}
