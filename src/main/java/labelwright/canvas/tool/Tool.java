package labelwright.canvas.tool;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import labelwright.geometry.ShapeKind;

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
        SELECT, BOX(ShapeKind.BOX), ROTATED_BOX(ShapeKind.ROTATED_BOX), ELLIPSE(ShapeKind.ELLIPSE), POLYGON(ShapeKind.POLYGON), FREEHAND(
                ShapeKind.POLYGON), POLYLINE(
                        ShapeKind.POLYLINE), POINTS(ShapeKind.POINTS), SKELETON(ShapeKind.KEYPOINTS), KNIFE, PAN, BRUSH(
                                ShapeKind.MASK), ERASER, LASSO(ShapeKind.MASK), WAND(ShapeKind.MASK), CUTOUT(ShapeKind.MASK);

        private final Optional<ShapeKind> draws;

        Kind() {
            draws = Optional.empty();
        }

        Kind(ShapeKind draws) {
            this.draws = Optional.of(draws);
        }

        /// The kind of shape that the tool draws, if it draws one.
        public Optional<ShapeKind> draws() {
            return draws;
        }

        /// Whether it sets points that should be exact.
        public boolean isExact() {
            return (draws.isPresent() && !isPixelTool()) || this == KNIFE;
        }

        /// The first tool that draws such shapes.
        public static Optional<Kind> drawing(Set<ShapeKind> shapes) {
            return Arrays.stream(values()).filter(kind -> kind.draws.filter(shapes::contains).isPresent()).findFirst();
        }

        /// Whether the tool paints with a brush tip.
        public boolean hasTip() {
            return this == BRUSH || this == ERASER;
        }

        /// Whether the tool makes masks.
        public boolean isPixelTool() {
            return hasTip() || this == LASSO || this == WAND || this == CUTOUT;
        }
    }

    /// Shapes of the pointer.
    enum Look {
        ARROW, CROSSHAIR, HAND, MOVE, POINTING, RESIZE_NW_SE, RESIZE_NE_SW, RESIZE_H, RESIZE_V, VERTEX, TURN
    }
}
