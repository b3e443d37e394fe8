package labelwright.journey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.canvas.PictureCanvas;
import labelwright.canvas.raster.PictureTone;
import labelwright.geometry.Bounds;
import labelwright.geometry.Polygon;
import labelwright.model.Annotation;
import labelwright.model.Author;
import labelwright.model.Flag;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.WorkState;
import labelwright.model.query.ItemSort;
import labelwright.settings.Language;
import labelwright.settings.SettingsFile;
import labelwright.settings.Theme;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.ui.action.Action;
import labelwright.ui.annotate.LabellingBench;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Working without a mouse, the view of the picture, and going about many regions, in the whole app.
class ErgonomicsJourneyTest {
    private static final Author.Annotator ADA = new Author.Annotator("ada");

    @TempDir
    private Path folder;

    private AppDriver start() throws IOException {
        LabellingBench.create(folder, 4, Runnable::run).close();
        return open();
    }

    private AppDriver open() {
        AppDriver app = AppDriver.start(folder.resolve("settings.json"));
        app.open(folder.resolve("workspace"));
        app.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        app.await("a picture is open", () -> app.isText("annotate-place", "1 of 4"));
        app.await("its answer is known",
                () -> app.find("annotate-region-count").isPresent() && !app.text("annotate-region-count").isEmpty());
        return app;
    }

    @Test
    void aPictureIsLabelledFromStartToEndWithKeysOnly() throws IOException {
        try (AppDriver app = start()) {
            app.press(KeyCode.B);
            app.press(KeyCode.K);
            assertTrue(app.text("annotate-readout").contains("Enter: point, twice: end; Space: press"), app.text("annotate-readout"));
            app.press(KeyCode.ENTER);
            times(app, 9, KeyCode.SHIFT, KeyCode.RIGHT);
            times(app, 7, KeyCode.SHIFT, KeyCode.DOWN);
            app.press(KeyCode.ENTER);
            app.await("the box is listed", () -> app.isText("annotate-region-count", "1"));

            app.press(KeyCode.P);
            app.press(KeyCode.DIGIT2);
            times(app, 14, KeyCode.SHIFT, KeyCode.UP);
            times(app, 12, KeyCode.SHIFT, KeyCode.LEFT);
            app.press(KeyCode.SPACE);
            times(app, 8, KeyCode.SHIFT, KeyCode.RIGHT);
            app.press(KeyCode.ENTER);
            times(app, 6, KeyCode.SHIFT, KeyCode.DOWN);
            app.press(KeyCode.ENTER);
            times(app, 5, KeyCode.SHIFT, KeyCode.LEFT);
            app.press(KeyCode.ENTER);
            app.screenshot("keys-polygon");
            app.press(KeyCode.ENTER);
            app.await("the polygon is listed", () -> app.isText("annotate-region-count", "2"));

            app.press(KeyCode.V);
            app.press(KeyCode.TAB);
            assertTrue(app.node("annotate-canvas").isFocused(), "Tab goes from region to region");
            app.press(KeyCode.DIGIT3);
            app.press(KeyCode.SHIFT, KeyCode.O);
            app.press(KeyCode.K);
            Bounds before = regions(app).getFirst().shape().bounds();
            times(app, 2, KeyCode.SHIFT, KeyCode.LEFT);
            app.screenshot("keys-moved");
            app.press(KeyCode.CONTROL, KeyCode.ENTER);
            app.await("the next picture is open", () -> app.isText("annotate-place", "2 of 4"));

            List<Annotation> regions = regions(app);
            assertEquals(before.x() - 20, regions.getFirst().shape().bounds().x(), 1e-9);
            assertEquals(90, regions.getFirst().shape().bounds().width(), 1e-9);
            assertTrue(regions.getFirst().has(Flag.OCCLUDED));
            assertEquals(4, ((Polygon) regions.getLast().shape()).pointCount(), "four points by keys are four points");
            assertEquals(WorkState.SUBMITTED,
                    app.model().workbench().get().catalogue().answers(List.of(first(app)), ADA).getFirst().state());
        }
    }

    @Test
    void theViewOfThePictureIsChangedAndRemembered() throws IOException {
        try (AppDriver app = start()) {
            PictureCanvas canvas = (PictureCanvas) app.node("annotate-canvas");
            app.press(KeyCode.SHIFT, KeyCode.R);
            app.press(KeyCode.SHIFT, KeyCode.N);
            app.press(KeyCode.G);
            app.write("+".repeat(4));
            assertTrue(app.isShown("canvas-minimap"));
            app.screenshot("view-rulers-grid-map");
            app.press(KeyCode.G);
            app.write("+".repeat(12));
            app.screenshot("view-pixels");
            app.press(KeyCode.F);
            assertFalse(app.isShown("canvas-minimap"), "all is in view");
            app.press(KeyCode.I);
            app.node("annotate-tone-panel");
            times(app, 6, KeyCode.ALT, KeyCode.RIGHT);
            Fx.run(() -> ((Slider) find(app, "annotate-tone-gamma")).setValue(0.3));
            app.press(KeyCode.ALT, KeyCode.A);
            app.screenshot("view-tone");
            assertEquals(0.3, Fx.get(() -> canvas.toneProperty().get().contrast()), 1e-9);
            assertEquals(Math.pow(10, 0.3), Fx.get(() -> canvas.toneProperty().get().gamma()), 1e-9);
            app.press(KeyCode.D);
            app.await("the next picture is open", () -> app.isText("annotate-place", "2 of 4"));
            assertEquals(PictureTone.IDENTITY, Fx.get(() -> canvas.toneProperty().get()), "the next picture is shown as it is");
            app.click("annotate-tone-keep");
            app.press(KeyCode.ALT, KeyCode.C);
            app.press(KeyCode.A);
            app.await("the first picture is open", () -> app.isText("annotate-place", "1 of 4"));
            assertEquals(PictureTone.Channel.RED, Fx.get(() -> canvas.toneProperty().get().channel()));
        }
        SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
        AppDriver.write(settings, settings.read().withTheme(Theme.DARK).withLanguage(Language.CHINESE));
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            app.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            PictureCanvas canvas = (PictureCanvas) app.node("annotate-canvas");
            app.await("the picture is there", () -> Fx.get(() -> canvas.getViewport().scale() != 1));
            assertTrue(Fx.get(() -> canvas.aids().rulersProperty().get()), "the rulers were kept");
            assertFalse(Fx.get(() -> canvas.drawing().snapping().get()), "points still do not snap");
            app.press(KeyCode.I);
            app.write("+".repeat(3));
            app.screenshot("view-tone-dark-zh");
        }
    }

    @Test
    void regionsArePinnedOrderedAndCopiedToTheNextPictures() throws IOException {
        try (AppDriver app = start()) {
            app.press(KeyCode.B);
            app.drag("annotate-canvas", new javafx.geometry.Point2D(150, 150), new javafx.geometry.Point2D(300, 260));
            app.drag("annotate-canvas", new javafx.geometry.Point2D(340, 180), new javafx.geometry.Point2D(420, 300));
            app.await("two boxes are listed", () -> app.isText("annotate-region-count", "2"));
            app.press(KeyCode.V);
            app.press(KeyCode.CONTROL, KeyCode.A);
            app.press(KeyCode.SHIFT, KeyCode.P);
            app.press(KeyCode.SHIFT, KeyCode.T);
            app.press(KeyCode.SHIFT, KeyCode.D);
            List<Annotation> pinned = regions(app);
            app.press(KeyCode.RIGHT);
            assertEquals(pinned, regions(app), "pinned regions are not moved");
            app.press(KeyCode.CONTROL, KeyCode.B);
            app.node("propagate-count");
            app.screenshot("propagate");
            app.click("propagate-ok");
            app.await("the dialog is closed", () -> !app.isShown("propagate-count"));
            app.awaitJobs();
            app.press(KeyCode.D);
            app.await("the next picture has them",
                    () -> app.isText("annotate-place", "2 of 4") && app.isText("annotate-region-count", "2"));
            app.press(KeyCode.TAB);
            app.press(KeyCode.SHIFT, KeyCode.F);
            app.screenshot("propagated-zoomed");
            app.press(KeyCode.CONTROL, KeyCode.Z);
            app.await("one step takes them back", () -> app.isText("annotate-region-count", "0"));
        }
    }

    @Test
    void picturesAreComparedInLinkedViews() throws IOException {
        try (AppDriver app = start()) {
            PictureCanvas canvas = (PictureCanvas) app.node("annotate-canvas");
            app.press(KeyCode.B);
            app.drag("annotate-canvas", new javafx.geometry.Point2D(150, 150), new javafx.geometry.Point2D(300, 260));
            app.await("the box is listed", () -> app.isText("annotate-region-count", "1"));
            app.press(KeyCode.D);
            app.await("the next picture is open", () -> app.isText("annotate-place", "2 of 4"));
            run(app, "annotate.compareNeighbours");
            app.node("annotate-compare-3");
            app.write("++++");
            double scale = Fx.get(() -> canvas.getViewport().scale());
            app.moveTo("annotate-compare-2");
            assertTrue(Fx.get(() -> canvas.probeProperty().get()) != null, "the cursor is linked");
            app.screenshot("compare-neighbours");
            run(app, "annotate.compareChannels");
            app.node("annotate-compare-1");
            assertEquals(scale, Fx.get(() -> canvas.getViewport().scale()));
            app.screenshot("compare-channels");
            app.press(KeyCode.C);
            assertFalse(app.isShown("annotate-compare-1"));
            app.press(KeyCode.C);
            assertTrue(app.isShown("annotate-compare-1"), "the same comparison comes back");
        }
    }

    @Test
    void aPictureWithSixteenBitsIsSeenThroughAWindowOfItsSamples() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("deep"));
        for (int number = 1; number <= 4; number++) {
            BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_USHORT_GRAY);
            for (int y = 0; y < 200; y++) {
                for (int x = 0; x < 300; x++) {
                    image.getRaster().setSample(x, y, 0, 20_000 + 20 * x + 10 * y);
                }
            }
            ImageIO.write(image, "png", pictures.resolve("deep-" + number + ".png").toFile());
        }
        try (Workbench made = Workbench.create(folder.resolve("workspace"), WorkbenchContext.of(Runnable::run, "ada"))) {
            Project project = made.projects().create("Cells", ProjectKind.IMAGE, List.of("dark", "light"));
            made.imports().run(ImportRequest.of(project, pictures, ADA), Progress.NONE, new CancelToken());
        }
        try (AppDriver app = open()) {
            PictureCanvas canvas = (PictureCanvas) app.node("annotate-canvas");
            app.await("the samples are known", () -> Fx.get(() -> canvas.sampleRangeProperty().get() != null));
            app.press(KeyCode.I);
            app.node("annotate-tone-panel");
            Slider low = (Slider) find(app, "annotate-tone-low");
            assertEquals(20_000, Fx.get(low::getMin));
            assertEquals(20_000 + 20 * 299 + 10 * 199, Fx.get(low::getMax));
            Fx.run(() -> low.setValue(23_000));
            Fx.run(() -> ((Slider) find(app, "annotate-tone-width")).setValue(1_000));
            app.click("annotate-tone-keep");
            app.click("annotate-canvas", 120, 280);
            app.await("the samples are read out", () -> app.text("annotate-readout").matches(".*\\b2\\d{4}\\b.*"));
            app.screenshot("view-window-16-bit");
            app.press(KeyCode.D);
            app.await("the next picture is open", () -> app.isText("annotate-place", "2 of 4"));
            Fx.pulse();
            assertEquals(1_000, Fx.get(() -> ((Slider) find(app, "annotate-tone-width")).getValue()), 1e-6, "the window was kept");
            app.press(KeyCode.ALT, KeyCode.A);
            assertTrue(Fx.get(() -> ((Slider) find(app, "annotate-tone-width")).getValue()) > 5_000, "the proposed window is back");
        }
    }

    private static void run(AppDriver app, String id) {
        Action action = app.actions().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        Fx.run(action::run);
        Fx.pulse();
    }

    private static void times(AppDriver app, int count, KeyCode... keys) {
        for (int i = 0; i < count; i++) {
            app.press(keys);
        }
    }

    private static Node find(AppDriver app, String id) {
        return app.stage().getScene().lookup("#" + id);
    }

    private static ItemId first(AppDriver app) {
        Workbench open = app.model().workbench().get();
        return open.catalogue().find(open.projects().byName("Cells"), "", ADA, ItemSort.IMPORTED).getFirst();
    }

    private static List<Annotation> regions(AppDriver app) {
        Workbench open = app.model().workbench().get();
        open.labelling().flush();
        return open.catalogue().answers(List.of(first(app)), ADA).getFirst().annotations();
    }
}
