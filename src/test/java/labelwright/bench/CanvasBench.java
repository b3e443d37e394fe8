package labelwright.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.tool.EditRequest;
import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.Selection;
import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.Origin;
import labelwright.task.WorkerThreads;

/// Pans and zooms over 10,000 shapes on a 12-megapixel picture in a real scene, and prints the time of each frame as JSON.
///
/// A frame is the work of the JavaFX thread in one pulse: moving the view, painting, layout and handing the scene to the renderer; wall
/// time, and the processor time of that thread, which other programs on the machine disturb less. `interval` is the time between
/// pulses, which never falls below a sixtieth of a second.
///
/// Run: `mvn -q -Pbench -Dbench=CanvasBench`.
public final class CanvasBench {
    private static final int SHAPES = 10_000;
    private static final int POINTS = 20;
    private static final int PICTURE_WIDTH = 4_000;
    private static final int PICTURE_HEIGHT = 3_000;
    private static final int VIEW_WIDTH = 1_400;
    private static final int VIEW_HEIGHT = 900;
    private static final int PAN_FRAMES = 200;
    private static final int ZOOM_FRAMES = 100;
    private static final int WARM_UP = 60;
    private static final int HIT_TESTS = 2_000;

    private final Random random = new Random(7);
    private final AnnotationIds ids = new AnnotationIds(0);
    private final Deque<Phase> phases = new ArrayDeque<>();
    private final List<String> results = new ArrayList<>();
    private final LabelSchema schema = new LabelSchema(List.of(label(1), label(2), label(3)));

    private record Phase(String name, int frames, IntConsumer step) {}

    private CanvasBench() {}

    /// @param args `plain` measures the JavaFX canvas drawing the same shapes, for comparison
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        boolean plain = args.length > 0 && args[0].equals("plain");
        Platform.startup(() -> new CanvasBench().start(done, plain));
        done.await();
        Platform.exit();
    }

    private void start(CountDownLatch done, boolean plain) {
        if (plain) {
            plainCanvas();
            print();
            done.countDown();
            return;
        }
        PictureCanvas canvas = new PictureCanvas(WorkerThreads.pool("bench", 1), ids::next);
        canvas.setPrefSize(VIEW_WIDTH, VIEW_HEIGHT);
        canvas.setMinSize(VIEW_WIDTH, VIEW_HEIGHT);
        Stage stage = new Stage();
        stage.setScene(new Scene(canvas, VIEW_WIDTH, VIEW_HEIGHT));
        stage.show();
        canvas.showPicture(noise());
        AnnotationSet[] shown = {AnnotationSet.empty(new ItemId(1), new Author.Annotator("bench"))};
        canvas.onEdit(request -> {
            shown[0] = request.edit().apply(shown[0]).set();
            canvas.showAnnotations(shown[0], schema);
        });
        for (boolean polygons : new boolean[] {false, true}) {
            String kind = polygons ? "polygons" : "boxes";
            phases.add(new Phase("", 1, _ -> {
                shown[0] = shown[0].withAnnotations(shapes(polygons));
                long start = System.nanoTime();
                canvas.showAnnotations(shown[0], schema);
                single("show_" + kind, start);
                canvas.fit();
            }));
            phases.add(new Phase("", WARM_UP, frame -> canvas.zoomAt(700, 450, frame % 20 < 10 ? 1.1 : 1 / 1.1)));
            phases.add(new Phase("zoom_" + kind, ZOOM_FRAMES, frame -> canvas.zoomAt(600, 500, frame % 20 < 10 ? 1.15 : 1 / 1.15)));
            phases.add(new Phase("", 30, frame -> canvas.zoomAt(700, 450, frame < 3 ? 1.2 : 1)));
            phases.add(new Phase("pan_" + kind, PAN_FRAMES, frame -> canvas.panBy(frame % 40 < 20 ? 11 : -11, frame % 60 < 30 ? 7 : -7)));
            phases.add(new Phase("", 1, _ -> hitTests(canvas, kind)));
            phases.add(new Phase("commit_" + kind, 100, _ -> commit(canvas, shown[0])));
        }
        new Clock(() -> {
            print();
            done.countDown();
        }).start();
    }

    private void commit(PictureCanvas canvas, AnnotationSet set) {
        Annotation fresh = new Annotation(ids.next(), new LabelId(1), new Box(random.nextInt(3_000), random.nextInt(2_000), 200, 150),
                new Origin.Manual());
        EditRequest request = new EditRequest(EditName.DRAW, Edit.add(set, List.of(fresh)), Selection.of(fresh.id()));
        canvas.showAnnotations(request.edit().apply(set).set(), schema);
        canvas.select(request.after());
    }

    private void hitTests(PictureCanvas canvas, String kind) {
        double[] times = new double[HIT_TESTS];
        for (int i = 0; i < HIT_TESTS; i++) {
            Point at = new Point(random.nextDouble() * PICTURE_WIDTH, random.nextDouble() * PICTURE_HEIGHT);
            long start = System.nanoTime();
            int hits = canvas.annotationsAt(at).size();
            times[i] = (System.nanoTime() - start) / 1e6;
            if (hits < 0) {
                throw new IllegalStateException();
            }
        }
        results.add(summary("hit_test_" + kind, times));
    }

    private void single(String name, long start) {
        results.add(summary(name, new double[] {(System.nanoTime() - start) / 1e6}));
    }

    private void print() {
        StringJoiner all = new StringJoiner(",\n  ", "{\n  ", "\n}");
        all.add("\"shapes\": " + SHAPES + ", \"points_per_polygon\": " + POINTS + ", \"view\": \"" + VIEW_WIDTH + "x" + VIEW_HEIGHT
                + "\", \"processors\": " + Runtime.getRuntime().availableProcessors());
        results.forEach(all::add);
        System.out.println(all);
    }

    /// What the same frame costs with the canvas of JavaFX.
    private void plainCanvas() {
        Canvas canvas = new Canvas(VIEW_WIDTH, VIEW_HEIGHT);
        Stage stage = new Stage();
        stage.setScene(new Scene(new Pane(canvas), VIEW_WIDTH, VIEW_HEIGHT));
        stage.show();
        List<Annotation> shapes = shapes(true);
        double[] times = new double[10];
        for (int frame = 0; frame < times.length; frame++) {
            long start = System.nanoTime();
            GraphicsContext graphics = canvas.getGraphicsContext2D();
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
            canvas.snapshot(null, null);
            times[frame] = (System.nanoTime() - start) / 1e6;
        }
        results.add(summary("plain_javafx_canvas_frame", times));
    }

    private static String summary(String name, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "\"%s_ms\": {\"median\": %.3f, \"p95\": %.3f, \"p99\": %.3f, \"max\": %.3f, \"n\": %d}", name,
                at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1], sorted.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private List<Annotation> shapes(boolean polygons) {
        List<Annotation> shapes = new ArrayList<>();
        for (int i = 0; i < SHAPES; i++) {
            double radius = 10 + random.nextDouble() * 40;
            double x = radius + random.nextDouble() * (PICTURE_WIDTH - 2 * radius);
            double y = radius + random.nextDouble() * (PICTURE_HEIGHT - 2 * radius);
            Shape shape = polygons ? blob(x, y, radius) : new Box(x - radius, y - radius, 2 * radius, 1.6 * radius);
            shapes.add(new Annotation(ids.next(), new LabelId(1 + i % 3), shape, new Origin.Manual()));
        }
        return shapes;
    }

    private Polygon blob(double x, double y, double radius) {
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < POINTS; k++) {
            double angle = 2 * Math.PI * k / POINTS;
            double r = radius * (0.75 + 0.25 * random.nextDouble());
            points.add(new Point(x + r * Math.cos(angle), y + r * Math.sin(angle)));
        }
        return Polygon.of(points);
    }

    private PixelImage noise() {
        int[] pixels = new int[PICTURE_WIDTH * PICTURE_HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | random.nextInt(0x40) * 0x010101 + 0x505050;
        }
        return new PixelImage(PICTURE_WIDTH, PICTURE_HEIGHT, pixels);
    }

    private static LabelClass label(int id) {
        return new LabelClass(new LabelId(id), "label " + id, Colour.ofPalette(id), Set.of(ShapeKind.values()));
    }

    /// Runs one step of the present phase in every pulse and measures until the scene has been handed to the renderer.
    private final class Clock extends AnimationTimer {
        private final Runnable finished;
        private double[] wall = new double[0];
        private double[] cpu = new double[0];
        private double[] interval = new double[0];
        private int frame;
        private long last;

        Clock(Runnable finished) {
            this.finished = finished;
        }

        @Override
        public void handle(long now) {
            Phase phase = phases.peek();
            if (phase == null) {
                stop();
                finished.run();
                return;
            }
            if (frame == 0) {
                wall = new double[phase.frames()];
                cpu = new double[phase.frames()];
                interval = new double[phase.frames()];
                last = System.nanoTime();
            }
            int index = frame;
            long start = System.nanoTime();
            long startCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            interval[index] = (start - last) / 1e6;
            last = start;
            phase.step().accept(index);
            Platform.runLater(() -> measured(index, start, startCpu));
            frame++;
            if (frame == phase.frames()) {
                phases.remove();
                frame = 0;
                double[][] all = {wall, cpu, interval};
                Platform.runLater(() -> finish(phase, all));
            }
        }

        /// Runs right after the pulse that the step belongs to.
        private void measured(int index, long start, long startCpu) {
            if (index < wall.length) {
                wall[index] = (System.nanoTime() - start) / 1e6;
                cpu[index] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startCpu) / 1e6;
            }
        }

        private void finish(Phase phase, double[][] all) {
            if (!phase.name().isEmpty()) {
                results.add(summary(phase.name() + "_wall", all[0]));
                results.add(summary(phase.name() + "_cpu", all[1]));
                results.add(summary(phase.name() + "_interval", Arrays.copyOfRange(all[2], 1, all[2].length)));
            }
        }
    }
}
