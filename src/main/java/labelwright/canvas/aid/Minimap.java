package labelwright.canvas.aid;

import java.util.function.Consumer;

import javafx.scene.Cursor;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.media.PixelImage;

/// The whole picture small, with a frame around what is in view. A press or drag moves the view there. Not there while all is in view.
final class Minimap extends Region {
    private static final double LARGEST = 168;
    private static final double SMALLEST = 72;
    /// Of the shorter side of the view.
    private static final double PART = 0.3;
    private static final double EDGE = 1;
    /// A frame smaller than this cannot be seen.
    private static final double SMALLEST_FRAME = 6;

    private final ImageView image = new ImageView();
    private final Rectangle frame = new Rectangle();
    private Bounds picture = new Bounds(0, 0, 0, 0);
    private double scale = 1;
    private double side = LARGEST;

    /// @param centre gets where the middle of the view shall be, in picture pixels
    Minimap(Consumer<Point> centre) {
        setManaged(false);
        setId("canvas-minimap");
        getStyleClass().add("canvas-minimap");
        frame.getStyleClass().add("canvas-minimap-frame");
        frame.setMouseTransparent(true);
        image.setMouseTransparent(true);
        image.setSmooth(true);
        getChildren().addAll(image, frame);
        setCursor(Cursor.HAND);
        addEventHandler(MouseEvent.ANY, event -> {
            boolean moves = event.getEventType() == MouseEvent.MOUSE_PRESSED || event.getEventType() == MouseEvent.MOUSE_DRAGGED;
            if (moves && event.getButton() == MouseButton.PRIMARY) {
                centre.accept(new Point((event.getX() - EDGE) / scale, (event.getY() - EDGE) / scale));
            }
            event.consume();
        });
    }

    /// @param area of the picture, in its pixels
    void picture(Bounds area) {
        picture = area;
        image.setImage(null);
        size();
    }

    private void size() {
        Bounds area = picture;
        scale = side / Math.max(1, Math.max(area.width(), area.height()));
        double width = Math.max(1, area.width() * scale);
        double height = Math.max(1, area.height() * scale);
        resize(width + 2 * EDGE, height + 2 * EDGE);
        image.relocate(EDGE, EDGE);
        image.setFitWidth(width);
        image.setFitHeight(height);
    }

    /// @param small the picture at any size
    void show(PixelImage small) {
        image.setImage(image(small));
    }

    private static Image image(PixelImage small) {
        WritableImage drawn = new WritableImage(small.width(), small.height());
        drawn.getPixelWriter().setPixels(0, 0, small.width(), small.height(), PixelFormat.getIntArgbInstance(), small.argb(), 0,
                small.width());
        return drawn;
    }

    /// Whether there is anything to find: part of the picture is out of view.
    boolean isNeeded(Viewport view, double width, double height) {
        return picture.width() > 0 && !view.visibleRegion(width, height).contains(picture);
    }

    void update(Viewport view, double width, double height) {
        double fitting = Math.clamp(Math.min(width, height) * PART, SMALLEST, LARGEST);
        if (fitting != side) {
            side = fitting;
            size();
        }
        Bounds seen = view.visibleRegion(width, height);
        double left = Math.clamp(seen.x() * scale, 0, picture.width() * scale);
        double top = Math.clamp(seen.y() * scale, 0, picture.height() * scale);
        double right = Math.clamp(seen.maxX() * scale, 0, picture.width() * scale);
        double bottom = Math.clamp(seen.maxY() * scale, 0, picture.height() * scale);
        frame.setX(Math.floor(EDGE + left) + 0.5);
        frame.setY(Math.floor(EDGE + top) + 0.5);
        frame.setWidth(Math.max(SMALLEST_FRAME, Math.floor(right - left)));
        frame.setHeight(Math.max(SMALLEST_FRAME, Math.floor(bottom - top)));
    }
}
