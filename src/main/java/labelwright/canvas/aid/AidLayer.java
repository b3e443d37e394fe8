package labelwright.canvas.aid;

import java.util.function.Consumer;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.media.PixelImage;

/// The aids over a canvas; which of them are shown is up to whoever binds their properties. JavaFX thread only.
public final class AidLayer extends Region {
    private static final double USUAL_SPACING = 50;
    /// Single pixels are told apart from this many screen pixels on.
    private static final double PIXEL_FROM = 8;
    private static final double GRID_FROM = 4;
    private static final double MARGIN = 12;

    private final BooleanProperty rulers = new SimpleBooleanProperty(this, "rulers", false);
    private final BooleanProperty minimap = new SimpleBooleanProperty(this, "minimap", false);
    private final BooleanProperty pixelGrid = new SimpleBooleanProperty(this, "pixelGrid", false);
    private final BooleanProperty grid = new SimpleBooleanProperty(this, "grid", false);
    private final DoubleProperty spacing = new SimpleDoubleProperty(this, "spacing", USUAL_SPACING);

    private final GridLines pixels = new GridLines("canvas-pixel-grid", PIXEL_FROM);
    private final GridLines lines = new GridLines("canvas-grid", GRID_FROM);
    private final Ruler across = new Ruler(Orientation.HORIZONTAL);
    private final Ruler down = new Ruler(Orientation.VERTICAL);
    private final Region corner = new Region();
    private final CursorMark cursor = new CursorMark();
    private final Minimap map;
    private Viewport view = Viewport.IDENTITY;
    private Bounds picture = new Bounds(0, 0, 0, 0);
    private @Nullable Point cursorAt;

    /// @param centre gets where the middle of the view shall be, in picture pixels
    public AidLayer(Consumer<Point> centre) {
        map = new Minimap(centre);
        setManaged(false);
        setPickOnBounds(false);
        corner.getStyleClass().add("canvas-ruler");
        corner.setManaged(false);
        corner.setMouseTransparent(true);
        getChildren().addAll(pixels, lines, cursor, across, down, corner, map);
        cursor.setVisible(false);
        for (Observable each : new Observable[] {rulers, minimap, pixelGrid, grid, spacing, widthProperty(), heightProperty()}) {
            each.addListener(_ -> update());
        }
        update();
    }

    public BooleanProperty rulersProperty() {
        return rulers;
    }

    public BooleanProperty minimapProperty() {
        return minimap;
    }

    /// The edges of single pixels, where they are large enough to be told apart.
    public BooleanProperty pixelGridProperty() {
        return pixelGrid;
    }

    public BooleanProperty gridProperty() {
        return grid;
    }

    /// Of the grid, in picture pixels.
    public DoubleProperty spacingProperty() {
        return spacing;
    }

    /// How much of the view the rulers take at the top and the left.
    public double inset() {
        return rulers.get() ? Ruler.THICKNESS : 0;
    }

    /// Another picture, whose pixels may come later.
    public void picture(Bounds area) {
        picture = area;
        map.picture(area);
        update();
    }

    /// @param small the picture at any size, for the map
    public void show(PixelImage small) {
        map.show(small);
    }

    public void view(Viewport next) {
        view = next;
        update();
    }

    /// @param screen where the pointer is; null outside
    public void pointer(@Nullable Point screen) {
        if (screen == null || !rulers.get()) {
            across.pointNowhere();
            down.pointNowhere();
        } else {
            across.point(screen);
            down.point(screen);
        }
    }

    /// @param at where the keyboard's cursor is, in picture pixels; null for none
    public void cursor(@Nullable Point at) {
        cursorAt = at;
        placeCursor();
    }

    private void placeCursor() {
        Point at = cursorAt;
        cursor.setVisible(at != null);
        if (at != null) {
            cursor.moveTo(view.toScreen(at));
        }
    }

    private void update() {
        double width = getWidth();
        double height = getHeight();
        pixels.setVisible(pixelGrid.get());
        lines.setVisible(grid.get());
        if (pixelGrid.get()) {
            pixels.update(view, picture, 1, width, height);
        }
        if (grid.get()) {
            lines.update(view, picture, spacing.get(), width, height);
        }
        updateRulers(width, height);
        map.setVisible(minimap.get() && map.isNeeded(view, width, height));
        if (map.isVisible()) {
            map.update(view, width, height);
            map.relocate(Math.floor(width - map.getWidth() - MARGIN), Math.floor(height - map.getHeight() - MARGIN));
        }
        placeCursor();
    }

    private void updateRulers(double width, double height) {
        boolean shown = rulers.get() && picture.width() > 0;
        across.setVisible(shown);
        down.setVisible(shown);
        corner.setVisible(shown);
        if (shown) {
            across.resizeRelocate(0, 0, width, Ruler.THICKNESS);
            down.resizeRelocate(0, 0, Ruler.THICKNESS, height);
            corner.resizeRelocate(0, 0, Ruler.THICKNESS, Ruler.THICKNESS);
            across.update(view);
            down.update(view);
        }
    }
}
