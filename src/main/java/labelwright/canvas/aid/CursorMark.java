package labelwright.canvas.aid;

import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import labelwright.geometry.Point;

/// The cursor that the keyboard moves: a ring and four strokes around the very point, seen on any picture.
final class CursorMark extends Group {
    private static final double RING = 9;
    private static final double FROM = 4;
    private static final double TO = 18;

    CursorMark() {
        setManaged(false);
        setMouseTransparent(true);
        setId("canvas-key-cursor");
        for (String layer : new String[] {"canvas-cursor-rim", "canvas-cursor-line"}) {
            Circle ring = new Circle(RING);
            ring.getStyleClass().add(layer);
            getChildren().addAll(ring, stroke(-TO, 0, -FROM, 0, layer), stroke(FROM, 0, TO, 0, layer), stroke(0, -TO, 0, -FROM, layer),
                    stroke(0, FROM, 0, TO, layer));
        }
    }

    private static Line stroke(double x0, double y0, double x1, double y1, String layer) {
        Line line = new Line(x0, y0, x1, y1);
        line.getStyleClass().add(layer);
        return line;
    }

    void moveTo(Point screen) {
        setLayoutX(Math.floor(screen.x()) + 0.5);
        setLayoutY(Math.floor(screen.y()) + 0.5);
    }
}
