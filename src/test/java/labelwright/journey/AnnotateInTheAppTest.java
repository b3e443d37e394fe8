package labelwright.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.ui.annotate.LabellingBench;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Labelling in the whole app: with its rail, its status line and its keys, by the robot's pointer.
class AnnotateInTheAppTest {
    @TempDir
    private Path folder;

    @Test
    void aShapeDrawnIsSavedAndStaysWhenThePersonComesBack() throws IOException {
        try (LabellingBench bench = LabellingBench.create(folder, 5, Runnable::run)) {
            assertEquals(5, bench.items().size());
        }
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            app.click("go-annotate");
            app.await("the first picture is open", () -> app.isText("annotate-place", "1 of 5"));
            app.await("its answer is known", () -> app.isText("annotate-region-count", "0"));
            app.press(KeyCode.B);
            app.drag("annotate-canvas", new Point2D(150, 150), new Point2D(300, 260));
            app.await("the box is listed", () -> app.isText("annotate-region-count", "1"));
            app.press(KeyCode.P);
            app.click("annotate-canvas", 380, 180);
            app.click("annotate-canvas", 480, 200);
            app.click("annotate-canvas", 430, 300);
            app.press(KeyCode.ENTER);
            app.await("the polygon is listed", () -> app.isText("annotate-region-count", "2"));
            app.screenshot("app-annotate");
            assertEquals(List.of(), app.idsThereTwice());
            app.click("go-data");
            app.node("data-count");
            app.click("go-annotate");
            app.await("the shapes are still there", () -> app.isText("annotate-region-count", "2"));
            app.press(KeyCode.CONTROL, KeyCode.Z);
            app.await("undo works after coming back", () -> app.isText("annotate-region-count", "1"));
            app.press(KeyCode.S);
            app.await("the next picture is open", () -> app.isText("annotate-place", "2 of 5"));
            app.press(KeyCode.N);
            app.await("the one after is open", () -> app.isText("annotate-place", "3 of 5"));
            app.screenshot("app-annotate-next");
        }
    }
}
