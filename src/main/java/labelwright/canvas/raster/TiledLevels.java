package labelwright.canvas.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import labelwright.geometry.Bounds;
import labelwright.media.PixelImage;
import labelwright.media.TileKey;
import labelwright.media.TiledPicture;

/// The levels of a picture in tiles. A part of the view is put together from the tiles in memory; where one is missing the finest coarser
/// one is stretched. Belongs to one thread.
public final class TiledLevels implements PictureSource {
    private static final int FILL = 0xFF808890;
    private static final double HALF = 0.5;
    /// So many steps of a pan are looked ahead, but no more than one tile.
    private static final int STEPS_AHEAD = 8;

    private final TiledPicture picture;
    private int[] spare = new int[0];
    /// Where the first window was when it last asked, and how far ahead of that tiles are read, in picture pixels.
    private Bounds lastSeen = new Bounds(0, 0, 0, 0);
    private double lastScale;
    private double aheadX;
    private double aheadY;

    public TiledLevels(TiledPicture picture) {
        this.picture = picture;
    }

    public TiledPicture picture() {
        return picture;
    }

    @Override
    public int width() {
        return picture.width();
    }

    @Override
    public int height() {
        return picture.height();
    }

    @Override
    public int count() {
        return picture.levels();
    }

    @Override
    public double across(int level) {
        return Math.scalb((double) picture.width(), -level);
    }

    @Override
    public double down(int level) {
        return Math.scalb((double) picture.height(), -level);
    }

    /// The array is used again for the next part.
    @Override
    public Part part(int level, DeviceRect area) {
        DeviceRect inside = area.intersect(DeviceRect.ofSize(picture.width(level), picture.height(level)));
        int size = inside.width() * inside.height();
        if (spare.length < size) {
            spare = new int[size];
        }
        int tile = picture.tileSize();
        for (int row = inside.top() / tile; row * tile < inside.bottom(); row++) {
            for (int column = inside.left() / tile; column * tile < inside.right(); column++) {
                fill(new TileKey(level, column, row), inside);
            }
        }
        return new Part(spare, inside.width(), inside);
    }

    /// Writes the pixels of one tile, or of what stands for it, into the part.
    private void fill(TileKey key, DeviceRect part) {
        DeviceRect area = area(key).intersect(part);
        for (int up = 0; key.level() + up < picture.levels(); up++) {
            TileKey coarser = new TileKey(key.level() + up, key.column() >> up, key.row() >> up);
            Optional<PixelImage> tile = picture.find(coarser);
            if (tile.isPresent()) {
                copy(tile.get(), area(coarser), up, area, part);
                return;
            }
        }
        for (int y = area.top(); y < area.bottom(); y++) {
            int at = (y - part.top()) * part.width() - part.left();
            Arrays.fill(spare, at + area.left(), at + area.right(), FILL);
        }
    }

    private void copy(PixelImage tile, DeviceRect tileArea, int up, DeviceRect area, DeviceRect part) {
        int[] from = tile.argb();
        for (int y = area.top(); y < area.bottom(); y++) {
            int row = Math.min((y >> up) - tileArea.top(), tile.height() - 1) * tile.width();
            int to = (y - part.top()) * part.width() - part.left();
            if (up == 0) {
                System.arraycopy(from, row + area.left() - tileArea.left(), spare, to + area.left(), area.width());
            } else {
                for (int x = area.left(); x < area.right(); x++) {
                    spare[to + x] = from[row + Math.min((x >> up) - tileArea.left(), tile.width() - 1)];
                }
            }
        }
    }

    /// The colour of a pixel as well as it is known, 0xRRGGBB.
    public int rgb(int x, int y) {
        for (int level = 0; level < picture.levels(); level++) {
            TileKey key = new TileKey(level, (x >> level) / picture.tileSize(), (y >> level) / picture.tileSize());
            Optional<PixelImage> tile = picture.find(key);
            if (tile.isPresent()) {
                DeviceRect area = area(key);
                return tile.get().argb((x >> level) - area.left(), (y >> level) - area.top()) & 0xFFFFFF;
            }
        }
        return FILL & 0xFFFFFF;
    }

    private DeviceRect area(TileKey key) {
        int tile = picture.tileSize();
        return new DeviceRect(key.column() * tile, key.row() * tile, (key.column() + 1) * tile, (key.row() + 1) * tile);
    }

    /// The place of a tile in picture pixels.
    public Bounds place(TileKey key) {
        DeviceRect area = area(key);
        double side = Math.scalb(1.0, key.level());
        return new Bounds(area.left() * side, area.top() * side, area.width() * side, area.height() * side);
    }

    /// Part of a picture on a screen.
    ///
    /// @param view in device pixels, as width and height
    public record Window(Viewport view, int width, int height) {}

    /// Asks for the tiles that one window needs.
    ///
    /// @param view in device pixels
    public void ask(Viewport view, int width, int height) {
        ask(List.of(new Window(view, width, height)));
    }

    /// Asks for the tiles that all windows which show the picture need: the coarsest one, so that there is something at once, then those in
    /// view from the middle outwards, then those where the first window will be soon when it goes on as before, then those around.
    public void ask(List<Window> windows) {
        Set<TileKey> wanted = new LinkedHashSet<>();
        wanted.add(new TileKey(picture.levels() - 1, 0, 0));
        for (Window window : windows) {
            wanted.addAll(outwards(levelFor(window.view.scale()), seen(window), 0));
        }
        if (!windows.isEmpty()) {
            wanted.addAll(ahead(windows.getFirst()));
        }
        for (Window window : windows) {
            wanted.addAll(outwards(levelFor(window.view.scale()), seen(window), 1));
        }
        picture.want(List.copyOf(wanted));
    }

    private List<TileKey> ahead(Window window) {
        Bounds now = seen(window);
        double moveX = now.x() - lastSeen.x();
        double moveY = now.y() - lastSeen.y();
        if (window.view.scale() != lastScale || Math.abs(moveX) > now.width() || Math.abs(moveY) > now.height()) {
            aheadX = 0;
            aheadY = 0;
        } else if (moveX != 0 || moveY != 0) {
            double most = picture.tileSize() * Math.scalb(1.0, levelFor(window.view.scale()));
            aheadX = Math.clamp(moveX * STEPS_AHEAD, -most, most);
            aheadY = Math.clamp(moveY * STEPS_AHEAD, -most, most);
        }
        lastSeen = now;
        lastScale = window.view.scale();
        return outwards(levelFor(lastScale), new Bounds(now.x() + aheadX, now.y() + aheadY, now.width(), now.height()), 0);
    }

    private static Bounds seen(Window window) {
        return window.view.visibleRegion(window.width, window.height);
    }

    /// The tiles of a place from its middle outwards.
    private List<TileKey> outwards(int level, Bounds seen, int ring) {
        double side = picture.tileSize() * Math.scalb(1.0, level);
        double middleX = (seen.x() + seen.width() / 2) / side;
        double middleY = (seen.y() + seen.height() / 2) / side;
        List<TileKey> keys = tiles(level, seen, side, ring);
        keys.sort(Comparator.comparingDouble(key -> Math.hypot(key.column() + HALF - middleX, key.row() + HALF - middleY)));
        return keys;
    }

    /// Whether all tiles that this view shows are in memory.
    ///
    /// @param view in device pixels
    public boolean isSharp(Viewport view, int width, int height) {
        int level = levelFor(view.scale());
        double side = picture.tileSize() * Math.scalb(1.0, level);
        return tiles(level, view.visibleRegion(width, height), side, 0).stream().allMatch(key -> picture.find(key).isPresent());
    }

    private List<TileKey> tiles(int level, Bounds seen, double side, int ring) {
        int left = (int) Math.floor(Math.max(0, seen.x()) / side) - ring;
        int top = (int) Math.floor(Math.max(0, seen.y()) / side) - ring;
        int right = (int) Math.floor(Math.min(width() - HALF, seen.maxX()) / side) + ring;
        int bottom = (int) Math.floor(Math.min(height() - HALF, seen.maxY()) / side) + ring;
        List<TileKey> keys = new ArrayList<>();
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                keys.add(new TileKey(level, column, row));
            }
        }
        return keys;
    }
}
