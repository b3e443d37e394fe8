package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
