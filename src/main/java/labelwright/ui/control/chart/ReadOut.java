package labelwright.ui.control.chart;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// The values at the crosshair, in a small card beside it.
final class ReadOut extends VBox {
    private static final double DOT = 4;
    private static final double GAP = 10;

    ReadOut() {
        getStyleClass().add("lw-chart-readout");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
    }

    /// @param xName what x counts
    void show(Plot plot, String xName) {
        double x = plot.pointer().get();
        PlotFrame frame = plot.frame();
        setVisible(!Double.isNaN(x) && !frame.isEmpty());
        if (!isVisible()) {
            return;
        }
        getChildren().clear();
        Label head = new Label(xName + " " + Ticks.exact(x));
        head.getStyleClass().add("head");
        getChildren().add(head);
        for (Line line : frame.lines()) {
            Curve curve = PlotPainter.shown(line, plot.smoothing().get());
            if (!curve.isEmpty()) {
                Label name = new Label(line.name());
                Label value = new Label(Ticks.exact(curve.y(curve.nearest(x))));
                value.getStyleClass().add("value");
                HBox row = new HBox(new Circle(DOT, plot.colour(line.look())), name, value);
                row.getStyleClass().add("row");
                row.setAlignment(Pos.CENTER_LEFT);
                getChildren().add(row);
            }
        }
        applyCss();
        autosize();
        place(frame, frame.x().pixel(x));
    }

    private void place(PlotFrame frame, double pixel) {
        boolean fitsRight = pixel + GAP + getWidth() <= frame.width();
        relocate(fitsRight ? pixel + GAP : Math.max(0, pixel - GAP - getWidth()), frame.y().to());
    }
}
