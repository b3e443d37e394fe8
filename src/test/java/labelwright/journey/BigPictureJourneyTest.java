package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javafx.geometry.Point2D;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.canvas.PictureCanvas;
import labelwright.media.TiffFixture;
import labelwright.media.TiffFixture.Packing;
import labelwright.media.TiffFixture.Page;
import labelwright.model.Project;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.ui.annotate.LabellingBench;
import labelwright.workbench.ImportRequest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// A picture in tiles and the pages of a file, opened and labelled like any other.
class BigPictureJourneyTest {
    private static final int SIDE = 12_000;

    @TempDir
    private Path folder;

    @Test
    void aBigPictureIsSeenPreparedAndLabelled() throws IOException {
        try (LabellingBench bench = LabellingBench.create(folder, 0, Runnable::run)) {
            Files.createDirectories(bench.pictures());
            try (TiffFixture out = TiffFixture.create(bench.pictures().resolve("slide.tif"))) {
                byte[][] kinds = new byte[4][];
                for (int i = 0; i < kinds.length; i++) {
                    kinds[i] = TiffFixture.pack(tile(i), Packing.DEFLATE);
                }
                out.page(Page.of(SIDE, SIDE, 3, 8).tiles(256).with(Packing.DEFLATE), i -> kinds[(i / 6 + i / 47 / 6) % 4]);
                out.page(Page.of(300, 200, 1, 16), (x, y, c) -> 1_000 + 3 * x);
            }
            Project project = bench.workbench().projects().byName("Cells");
            bench.workbench().imports().run(ImportRequest.of(project, bench.pictures(), LabellingBench.KIM), Progress.NONE,
                    new CancelToken());
        }
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            app.click("go-annotate");
            app.await("the slide is open", () -> app.isText("annotate-place", "1 of 2"));
            app.await("its answer is known", () -> app.isText("annotate-region-count", "0"));
            app.await("it is prepared", () -> !app.isShown("annotate-preparing"));
            app.screenshot("big-picture");
            app.press(KeyCode.B);
            app.drag("annotate-canvas", new Point2D(250, 150), new Point2D(330, 260));
            app.await("the box is listed", () -> app.isText("annotate-region-count", "1"));
            app.screenshot("big-picture-labelled");
            assertEquals(List.of(), app.idsThereTwice());
            app.press(KeyCode.N);
            app.await("the second page is open", () -> app.isText("annotate-place", "2 of 2"));
            app.screenshot("deep-page");
        }
    }

    /// Most of both pictures is between the darkest and the lightest tiles: grey through the window that is proposed, black through the chosen one.
    @Test
    void theWindowOfABigDeepPictureIsKeptForTheNext() throws IOException {
        try (LabellingBench bench = LabellingBench.create(folder, 0, Runnable::run)) {
            Files.createDirectories(bench.pictures());
            byte[] dark = TiffFixture.pack(samples(0x20), Packing.DEFLATE);
            byte[] middle = TiffFixture.pack(samples(0x60), Packing.DEFLATE);
            byte[] light = TiffFixture.pack(samples(0x90), Packing.DEFLATE);
            for (String name : List.of("a.tif", "b.tif")) {
                try (TiffFixture out = TiffFixture.create(bench.pictures().resolve(name))) {
                    out.page(Page.of(SIDE, SIDE, 1, 16).tiles(256).with(Packing.DEFLATE),
                            i -> i > 188 ? middle : i % 2 == 0 ? dark : light);
                }
            }
            Project project = bench.workbench().projects().byName("Cells");
            bench.workbench().imports().run(ImportRequest.of(project, bench.pictures(), LabellingBench.KIM), Progress.NONE,
                    new CancelToken());
        }
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            app.click("go-annotate");
            app.await("the first is open", () -> app.isText("annotate-place", "1 of 2"));
            PictureCanvas canvas = (PictureCanvas) app.node("annotate-canvas");
            app.await("its samples are known", () -> Fx.get(() -> canvas.sampleRangeProperty().get() != null));
            app.await("it is drawn in grey", () -> isGrey(canvas));
            app.press(KeyCode.I);
            Slider low = (Slider) app.node("annotate-tone-low");
            Slider width = (Slider) app.node("annotate-tone-width");
            Fx.run(() -> low.setValue(30_000));
            Fx.run(() -> width.setValue(1_000));
            app.click("annotate-tone-keep");
            app.await("it is black", () -> middle(canvas) == 0xFF000000);
            app.press(KeyCode.D);
            app.await("the next is open", () -> app.isText("annotate-place", "2 of 2"));
            app.await("its samples are known", () -> Fx.get(() -> canvas.sampleRangeProperty().get() != null));
            app.awaitJobs();
            app.await("it is prepared", () -> !app.isShown("annotate-preparing"));
            app.await("it is black too", () -> middle(canvas) == 0xFF000000);
        }
    }

    private static boolean isGrey(PictureCanvas canvas) {
        int level = middle(canvas) & 0xFF;
        return level > 20 && level < 200;
    }

    private static int middle(PictureCanvas canvas) {
        return Fx
                .get(() -> canvas.snapshot(null, null).getPixelReader().getArgb((int) canvas.getWidth() / 2, (int) canvas.getHeight() / 2));
    }

    /// Both bytes of a sample are the same, so that their order does not matter.
    private static byte[] samples(int value) {
        byte[] tile = new byte[256 * 256 * 2];
        Arrays.fill(tile, (byte) value);
        return tile;
    }

    /// A tissue of one colour with lines, so that where a tile is can be seen.
    private static byte[] tile(int kind) {
        byte[] rgb = new byte[256 * 256 * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int x = i % 256;
            int y = i / 256;
            boolean round = Math.hypot(x % 64 - 32, y % 64 - 32) < 12 + 4 * kind;
            rgb[3 * i] = (byte) (round ? 110 : 225 - 12 * kind);
            rgb[3 * i + 1] = (byte) (round ? 60 : 170 + 10 * kind);
            rgb[3 * i + 2] = (byte) (round ? 140 : 200);
        }
        return rgb;
    }
}
