package labelwright.canvas;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

import org.jspecify.annotations.Nullable;

import labelwright.geometry.BrushTip;
import labelwright.geometry.Point;

/// The size of the brush at the pointer: a light line in a dark one, so that it is seen on everything.
final class BrushCursor extends Group {
    private final Circle darkCircle = new Circle();
    private final Circle lightCircle = new Circle();
    private final Rectangle darkSquare = new Rectangle();
    private final Rectangle lightSquare = new Rectangle();

    BrushCursor() {
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        styled("canvas-brush-rim", darkCircle, darkSquare);
        styled("canvas-brush", lightCircle, lightSquare);
        getChildren().addAll(darkCircle, darkSquare, lightCircle, lightSquare);
    }

    private static void styled(String style, Shape... shapes) {
        for (Shape shape : shapes) {
            shape.getStyleClass().add(style);
        }
    }

    /// @param at on the screen; null hides it
    /// @param scale screen pixels per picture pixel
    void show(@Nullable Point at, BrushTip tip, double scale) {
        setVisible(at != null);
        if (at == null) {
            return;
        }
        boolean round = tip.form() == BrushTip.Form.ROUND;
        double half = Math.max(1, tip.size() * scale / 2);
        for (Circle circle : new Circle[] {darkCircle, lightCircle}) {
            circle.setVisible(round);
            circle.setCenterX(at.x());
            circle.setCenterY(at.y());
            circle.setRadius(half);
        }
        for (Rectangle square : new Rectangle[] {darkSquare, lightSquare}) {
            square.setVisible(!round);
            square.setX(at.x() - half);
            square.setY(at.y() - half);
            square.setWidth(2 * half);
            square.setHeight(2 * half);
        }
    }
}
