package labelwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.tool.Tool;
import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;
import labelwright.task.WorkerThreads;

/// Opens the canvas alone, with nothing of the rest of the app, and measures it with 10,000 boxes, 10,000 polygons of 20 points, 100,000
/// polygons and 50 masks of 4 megapixels on a picture of 12 megapixels: opening, panning, zooming, finding what is under the pointer,
/// dragging a vertex, committing a new shape. Prints JSON and leaves it in `target/bench/canvas.json`.
///
/// Run: `mvn -q -Pbench -Dbench=CanvasBench [-Dbench.args=masks]`.
public final class CanvasBench {
    private static final int VIEW_WIDTH = 1_400;
    private static final int VIEW_HEIGHT = 900;
    private static final int PAN_FRAMES = 200;
    private static final int ZOOM_FRAMES = 100;
    private static final int WARM_UP = 60;
    private static final int HIT_TESTS = 2_000;
    private static final int SETTLE = 60;
    private static final int STROKES = 6;
    private static final int STROKE_EVENTS = 150;
    private static final Path RESULT = Path.of("target", "bench", "canvas.json");

    private final BenchShapes made = new BenchShapes();
    private final Random random = new Random(11);
    private final List<String> results = new ArrayList<>();
    private final LabelSchema schema = new LabelSchema(List.of(label(1), label(2), label(3)));
    private final PictureCanvas canvas;
    private final FrameClock clock;
    private AnnotationSet shown = AnnotationSet.empty(new ItemId(1), new Author.Annotator("bench"));

    private CanvasBench(ExecutorService background, CountDownLatch done) {
        canvas = new PictureCanvas(background, made.ids()::next);
        clock = new FrameClock(results, () -> {
            print();
            done.countDown();
        });
    }

    /// @param args `boxes`, `polygons`, `many` or `masks` for that part alone; `plain` measures the JavaFX canvas drawing 10,000 polygons, for
    /// comparison
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Set<String> parts = args.length == 0 ? Set.of("boxes", "polygons", "many", "masks") : Set.of(args);
        try (ExecutorService background = WorkerThreads.pool("bench", 1)) {
            Platform.startup(() -> new CanvasBench(background, done).start(parts));
            done.await();
        }
        Platform.exit();
    }

    private void start(Set<String> parts) {
        canvas.setPrefSize(VIEW_WIDTH, VIEW_HEIGHT);
        Stage stage = new Stage();
        stage.setScene(new Scene(new Pane(canvas), VIEW_WIDTH, VIEW_HEIGHT));
        stage.show();
        canvas.showPicture(made.picture());
        canvas.onEdit(this::perform);
        if (parts.contains("plain")) {
            clock.once(this::plainCanvas);
        }
        if (parts.contains("boxes")) {
            everything("boxes", () -> made.boxes(10_000, 50));
        }
        if (parts.contains("polygons")) {
            everything("polygons", () -> made.polygons(10_000, 50));
            dragOfAVertex();
        }
        if (parts.contains("many")) {
            everything("100k_polygons", () -> made.polygons(100_000, 16));
        }
        if (parts.contains("masks")) {
            open("masks", () -> made.masks(50));
            move("masks");
            stroke();
        }
        clock.start();
    }

    private void everything(String kind, Supplier<List<Annotation>> shapes) {
        open(kind, shapes);
        move(kind);
        clock.once(() -> hitTests(kind));
        clock.measure("commit_" + kind, 100, _ -> commit());
    }

    private void open(String kind, Supplier<List<Annotation>> shapes) {
        clock.once(() -> {
            AnnotationSet next = shown.withAnnotations(shapes.get());
            canvas.fit();
            long start = System.nanoTime();
            long startCpu = FrameClock.cpu();
            shown = next;
            canvas.showAnnotations(shown, schema);
            results.add(FrameClock.summary("open_" + kind + "_wall", new double[] {(System.nanoTime() - start) / 1e6}));
            results.add(FrameClock.summary("open_" + kind + "_cpu", new double[] {(FrameClock.cpu() - startCpu) / 1e6}));
        });
    }

    /// First the whole picture in view, then closer.
    private void move(String kind) {
        clock.unmeasured(WARM_UP, frame -> canvas.zoomAt(700, 450, frame % 20 < 10 ? 1.1 : 1 / 1.1));
        clock.measure("zoom_" + kind, ZOOM_FRAMES, frame -> canvas.zoomAt(600, 500, frame % 20 < 10 ? 1.15 : 1 / 1.15));
        clock.unmeasured(SETTLE, frame -> canvas.zoomAt(700, 450, 1));
        clock.measure("pan_out_" + kind, PAN_FRAMES, this::pan);
        clock.unmeasured(SETTLE, frame -> canvas.zoomAt(700, 450, frame < 3 ? 1.2 : 1));
        clock.measure("pan_" + kind, PAN_FRAMES, this::pan);
    }

    private void pan(int frame) {
        canvas.panBy(frame % 40 < 20 ? 11 : -11, frame % 60 < 30 ? 7 : -7);
    }

    private void perform(EditRequest request) {
        shown = request.edit().apply(shown).set();
        canvas.showAnnotations(shown, schema);
    }

    private void commit() {
        Annotation fresh = new Annotation(made.ids().next(), new LabelId(1),
                new Box(random.nextInt(3_000), random.nextInt(2_000), 200, 150),
                new Origin.Manual());
        perform(new EditRequest(EditName.DRAW, Edit.add(shown, List.of(fresh)), Selection.of(fresh.id())));
        canvas.select(Selection.of(fresh.id()));
    }

    private void hitTests(String kind) {
        double[] times = new double[HIT_TESTS];
        for (int i = 0; i < HIT_TESTS; i++) {
            Point at = new Point(random.nextDouble() * BenchShapes.WIDTH, random.nextDouble() * BenchShapes.HEIGHT);
            long start = System.nanoTime();
            int hits = canvas.annotationsAt(at).size();
            times[i] = (System.nanoTime() - start) / 1e6;
            if (hits < 0) {
                throw new IllegalStateException();
            }
        }
        results.add(FrameClock.summary("hit_test_" + kind, times));
    }

    private void dragOfAVertex() {
        Point[] vertex = new Point[1];
        clock.once(() -> {
            canvas.toolProperty().set(Tool.Kind.SELECT);
            Annotation one = shown.annotations().stream().filter(each -> each.shape() instanceof Polygon)
                    .skip(shown.annotations().size() / 2).findFirst().orElseThrow();
            canvas.select(Selection.of(one.id()));
            canvas.reveal(one.id());
            vertex[0] = ((Polygon) one.shape()).rings().getFirst().points().getFirst();
        });
        clock.unmeasured(SETTLE, _ -> {});
        clock.once(() -> mouse(MouseEvent.MOUSE_PRESSED, vertex[0], 0));
        clock.measure("drag_vertex", 100, frame -> mouse(MouseEvent.MOUSE_DRAGGED, vertex[0], frame % 50));
        clock.once(() -> mouse(MouseEvent.MOUSE_RELEASED, vertex[0], 49));
    }

    /// Strokes with the brush on the newest mask, over all others: presses and releases count like the events between.
    private void stroke() {
        Point start = new Point(BenchShapes.WIDTH / 2.0, BenchShapes.HEIGHT / 2.0);
        clock.once(() -> {
            canvas.fit();
            canvas.activeLabelProperty().set(new LabelId(1));
            canvas.toolProperty().set(Tool.Kind.BRUSH);
            canvas.select(Selection.of(shown.annotations().getLast().id()));
        });
        clock.unmeasured(3 * SETTLE, _ -> {});
        clock.measure("brush_event", STROKES * STROKE_EVENTS, frame -> {
            int event = frame % STROKE_EVENTS;
            EventType<MouseEvent> type = event == 0
                    ? MouseEvent.MOUSE_PRESSED
                    : event == STROKE_EVENTS - 1 ? MouseEvent.MOUSE_RELEASED : MouseEvent.MOUSE_DRAGGED;
            mouse(type, start, 1.5 * event + frame / STROKE_EVENTS);
        });
    }

    private void mouse(EventType<MouseEvent> type, Point at, double moved) {
        Point screen = canvas.getViewport().toScreen(at);
        Event.fireEvent(canvas, new MouseEvent(type, screen.x() + moved, screen.y() + moved, screen.x() + moved, screen.y() + moved,
                MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false, false, false, null));
    }

    private void print() {
        StringJoiner all = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
        all.add("\"points_per_polygon\": " + BenchShapes.POINTS + ", \"view\": \"" + VIEW_WIDTH + "x" + VIEW_HEIGHT + "\", \"processors\": "
                + Runtime.getRuntime().availableProcessors());
        results.forEach(all::add);
        System.out.print(all);
        try {
            Files.createDirectories(RESULT.getParent());
            Files.writeString(RESULT, all.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the same frame costs with the canvas of JavaFX.
    private void plainCanvas() {
        Canvas plain = new Canvas(VIEW_WIDTH, VIEW_HEIGHT);
        List<Annotation> shapes = made.polygons(10_000, 50);
        double[] times = new double[10];
        for (int frame = 0; frame < times.length; frame++) {
            long start = System.nanoTime();
            GraphicsContext graphics = plain.getGraphicsContext2D();
            graphics.clearRect(0, 0, VIEW_WIDTH, VIEW_HEIGHT);
            graphics.setStroke(Color.RED);
            graphics.setFill(Color.rgb(255, 0, 0, 0.18));
            for (Annotation annotation : shapes) {
                List<Point> points = ((Polygon) annotation.shape()).rings().getFirst().points();
                double[] xs = points.stream().mapToDouble(point -> point.x() * 0.3).toArray();
                double[] ys = points.stream().mapToDouble(point -> point.y() * 0.3).toArray();
                graphics.fillPolygon(xs, ys, xs.length);
                graphics.strokePolygon(xs, ys, xs.length);
            }
            plain.snapshot(null, null);
            times[frame] = (System.nanoTime() - start) / 1e6;
        }
        results.add(FrameClock.summary("plain_javafx_canvas_frame", times));
    }

    private static LabelClass label(int id) {
        return new LabelClass(new LabelId(id), "label " + id, Colour.ofPalette(id), Set.of(ShapeKind.values()));
    }
}
