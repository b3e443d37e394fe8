package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;
import labelwright.model.Author;
import labelwright.model.Run;
import labelwright.model.RunState;
import labelwright.settings.Theme;
import labelwright.task.CancelToken;
import labelwright.task.JobRunner.Lane;
import labelwright.task.Progress;
import labelwright.task.ThreadedJobRunner;
import labelwright.ui.action.Action;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.Appearance;
import labelwright.ui.control.Faults;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.Notices;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;
import labelwright.ui.control.SettingsModel;
import labelwright.ui.control.chart.LineChartPane;
import labelwright.ui.models.ModelsScreen;
import labelwright.ui.train.TrainScreen;
import labelwright.workbench.SampleWorkspace;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Trains, watches, stops, resumes, evaluates, suggests and ranks on the sample workspace through the Train and Models screens; leaves
/// pictures of them in light and dark.
@Timeout(600)
class TrainAndModelsJourneyTest {
    private static final Path SCREENSHOTS = Path.of(System.getProperty("project.basedir", "")).resolve("target").resolve("screenshots");
    private static final Author.Annotator WHO = new Author.Annotator("ada");
    private static final int WIDTH = 1216;
    private static final int HEIGHT = 840;
    private static final Map<String, String> TINY = Map.of("minutes", "60", "epochs", "2000", "input-size", "64", "width", "0.25", "batch",
            "4",
            "score-floor", "0.0001", "flip-average", "0", "mosaic", "0");

    @TempDir
    private Path folder;
    private final ThreadedJobRunner runner = new ThreadedJobRunner();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<Place> places = new CopyOnWriteArrayList<>();
    private Workbench bench;
    private ProjectContext context;
    private Screen screen;
    private Scene scene;

    @BeforeEach
    void open() {
        Fx.start();
        WorkbenchContext surroundings = WorkbenchContext.of(runner.executor(Lane.READ), WHO.name());
        bench = new SampleWorkspace().write(folder.resolve("w"), surroundings, Progress.NONE, new CancelToken());
        Faults told = (doing, fault) -> faults.add(doing + ": " + fault);
        FxJobs jobs = new FxJobs(runner, runner.executor(Lane.READ), FxJobs.fxThread(), told);
        Path settings = folder.resolve("settings.json");
        context = Fx.get(() -> {
            SettingsModel model = new SettingsModel(new labelwright.settings.SettingsFile(settings),
                    labelwright.settings.Settings.defaults(),
                    Runnable::run, told);
            AppServices app = new AppServices(jobs, told, new QuietNotices(), places::add, model,
                    new labelwright.ui.control.DesktopFileChoosers(() -> null));
            return new ProjectContext(bench, bench.projects().byName(SampleWorkspace.PROJECT),
                    new ReadOnlyObjectWrapper<Author.Annotator>(WHO).getReadOnlyProperty(), app);
        });
    }

    @AfterEach
    void close() {
        Fx.run(() -> screen.onHide());
        runner.close();
        bench.close();
    }

    @Test
    void trainWatchStopResumeEvaluateSuggestRank() throws IOException {
        mount(Fx.get(() -> new TrainScreen(context)));
        everySettingHasAName();
        await("counts of the pictures", () -> text("train-counts").startsWith("28 "));
        await("the proposed recipe", () -> field("train-setting-minutes").getText().equals("1.2"));
        picture("train-empty");
        type("train-setting-batch", "many");
        assertFalse(action("train.start").enabled().get());
        TINY.forEach((key, value) -> type("train-setting-" + key, value));
        trainAndStop();
        int before = points("train-chart-loss");
        run("train.resume");
        await("more curves, and a validation", () -> points("train-chart-loss") > before && points("train-chart-validation") > 0);
        run("train.stopAndKeep");
        await("the model that was kept", () -> bench.models().all(context.project().get()).size() == 1);
        await("the end of training", () -> action("train.model").enabled().get());
        assertTrue(points("train-chart-validation") > 0);
        picture("train-done");
        compareWithASecondRun();
        measureSuggestRank();
        assertEquals(List.of(), faults);
    }

    private void trainAndStop() throws IOException {
        run("train.start");
        await("curves while it trains", () -> points("train-chart-loss") >= 2);
        picture("train-live");
        run("train.stop");
        await("a stopped run", () -> action("train.resume").enabled().get());
        assertEquals(RunState.CANCELLED, onlyRun().state());
    }

    private void compareWithASecondRun() throws IOException {
        run("train.useRecipe");
        type("train-setting-epochs", "1");
        type("train-name", "short");
        run("train.start");
        await("the second run", () -> bench.training().runs(context.project().get()).stream().filter(run -> run.state() == RunState.DONE)
                .count() == 1 && action("train.model").enabled().get());
        Fx.run(() -> {
            TableView<?> table = assertInstanceOf(TableView.class, node("train-runs"));
            table.getSelectionModel().selectAll();
        });
        await("both curves", () -> chart("train-chart-loss").lines().size() == 2);
        picture("train-compare");
        run("train.parameters");
        picture("train-parameters");
        Fx.run(() -> screen.onHide());
    }

    private void measureSuggestRank() throws IOException {
        mount(Fx.get(() -> new ModelsScreen(context)));
        await("two models", () -> assertInstanceOf(TableView.class, node("models-table")).getItems().size() == 2);
        run("models.split.validation");
        run("models.evaluate");
        await("a measurement", () -> text("models-evaluated").contains("6"));
        type("models-suggest-floor", "0.0001");
        type("models-suggest-query", "name~\"cells-00\"");
        run("models.suggest");
        await("suggestions", () -> action("models.rank").enabled().get() && !text("models-suggested").isEmpty());
        type("models-rank-count", "5");
        run("models.strategy.random");
        run("models.rank");
        await("a ranking", () -> action("models.labelRanked").enabled().get());
        run("models.production");
        await("the stage", () -> bench.models().all(context.project().get()).stream()
                .anyMatch(model -> model.stage() == labelwright.model.ModelVersion.Stage.PRODUCTION));
        picture("models");
        run("models.labelRanked");
        Place.Picture picture = assertInstanceOf(Place.Picture.class, places.getLast());
        assertEquals(5, picture.order().size());
    }

    private void everySettingHasAName() {
        List<String> keys = bench.training().families().getFirst().settings().stream().map(setting -> "setting." + setting.key()).toList();
        Fx.run(() -> scene.getRoot().lookupAll(".setting").stream().map(node -> ((Labeled) node).getText())
                .forEach(name -> assertFalse(keys.contains(name), () -> name + " has no name in the bundle")));
    }

    private void mount(Screen next) {
        Fx.run(() -> {
            screen = next;
            Appearance.apply(Theme.LIGHT);
            scene = new Scene((Parent) next.view(), WIDTH, HEIGHT);
            Appearance.dress(scene);
            next.onShow();
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            if (scene.lookup("#train-more") instanceof TitledPane more) {
                more.setExpanded(true);
            }
        });
        Fx.pulse();
    }

    /// As [Fx#await], but for work that trains: a busy machine may need minutes.
    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
        while (!Fx.get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain for: " + what);
            }
            Fx.pulse();
        }
    }

    private Run onlyRun() {
        return bench.training().runs(context.project().get()).getFirst();
    }

    private Action action(String id) {
        return screen.actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow();
    }

    private void run(String id) {
        await(id + " can be done", () -> action(id).enabled().get());
        Fx.run(() -> action(id).run());
    }

    private Node node(String id) {
        Node found = scene.lookup("#" + id);
        if (found == null) {
            throw new AssertionError("There is no node " + id);
        }
        return found;
    }

    private TextInputControl field(String id) {
        return (TextInputControl) node(id);
    }

    private void type(String id, String text) {
        Fx.run(() -> field(id).setText(text));
    }

    private String text(String id) {
        return ((Labeled) node(id)).getText();
    }

    private LineChartPane chart(String id) {
        return (LineChartPane) node(id);
    }

    private int points(String id) {
        return chart(id).lines().stream().mapToInt(line -> line.curve().size()).max().orElse(0);
    }

    private void picture(String name) throws IOException {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            Fx.run(() -> {
                Appearance.apply(theme);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            });
            Fx.pulse();
            WritableImage image = Fx.get(() -> scene.snapshot(null));
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            Fx.run(() -> image.getPixelReader().getPixels(0, 0, width, height, javafx.scene.image.PixelFormat.getIntArgbInstance(), pixels,
                    0,
                    width));
            Files.createDirectories(SCREENSHOTS);
            ImageEncoder.writePng(new PixelImage(width, height, pixels),
                    SCREENSHOTS.resolve(name + "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png"));
        }
    }

    private static final class QuietNotices implements Notices {
        @Override
        public void say(String text) {
            assertFalse(text.isBlank());
        }

        @Override
        public void say(String text, Action next) {
            assertFalse(text.isBlank());
        }
    }
}
