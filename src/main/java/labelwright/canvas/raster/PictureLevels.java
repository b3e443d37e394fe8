package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.List;

import labelwright.media.PixelImage;

/// A picture and its halved copies, so that it can be drawn small without reading all of it and without shimmering.
/// Immutable; may be made on any thread. The copies take a third of what the picture takes.
///
/// @param levels the picture first; each next one has half the size, rounded up
public record PictureLevels(List<PixelImage> levels) implements PictureSource {
    public PictureLevels {
        levels = List.copyOf(levels);
    }

    /// Only the picture: at once, but drawn small it is coarse.
    public static PictureLevels raw(PixelImage picture) {
        return new PictureLevels(List.of(picture));
    }

    /// With all halved copies: at once when the picture brings them along, else about 2 ns for each of its pixels.
    public static PictureLevels of(PixelImage picture) {
        List<PixelImage> levels = new ArrayList<>();
        levels.add(picture);
        levels.addAll(picture.withHalves().halves());
        return new PictureLevels(levels);
    }

    public PixelImage picture() {
        return levels.getFirst();
    }

    /// The smallest copy there is.
    public PixelImage smallest() {
        return levels.getLast();
    }

    @Override
    public int width() {
        return picture().width();
    }

    @Override
    public int height() {
        return picture().height();
    }

    @Override
    public int count() {
        return levels.size();
    }

    @Override
    public double across(int level) {
        return levels.get(level).width();
    }

    @Override
    public double down(int level) {
        return levels.get(level).height();
    }

    /// The whole level, not copied.
    @Override
    public Part part(int level, DeviceRect area) {
        PixelImage picture = levels.get(level);
        return new Part(picture.argb(), picture.width(), DeviceRect.ofSize(picture.width(), picture.height()));
    }
}
