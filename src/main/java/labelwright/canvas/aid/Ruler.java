package labelwright.canvas.aid;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import labelwright.canvas.raster.Viewport;
import labelwright.geometry.Point;

/// A ruler along the top or the left edge, in picture pixels, with a mark where the pointer is.
final class Ruler extends Region {
    static final double THICKNESS = 18;
    private static final double LONG = 10;
    private static final double SHORT = 4;
    private static final double LABEL_OFFSET = 3;

    private final Orientation orientation;
    private final Path ticks = new Path();
    private final Line pointer = new Line();
    private final List<Label> labels = new ArrayList<>();

    Ruler(Orientation orientation) {
        this.orientation = orientation;
        setManaged(false);
        setMouseTransparent(true);
        getStyleClass().add("canvas-ruler");
        ticks.getStyleClass().add("canvas-ruler-tick");
        pointer.getStyleClass().add("canvas-ruler-pointer");
        ticks.setManaged(false);
        pointer.setManaged(false);
        pointer.setVisible(false);
        getChildren().addAll(ticks, pointer);
    }

    void update(Viewport view) {
        boolean across = orientation == Orientation.HORIZONTAL;
        double length = across ? getWidth() : getHeight();
        double offset = across ? view.offsetX() : view.offsetY();
        TickStep step = TickStep.at(view.scale());
        ticks.getElements().clear();
        int used = 0;
        double from = Math.floor((THICKNESS - offset) / view.scale() / step.labelled()) * step.labelled();
        int count = (int) Math.ceil(((length - offset) / view.scale() - from) / step.small());
        int each = (int) Math.rint(step.labelled() / step.small());
        for (int i = 0; i <= count; i++) {
            double value = from + i * step.small();
            double at = Math.floor(value * view.scale() + offset) + 0.5;
            if (at >= THICKNESS && at <= length) {
                boolean labelled = i % each == 0;
                tick(at, labelled ? LONG : SHORT);
                if (labelled) {
                    label(used++, value, at);
                }
            }
        }
        for (int i = used; i < labels.size(); i++) {
            labels.get(i).setVisible(false);
        }
    }

    private void tick(double at, double size) {
        if (orientation == Orientation.HORIZONTAL) {
            ticks.getElements().addAll(new MoveTo(at, THICKNESS - size), new LineTo(at, THICKNESS));
        } else {
            ticks.getElements().addAll(new MoveTo(THICKNESS - size, at), new LineTo(THICKNESS, at));
        }
    }

    private void label(int number, double value, double at) {
        while (labels.size() <= number) {
            Label fresh = new Label();
            fresh.getStyleClass().add("canvas-ruler-number");
            fresh.setManaged(false);
            fresh.setRotate(orientation == Orientation.HORIZONTAL ? 0 : -90);
            labels.add(fresh);
            getChildren().add(fresh);
        }
        Label label = labels.get(number);
        label.setText(Long.toString(Math.round(value)));
        label.setVisible(true);
        label.autosize();
        if (orientation == Orientation.HORIZONTAL) {
            label.relocate(at + LABEL_OFFSET, 0);
        } else {
            // Turned around its middle.
            double half = label.getWidth() / 2;
            label.relocate(label.getHeight() / 2 - half, at + LABEL_OFFSET + half - label.getHeight() / 2);
        }
    }

    /// @param screen where the pointer is on the canvas
    void point(Point screen) {
        boolean across = orientation == Orientation.HORIZONTAL;
        double at = Math.floor(across ? screen.x() : screen.y()) + 0.5;
        pointer.setVisible(at >= THICKNESS);
        pointer.setStartX(across ? at : 0);
        pointer.setEndX(across ? at : THICKNESS);
        pointer.setStartY(across ? 0 : at);
        pointer.setEndY(across ? THICKNESS : at);
    }

    void pointNowhere() {
        pointer.setVisible(false);
    }
}
