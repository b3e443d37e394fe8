package labelwright.canvas;

import java.util.List;
import java.util.Optional;

import javafx.css.PseudoClass;
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
import labelwright.canvas.tool.Note;
import labelwright.canvas.tool.Preview;
import labelwright.canvas.tool.Snap;
import labelwright.geometry.Bounds;
import labelwright.geometry.Box;
import labelwright.geometry.Contour;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Handle;
import labelwright.geometry.Handles;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.SkeletonTemplate;

/// What moves during a gesture: previews, handles, the cross-hair, the rubber band. A few nodes, brought up to date together.
final class InteractionLayer extends Region {
    private static final double FILL = 0.25;
    private static final double HANDLE = 4;
    private static final double EDGE_HANDLE = 3;
    /// Handles in the middle of edges shorter than this many screen pixels are left out.
    private static final double SHORT_EDGE = 26;
    private static final int MOST_HANDLES = 1_500;
    private static final double SIZE_OFFSET = 14;
    private static final double MARK = 6;
    /// How far the stem of the turn handle reaches towards the shape.
    private static final double STEM = 24;
    private static final Colour UNKNOWN = new Colour(0x9AA4AF);

    private static final PseudoClass SEARCHING = PseudoClass.getPseudoClass("searching");

    private final Line across = new Line();
    private final Line down = new Line();
    private final Path shape = new Path();
    private final Path outline = new Path();
    private final Path handles = new Path();
    private final Path mark = new Path();
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
        mark.getStyleClass().add("canvas-snap");
        band.getStyleClass().add("canvas-rubber-band");
        size.getStyleClass().add("canvas-size");
        size.setManaged(false);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.setStrokeWidth(2);
        shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        outline.setStrokeWidth(2);
        getChildren().addAll(across, down, shape, outline, edgeHandles, handles, mark, band, size);
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
        switch (preview) {
            case Preview.Nothing _ -> {
            }
            case Preview.Changed(List<Annotation> annotations) -> changed(annotations, schema);
            case Preview.NewShape(LabelId label, Shape drawn) -> {
                clear(label, schema);
                add(drawn, label, schema);
            }
            case Preview.NewOutline line -> newOutline(line, schema);
            case Preview.NewStroke(LabelId label, List<Point> points) -> {
                clear(label, schema);
                contour(shape, new Contour(points, Contour.Ends.CLOSED));
            }
            case Preview.NewSkeleton(LabelId label, SkeletonTemplate template, List<Keypoint> points) -> {
                clear(label, schema);
                skeleton(template, points);
            }
            case Preview.RubberBand(Bounds bounds) -> rubberBand(bounds);
            case Preview.LiveMasks masks -> {
                masks.frame().ifPresent(this::rubberBand);
                band.pseudoClassStateChanged(SEARCHING, masks.work() == Preview.Work.GOING_ON);
            }
        }
    }

    /// What stands beside the pointer, and the mark where it snaps to.
    void guide(Optional<Note> note, Optional<Snap> snap) {
        size.setVisible(note.isPresent());
        note.ifPresent(words -> {
            Point at = view.toScreen(words.at());
            size.setText(words.text());
            size.autosize();
            size.relocate(Math.clamp(at.x() + SIZE_OFFSET, 0, Math.max(0, getWidth() - size.getWidth())),
                    Math.clamp(at.y() + SIZE_OFFSET, 0, Math.max(0, getHeight() - size.getHeight())));
        });
        mark.getElements().clear();
        mark.setVisible(snap.isPresent());
        snap.ifPresent(place -> {
            Point at = view.toScreen(place.at());
            switch (place.on()) {
                case VERTEX -> square(mark, at, MARK);
                case EDGE, PICTURE_EDGE -> diamond(mark, at, MARK);
            }
        });
    }

    /// The handles of one shape.
    void handles(@Nullable Shape of, Bounds picture) {
        handles.getElements().clear();
        edgeHandles.getElements().clear();
        handles.setVisible(of != null);
        edgeHandles.setVisible(of != null);
        if (of == null) {
            return;
        }
        Handles.turner(of, 1 / view.scale(), picture).ifPresent(turner -> turner(of, turner));
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
            case Box _, RotatedBox _, Ellipse _, Points _, Keypoints _, Mask _, TextSpan _ -> 0;
            case Polyline line -> line.points().get(edge.index()).distance(edge.at()) * 2 * view.scale();
            case Polygon polygon -> polygon.rings().get(edge.ring()).points().get(edge.index()).distance(edge.at()) * 2 * view.scale();
        };
    }

    private void changed(List<Annotation> annotations, LabelSchema schema) {
        clear(annotations.getFirst().label(), schema);
        annotations.forEach(annotation -> add(annotation.shape(), annotation.label(), schema));
    }

    /// Nothing yet, in the colour of the label: closed lines go into `shape`, open ones into `outline`.
    private void clear(LabelId label, LabelSchema schema) {
        shape.getElements().clear();
        outline.getElements().clear();
        colour(shape, schema, label);
        colour(outline, schema, label);
        outline.setFill(null);
        shape.setVisible(true);
        outline.setVisible(true);
    }

    private void add(Shape drawn, LabelId label, LabelSchema schema) {
        Optional<SkeletonTemplate> template = schema.find(label).flatMap(LabelClass::findSkeleton);
        if (drawn instanceof Keypoints keypoints && template.isPresent()) {
            skeleton(template.get(), keypoints.points());
        } else {
            Contour.of(drawn).forEach(contour -> contour(contour.ends() == Contour.Ends.CLOSED ? shape : outline, contour));
        }
    }

    private void skeleton(SkeletonTemplate template, List<Keypoint> points) {
        for (SkeletonTemplate.Edge edge : template.edges()) {
            boolean known = edge.from() < points.size() && edge.to() < points.size();
            if (known && points.get(edge.from()).isThere() && points.get(edge.to()).isThere()) {
                contour(outline, new Contour(List.of(points.get(edge.from()).at(), points.get(edge.to()).at()), Contour.Ends.OPEN));
            }
        }
        points.stream().filter(Keypoint::isThere).forEach(point -> square(shape, view.toScreen(point.at()), HANDLE));
    }

    /// A diamond on a stem that comes from the shape.
    private void turner(Shape of, Handle.Turner turner) {
        Point at = view.toScreen(turner.at());
        Point centre = view.toScreen(of.bounds().centre());
        double away = Math.max(1, at.distance(centre));
        handles.getElements().addAll(
                new MoveTo(at.x() + (centre.x() - at.x()) * STEM / away, at.y() + (centre.y() - at.y()) * STEM / away),
                new LineTo(at.x(), at.y()));
        diamond(handles, at, HANDLE + 2);
    }

    private void newOutline(Preview.NewOutline line, LabelSchema schema) {
        outline.getElements().clear();
        handles.getElements().clear();
        boolean neverCloses = line.closing() == Preview.Closing.NEVER;
        for (int i = 0; i < line.points().size(); i++) {
            Point at = view.toScreen(line.points().get(i));
            outline.getElements().add(i == 0 ? new MoveTo(at.x(), at.y()) : new LineTo(at.x(), at.y()));
            boolean closing = i == 0 && line.closing() == Preview.Closing.CLOSES;
            square(handles, at, closing ? 2 * HANDLE : HANDLE);
        }
        List<Point> ahead = line.closing() == Preview.Closing.CLOSES ? List.of(line.points().getFirst()) : line.ahead();
        for (Point point : ahead) {
            Point at = view.toScreen(point);
            outline.getElements().add(new LineTo(at.x(), at.y()));
        }
        colour(outline, schema, line.label());
        if (neverCloses) {
            outline.setFill(null);
        }
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

    private static void diamond(Path path, Point at, double half) {
        path.getElements().addAll(new MoveTo(at.x(), at.y() - half), new LineTo(at.x() + half, at.y()), new LineTo(at.x(), at.y() + half),
                new LineTo(at.x() - half, at.y()), new ClosePath());
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
