package labelwright.canvas;

import java.util.List;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeLineJoin;

import org.jspecify.annotations.Nullable;

import labelwright.canvas.raster.Viewport;
import labelwright.canvas.tool.Preview;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Contour;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Handle;
import labelwright.geometry.Handles;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.model.Annotation;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;

/// What moves during a gesture: previews, handles, the cross-hair, the rubber band. A few nodes, brought up to date together.
final class InteractionLayer extends Region {
    private static final double FILL = 0.25;
    private static final double HANDLE = 4;
    private static final double EDGE_HANDLE = 3;
    /// Handles in the middle of edges shorter than this many screen pixels are left out.
    private static final double SHORT_EDGE = 26;
    private static final int MOST_HANDLES = 1_500;
    private static final double SIZE_OFFSET = 14;
    private static final Colour UNKNOWN = new Colour(0x9AA4AF);

    private final Line across = new Line();
    private final Line down = new Line();
    private final Path shape = new Path();
    private final Path outline = new Path();
    private final Path handles = new Path();
    private final Path edgeHandles = new Path();
    private final Rectangle band = new Rectangle();
    private final Label size = new Label();
    private Viewport view = Viewport.IDENTITY;

    InteractionLayer() {
        setManaged(false);
        setMouseTransparent(true);
        across.getStyleClass().add("canvas-crosshair");
        down.getStyleClass().add("canvas-crosshair");
        handles.getStyleClass().add("canvas-handle");
        edgeHandles.getStyleClass().add("canvas-edge-handle");
        band.getStyleClass().add("canvas-rubber-band");
        size.getStyleClass().add("canvas-size");
        size.setManaged(false);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.setStrokeWidth(2);
        shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        outline.setStrokeWidth(2);
        getChildren().addAll(across, down, shape, outline, edgeHandles, handles, band, size);
        getChildren().forEach(node -> node.setVisible(false));
    }

    void view(Viewport next) {
        view = next;
    }

    /// @param at on the screen; null hides the cross-hair
    void crosshair(@Nullable Point at) {
        across.setVisible(at != null);
        down.setVisible(at != null);
        if (at != null) {
            double x = Math.floor(at.x()) + 0.5;
            double y = Math.floor(at.y()) + 0.5;
            set(across, 0, y, getWidth(), y);
            set(down, x, 0, x, getHeight());
        }
    }

    void preview(Preview preview, LabelSchema schema) {
        shape.setVisible(false);
        outline.setVisible(false);
        band.setVisible(false);
        size.setVisible(false);
        switch (preview) {
            case Preview.Nothing _ -> {
            }
            case Preview.Changed(List<Annotation> annotations) -> changed(annotations, schema);
            case Preview.NewBox(LabelId label, Bounds bounds) -> newBox(schema, label, bounds);
            case Preview.NewOutline line -> newOutline(line, schema);
            case Preview.RubberBand(Bounds bounds) -> rubberBand(bounds);
        }
    }

    /// The handles of one shape.
    void handles(@Nullable Shape of) {
        handles.getElements().clear();
        edgeHandles.getElements().clear();
        handles.setVisible(of != null);
        edgeHandles.setVisible(of != null);
        if (of == null) {
            return;
        }
        List<Handle> all = Handles.of(of);
        if (all.size() > MOST_HANDLES) {
            return;
        }
        for (Handle handle : all) {
            Point at = view.toScreen(handle.at());
            if (isOutside(at)) {
                continue;
            }
            switch (handle) {
                case Handle.Grip _ -> square(handles, at, HANDLE);
                case Handle.Vertex _, Handle.Turner _ -> square(handles, at, HANDLE);
                case Handle.Edge edge -> {
                    if (length(of, edge) >= SHORT_EDGE) {
                        square(edgeHandles, at, EDGE_HANDLE);
                    }
                }
            }
        }
    }

    private boolean isOutside(Point screen) {
        return screen.x() < -HANDLE || screen.y() < -HANDLE || screen.x() > getWidth() + HANDLE || screen.y() > getHeight() + HANDLE;
    }

    private double length(Shape of, Handle.Edge edge) {
        return switch (of) {
            case Box _, RotatedBox _, Ellipse _, Points _, Keypoints _, Mask _ -> 0;
            case Polyline line -> line.points().get(edge.index()).distance(edge.at()) * 2 * view.scale();
            case Polygon polygon -> polygon.rings().get(edge.ring()).points().get(edge.index()).distance(edge.at()) * 2 * view.scale();
        };
    }

    private void changed(List<Annotation> annotations, LabelSchema schema) {
        shape.getElements().clear();
        for (Annotation annotation : annotations) {
            Contour.of(annotation.shape()).forEach(contour -> contour(shape, contour));
        }
        colour(shape, schema, annotations.getFirst().label());
        shape.setVisible(true);
    }

    private void newBox(LabelSchema schema, LabelId label, Bounds bounds) {
        shape.getElements().clear();
        ring(shape, Box.of(bounds));
        colour(shape, schema, label);
        shape.setVisible(true);
        Point corner = view.toScreen(new Point(bounds.maxX(), bounds.maxY()));
        size.setText(Math.round(bounds.width()) + " \u00d7 " + Math.round(bounds.height()));
        size.autosize();
        size.relocate(Math.min(corner.x() + SIZE_OFFSET, getWidth() - size.getWidth()),
                Math.min(corner.y() + SIZE_OFFSET, getHeight() - size.getHeight()));
        size.setVisible(true);
    }

    private void newOutline(Preview.NewOutline line, LabelSchema schema) {
        outline.getElements().clear();
        handles.getElements().clear();
        for (int i = 0; i < line.points().size(); i++) {
            Point at = view.toScreen(line.points().get(i));
            outline.getElements().add(i == 0 ? new MoveTo(at.x(), at.y()) : new LineTo(at.x(), at.y()));
            boolean closing = i == 0 && line.closing() == Preview.Closing.CLOSES;
            square(handles, at, closing ? 2 * HANDLE : HANDLE);
        }
        Point end = view.toScreen(line.closing() == Preview.Closing.CLOSES ? line.points().getFirst() : line.next());
        outline.getElements().add(new LineTo(end.x(), end.y()));
        colour(outline, schema, line.label());
        outline.setVisible(true);
        handles.setVisible(true);
    }

    private void rubberBand(Bounds bounds) {
        Bounds screen = view.toScreen(bounds);
        band.setX(Math.floor(screen.x()) + 0.5);
        band.setY(Math.floor(screen.y()) + 0.5);
        band.setWidth(Math.floor(screen.width()));
        band.setHeight(Math.floor(screen.height()));
        band.setVisible(true);
    }

    private void ring(Path path, Box box) {
        Bounds screen = view.toScreen(box.bounds());
        path.getElements().addAll(new MoveTo(screen.x(), screen.y()), new LineTo(screen.maxX(), screen.y()),
                new LineTo(screen.maxX(), screen.maxY()), new LineTo(screen.x(), screen.maxY()), new ClosePath());
    }

    private void contour(Path path, Contour contour) {
        Point first = view.toScreen(contour.points().getFirst());
        if (contour.points().size() == 1) {
            square(path, first, HANDLE);
            return;
        }
        path.getElements().add(new MoveTo(first.x(), first.y()));
        for (Point point : contour.points().subList(1, contour.points().size())) {
            Point at = view.toScreen(point);
            path.getElements().add(new LineTo(at.x(), at.y()));
        }
        if (contour.ends() == Contour.Ends.CLOSED) {
            path.getElements().add(new ClosePath());
        }
    }

    private static void square(Path path, Point at, double half) {
        double x = Math.round(at.x()) - half + 0.5;
        double y = Math.round(at.y()) - half + 0.5;
        double side = 2 * half - 1;
        path.getElements().addAll(new MoveTo(x, y), new LineTo(x + side, y), new LineTo(x + side, y + side), new LineTo(x, y + side),
                new ClosePath());
    }

    private static void colour(Path path, LabelSchema schema, LabelId label) {
        Colour colour = schema.find(label).map(LabelClass::colour).orElse(UNKNOWN);
        path.setStroke(Color.rgb(colour.red(), colour.green(), colour.blue()));
        path.setFill(Color.rgb(colour.red(), colour.green(), colour.blue(), FILL));
    }

    private static void set(Line line, double x0, double y0, double x1, double y1) {
        line.setStartX(x0);
        line.setStartY(y0);
        line.setEndX(x1);
        line.setEndY(y1);
    }
}
