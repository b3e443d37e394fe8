package labelwright.canvas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.PictureCanvas.Probe;
import labelwright.canvas.aid.AidLayer;
import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Point;

/// Where the pointer is over a canvas, and what goes with it: the lines through it, the marks on the rulers, the tip of the brush and the
/// value of the pixel below. JavaFX thread only.
final class CanvasPointer {
    private final PictureShow show;
    private final Layers layers;
    private final ReadOnlyObjectWrapper<@Nullable Probe> probe = new ReadOnlyObjectWrapper<>(this, "probe", null);
    private Viewport view = Viewport.IDENTITY;
    private @Nullable Point at;

    /// What shows where the pointer is.
    record Layers(InteractionLayer interaction, AidLayer aids, PixelLayer pixels) {}

    CanvasPointer(PictureShow show, Layers layers) {
        this.show = show;
        this.layers = layers;
    }

    /// What is under the pointer; null outside the picture.
    ReadOnlyObjectProperty<@Nullable Probe> probe() {
        return probe.getReadOnlyProperty();
    }

    void view(Viewport next) {
        view = next;
    }

    /// @param screen on the canvas
    /// @param lines whether lines through the pointer help here
    void hovered(Point screen, boolean lines) {
        layers.interaction.crosshair(lines ? screen : null);
        layers.aids.pointer(screen);
        layers.pixels.hover(screen);
        at = screen;
        refresh();
    }

    /// Looks again at what is under the pointer.
    void refresh() {
        Point known = at;
        if (known != null) {
            Point pixel = view.toPicture(known.x(), known.y());
            probe.set(show.at((int) Math.floor(pixel.x()), (int) Math.floor(pixel.y())).orElse(null));
        }
    }

    void left() {
        layers.pixels.hover(null);
        layers.interaction.crosshair(null);
        layers.aids.pointer(null);
        at = null;
        probe.set(null);
    }
}
