package labelwright.canvas.tool;

import java.util.Optional;

/// A way of working on the picture. Stateless: what is going on lives in the gesture.
public interface Tool {

    Kind kind();

    /// The button went down where no gesture is going on.
    Optional<Gesture> press(Pointer pointer, ToolContext context);

    /// A key went down where no gesture is going on; only what is special to this tool.
    default Optional<Gesture> key(ToolKey key, Optional<Pointer> hover, ToolContext context) {
        return Optional.empty();
    }

    /// Whether the handles of a selected shape can be dragged with this tool.
    boolean usesHandles();

    /// What the pointer should look like here.
    Look look(Pointer pointer, ToolContext context);

    /// The tools, for menus and toolbars.
    enum Kind {
        SELECT, BOX, POLYGON, PAN
    }

    /// Shapes of the pointer.
    enum Look {
        ARROW, CROSSHAIR, HAND, MOVE, POINTING, RESIZE_NW_SE, RESIZE_NE_SW, RESIZE_H, RESIZE_V, VERTEX, TURN
    }
}
