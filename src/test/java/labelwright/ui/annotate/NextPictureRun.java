package labelwright.ui.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import labelwright.canvas.PictureCanvas;
import labelwright.journey.Fx;
import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.query.ItemRow;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.task.WorkerThreads;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.LabellingSession;

/// Goes through pictures of 12 megapixels and measures from the key to the pulse that shows the next one, with its answer read from the
/// workspace, when the picture was read ahead. Prints JSON. Started by `labelwright.bench.NextPictureBench`, which cannot see these classes.
public final class NextPictureRun {
    private static final int PICTURES = 16;
    private static final int ROUNDS = 40;
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
            print(run(bench, threads));
        } finally {
            threads.shutdownNow();
            pictures.shutdownNow();
            Platform.exit();
        }
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

    private static double[] run(LabellingBench bench, ExecutorService threads) {
        ProjectContext context = Fx.get(() -> bench.projectContext(threads, FxJobs.fxThread()));
        Workplace workplace = Fx.get(() -> new Workplace(context));
        Fx.run(() -> {
            PictureCanvas canvas = new PictureCanvas(threads,
                    () -> workplace.findSession().map(LabellingSession::newId).orElseThrow());
            Stage stage = new Stage();
            stage.setScene(new Scene(new CanvasPane(workplace, canvas, new ViewOptions(), context), 940, 780));
            stage.show();
            workplace.reload();
        });
        Fx.await("the first picture", () -> workplace.picture().get() instanceof PictureState.Ready);
        double[] times = new double[ROUNDS];
        int step = 1;
        for (int round = 0; round < ROUNDS; round++) {
            int at = Fx.get(() -> workplace.queue().position().get());
            step = at == PICTURES - 1 ? -1 : at == 0 ? 1 : step;
            int direction = step;
            ItemId next = Fx.get(() -> workplace.queue().neighbour(direction).orElseThrow());
            List<ItemRow> rows = bench.workbench().catalogue().rows(List.of(next), LabellingBench.KIM);
            Item item = rows.getFirst().item();
            Fx.await("the next picture was read ahead", () -> bench.workbench().pictures().findPicture(item).isPresent());
            times[round] = go(workplace, direction, next);
        }
        return times;
    }

    private static double go(Workplace workplace, int direction, ItemId next) {
        AtomicLong shown = new AtomicLong();
        long start = System.nanoTime();
        Fx.run(() -> {
            Scene[] scene = {null};
            scene[0] = Stage.getWindows().getFirst().getScene();
            Runnable[] look = {null};
            look[0] = () -> {
                boolean ready = workplace.picture().get() instanceof PictureState.Ready(Item item, PixelImage _) && item.id().equals(next);
                if (ready) {
                    shown.set(System.nanoTime());
                    scene[0].removePostLayoutPulseListener(look[0]);
                }
            };
            scene[0].addPostLayoutPulseListener(look[0]);
            workplace.go(direction);
        });
        Fx.await("the next picture is on the screen", () -> shown.get() > 0);
        return (shown.get() - start) / 1e6;
    }

    private static void print(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT,
                "{\"picture\": \"%dx%d\", \"next_picture_ms\": {\"median\": %.1f, \"p95\": %.1f, \"max\": %.1f, \"n\": %d}}%n", WIDTH,
                HEIGHT,
                sorted[times.length / 2], sorted[(int) (times.length * 0.95)], sorted[times.length - 1], times.length);
    }
}
