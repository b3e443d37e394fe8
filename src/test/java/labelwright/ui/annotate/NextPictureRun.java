package labelwright.ui.annotate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import labelwright.canvas.PictureCanvas;
import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.journey.Fx;
import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.query.ItemRow;
import labelwright.settings.Theme;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.task.WorkerThreads;
import labelwright.ui.control.Appearance;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.LabellingSession;

/// Goes through pictures of 12 megapixels on the whole Annotate screen and measures from the key to the pulse that shows the next one, with
/// its answer of 50 boxes from the workspace, when the picture was read ahead. Prints JSON and leaves it in `target/bench`. Started by
/// `labelwright.bench.NextPictureBench`, which cannot see these classes.
public final class NextPictureRun {
    private static final int PICTURES = 16;
    private static final int ROUNDS = 60;
    private static final int SHAPES = 50;
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;

    private NextPictureRun() {}

    public static void start() throws IOException {
        Path folder = Files.createTempDirectory("next-picture");
        ExecutorService threads = WorkerThreads.pool("read", 2);
        ExecutorService pictures = WorkerThreads.pool("pictures", 2);
        try (LabellingBench bench = LabellingBench.create(folder, 0, pictures)) {
            write(bench.pictures());
            bench.workbench().imports().run(ImportRequest.of(bench.project(), bench.pictures(), LabellingBench.KIM), Progress.NONE,
                    new CancelToken());
            label(bench);
            print(run(bench, threads));
        } finally {
            threads.shutdownNow();
            pictures.shutdownNow();
            Platform.exit();
        }
    }

    private static void label(LabellingBench bench) {
        Random random = new Random(2);
        for (ItemId item : bench.items()) {
            LabellingSession session = bench.workbench().labelling().open(item, LabellingBench.KIM);
            List<Annotation> boxes = new ArrayList<>();
            for (int i = 0; i < SHAPES; i++) {
                boxes.add(new Annotation(session.newId(), bench.project().schema().labels().get(i % 3).id(),
                        new Box(random.nextInt(WIDTH - 400), random.nextInt(HEIGHT - 300), 400, 300), new Origin.Manual()));
            }
            session.perform(EditName.DRAW, Edit.add(session.set(), boxes));
        }
        bench.workbench().labelling().flush();
    }

    private static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Random random = new Random(1);
        for (int i = 0; i < PICTURES; i++) {
            int[] pixels = new int[WIDTH * HEIGHT];
            int base = random.nextInt(0x60);
            for (int p = 0; p < pixels.length; p++) {
                int grey = base + (p / WIDTH / 20 + p % WIDTH / 30) % 80 + (p & 7);
                pixels[p] = 0xFF000000 | grey * 0x010101;
            }
            ImageEncoder.writeJpeg(new PixelImage(WIDTH, HEIGHT, pixels), folder.resolve("p%02d.jpg".formatted(i)), 0.85);
        }
    }

    private static double[][] run(LabellingBench bench, ExecutorService threads) {
        ProjectContext context = Fx.get(() -> bench.projectContext(threads, FxJobs.fxThread()));
        Workplace workplace = Fx.get(() -> new Workplace(context));
        Fx.run(() -> {
            PictureCanvas canvas = new PictureCanvas(threads,
                    () -> workplace.findSession().map(LabellingSession::newId).orElseThrow());
            Stage stage = new Stage();
            Appearance.apply(Theme.LIGHT);
            Scene scene = new Scene(Assembly.of(workplace, canvas, context).view(), 1400, 900);
            Appearance.dress(scene);
            stage.setScene(scene);
            stage.show();
            workplace.reload();
        });
        Fx.await("the first picture", () -> workplace.picture().get() instanceof PictureState.Ready);
        double[][] times = new double[2][ROUNDS];
        int step = 1;
        for (int round = 0; round < ROUNDS; round++) {
            int at = Fx.get(() -> workplace.queue().position().get());
            step = at == PICTURES - 1 ? -1 : at == 0 ? 1 : step;
            int direction = step;
            ItemId next = Fx.get(() -> workplace.queue().neighbour(direction).orElseThrow());
            List<ItemRow> rows = bench.workbench().catalogue().rows(List.of(next), LabellingBench.KIM);
            Item item = rows.getFirst().item();
            Fx.await("the next picture was read ahead", () -> bench.workbench().pictures().findPicture(item).isPresent());
            Times one = go(workplace, direction, next);
            times[0][round] = one.wall();
            times[1][round] = one.cpu();
        }
        return times;
    }

    /// From the key to the pulse, in milliseconds: by the clock, and what the FX thread worked for it.
    private record Times(double wall, double cpu) {}

    private static Times go(Workplace workplace, int direction, ItemId next) {
        AtomicReference<Times> shown = new AtomicReference<>();
        long start = System.nanoTime();
        Fx.run(() -> {
            long startCpu = cpu();
            Scene scene = Stage.getWindows().getFirst().getScene();
            Runnable[] look = {null};
            look[0] = () -> {
                boolean ready = workplace.picture().get() instanceof PictureState.Ready(Item item, PixelImage _) && item.id().equals(next);
                if (ready) {
                    shown.set(new Times((System.nanoTime() - start) / 1e6, (cpu() - startCpu) / 1e6));
                    scene.removePostLayoutPulseListener(look[0]);
                }
            };
            scene.addPostLayoutPulseListener(look[0]);
            workplace.go(direction);
        });
        Fx.await("the next picture is on the screen", () -> shown.get() != null);
        return shown.get();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(double[][] times) throws IOException {
        String json = String.format(Locale.ROOT, "{\"picture\": \"%dx%d\", \"shapes\": %d, %s, %s}%n", WIDTH, HEIGHT, SHAPES,
                summary("next_picture_ms", times[0]), summary("next_picture_fx_cpu_ms", times[1]));
        System.out.print(json);
        Path file = Path.of("target", "bench", "next-picture.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    private static String summary(String name, double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "\"%s\": {\"median\": %.1f, \"p95\": %.1f, \"max\": %.1f, \"n\": %d}", name,
                sorted[times.length / 2], sorted[(int) (times.length * 0.95)], sorted[times.length - 1], times.length);
    }
}
