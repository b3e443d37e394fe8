package labelwright.canvas;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.raster.LiveArea;
import labelwright.canvas.tool.LiveMask;
import labelwright.canvas.tool.PixelOptions;
import labelwright.canvas.tool.Preview;
import labelwright.canvas.tool.Tool;
import labelwright.geometry.Bounds;
import labelwright.geometry.Point;
import labelwright.model.LabelClass;

/// What the pixel tools show on the canvas: masks that are being worked on, and the size of the brush at the pointer.
final class PixelLayer {
    private static final int NO_LABEL = 0x9AA4AF;
    private static final int OBJECT = 0x2EA043;
    private static final int SURROUNDINGS = 0xCF222E;
    private static final double LEAST_FILL = 0.3;
    private static final double STROKE_FILL = 0.75;

    private final CanvasContent content;
    private final FrameView frame;
    private final BrushCursor cursor = new BrushCursor();
    private final ObjectProperty<PixelOptions> options = new SimpleObjectProperty<>(this, "pixelOptions", PixelOptions.USUAL);
    private final ReadOnlyProperty<Tool.Kind> tool;
    private @Nullable Point pointer;
    private boolean live;

    PixelLayer(CanvasContent content, FrameView frame, ReadOnlyProperty<Tool.Kind> tool) {
        this.content = content;
        this.frame = frame;
        this.tool = tool;
        options.addListener((_, _, next) -> content.pixelOptions(next));
    }

    ObjectProperty<PixelOptions> options() {
        return options;
    }

    Node cursor() {
        return cursor;
    }

    /// Draws what changed with the last event, and the brush at the size it has now.
    void show(Preview preview) {
        if (preview instanceof Preview.LiveMasks masks) {
            frame.live(masks.masks().stream().map(this::area).toList(), masks.dirty());
            live = true;
        } else if (live) {
            frame.live(List.of(), new Bounds(0, 0, 0, 0));
            live = false;
        }
        refresh();
    }

    private LiveArea area(LiveMask mask) {
        return switch (mask.role()) {
            case MASK -> new LiveArea(mask.pixels(), content.schema().find(mask.label()).map(LabelClass::colour)
                    .map(colour -> colour.rgb()).orElse(NO_LABEL), Math.max(LEAST_FILL, content.look().fill()));
            case OBJECT -> new LiveArea(mask.pixels(), OBJECT, STROKE_FILL);
            case SURROUNDINGS -> new LiveArea(mask.pixels(), SURROUNDINGS, STROKE_FILL);
        };
    }

    /// @param at on the screen; null when the pointer is elsewhere
    void hover(@Nullable Point at) {
        pointer = at;
        refresh();
    }

    private void refresh() {
        cursor.show(tool.getValue().hasTip() ? pointer : null, options.get().tip(), 1 / content.pixel());
    }
}
