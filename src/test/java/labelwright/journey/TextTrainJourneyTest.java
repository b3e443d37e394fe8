package labelwright.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import javafx.scene.control.ComboBox;
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

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.media.ImageEncoder;
import labelwright.media.PixelImage;
import labelwright.model.Annotation;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Split;
import labelwright.model.query.ItemSort;
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
import labelwright.workbench.Family;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Trains a tagger and a classifier of texts through the Train screen, and measures, suggests and ranks through the Models screen; leaves pictures of them in light and dark.
@Timeout(600)
class TextTrainJourneyTest {
    private static final Path SCREENSHOTS = Path.of(System.getProperty("project.basedir", "")).resolve("target").resolve("screenshots");
    private static final Author.Annotator WHO = new Author.Annotator("ada");
    private static final int WIDTH = 1216;
    private static final int HEIGHT = 840;
    private static final String NAME = "tables";

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
        bench = Workbench.create(folder.resolve("w"), surroundings);
        fill();
        Faults told = (doing, fault) -> faults.add(doing + ": " + fault);
        FxJobs jobs = new FxJobs(runner, runner.executor(Lane.READ), FxJobs.fxThread(), told);
        Path settings = folder.resolve("settings.json");
        context = Fx.get(() -> {
            SettingsModel model = new SettingsModel(new labelwright.settings.SettingsFile(settings),
                    labelwright.settings.Settings.defaults(),
                    Runnable::run, told);
            AppServices app = new AppServices(jobs, told, new QuietNotices(), places::add, model,
                    new labelwright.ui.control.DesktopFileChoosers(() -> null));
            return new ProjectContext(bench, bench.projects().byName(NAME),
                    new ReadOnlyObjectWrapper<Author.Annotator>(WHO).getReadOnlyProperty(), app);
        });
    }

    /// Forty texts, of which thirty are labelled.
    private void fill() {
        Project project = bench.projects().create(NAME, ProjectKind.TEXT, List.of("people", "time"));
        project = bench.projects().saveSchema(project.id(), project.schema().withPicture(new AttributeForm(
                List.of(new AttributeDefinition("label", new AttributeType.Select(List.of("booking", "thanks")))))));
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            for (int i = 0; i < 40; i++) {
                Files.writeString(data.resolve("t%02d.txt".formatted(i)),
                        i % 4 == 3
                                ? "thank you very much, all %d of us".formatted(i)
                                : "a table for %d at %d pm please".formatted(i + 2, i % 9 + 1));
            }
            bench.imports().run(ImportRequest.of(project, data, WHO), Progress.NONE, new CancelToken());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<ItemId> ids = bench.catalogue().find(project, "", WHO, ItemSort.NAME);
        for (ItemId id : ids.subList(0, 30)) {
            label(project, bench.labelling().open(id, WHO), bench.texts().text(id).text());
        }
        bench.labelling().flush();
        bench.catalogue().setSplit(ids.subList(0, 30), Split.TRAIN);
    }

    private static void label(Project project, LabellingSession session, String text) {
        int at = text.indexOf(" at ");
        session.perform(EditName.ANSWER, new Edit.Answer(Map.of("label", at > 0 ? "booking" : "thanks")));
        if (at > 0) {
            Annotation people = span(project, session, text, text.indexOf("for ") + 4, at, "people");
            Annotation time = span(project, session, text, at + 4, text.indexOf(" please"), "time");
            session.perform(EditName.DRAW, Edit.add(session.set(), List.of(people, time)));
        }
        session.submit();
    }

    private static Annotation span(Project project, LabellingSession session, String text, int from, int to, String label) {
        return new Annotation(session.newId(), project.schema().findByName(label).orElseThrow().id(),
                TextSpan.of(text, List.of(new TextRange(from, to))), new Origin.Manual());
    }

    @AfterEach
    void close() {
        Fx.run(() -> screen.onHide());
        runner.close();
        bench.close();
    }

    @Test
    void taggersAndClassifiersAreTrainedWatchedAndMeasured() throws IOException {
        mount(Fx.get(() -> new TrainScreen(context)));
        await("counts of the texts", () -> text("train-counts").startsWith("30 "));
        await("the proposed family", () -> family().id().equals("text-embedding"));
        everySettingHasAName();
        choose("text-spans");
        await("counts of the texts again", () -> text("train-counts").startsWith("30 "));
        everySettingHasAName();
        type("train-setting-epochs", "10");
        type("train-setting-hidden", "16");
        run("train.start");
        await("a tagger", () -> bench.models().all(context.project().get()).size() == 1 && action("train.model").enabled().get());
        assertTrue(points("train-chart-loss") >= 2 && points("train-chart-validation") >= 2);
        picture("train-text-spans");
        choose("text-embedding");
        run("train.start");
        await("a classifier", () -> bench.models().all(context.project().get()).size() == 2 && action("train.model").enabled().get());
        picture("train-text-embedding");
        Fx.run(() -> screen.onHide());
        labelOneWrong();
        measure();
        assertEquals(List.of(), faults);
    }

    /// Whatever the models learned, they disagree with this one.
    private void labelOneWrong() {
        Project project = context.project().get();
        ItemId id = bench.catalogue().find(project, "", WHO, ItemSort.NAME).getFirst();
        String text = bench.texts().text(id).text();
        LabellingSession session = bench.labelling().open(id, WHO);
        session.perform(EditName.ANSWER, new Edit.Answer(Map.of("label", "thanks")));
        int at = text.indexOf("table");
        session.perform(EditName.DRAW, Edit.add(session.set(), List.of(span(project, session, text, at, at + "table".length(), "time"))));
        session.submit();
        bench.labelling().flush();
    }

    private boolean isWorstShown() {
        return node("models-worst").lookup("#models-worst-words") instanceof Labeled words && words.getText().startsWith("a table for");
    }

    private void measure() throws IOException {
        mount(Fx.get(() -> new ModelsScreen(context)));
        await("two models", () -> assertInstanceOf(TableView.class, node("models-table")).getItems().size() == 2);
        run("models.split.train");
        run("models.evaluate");
        await("a measurement", () -> text("models-evaluated").contains("30"));
        await("the words of the text that is most wrong", this::isWorstShown);
        picture("models-text-worst");
        run("models.suggest");
        await("suggestions", () -> !text("models-suggested").isEmpty());
        await("the way to what is open", () -> action("models.review").enabled().get());
        run("models.review");
        String query = assertInstanceOf(Place.Pictures.class, places.getLast()).query();
        assertEquals(10, bench.catalogue().find(context.project().get(), query, WHO, ItemSort.NAME).size());
        type("models-rank-count", "5");
        run("models.rank");
        await("a ranking", () -> action("models.labelRanked").enabled().get());
        picture("models-text");
    }

    private Family family() {
        return (Family) ((ComboBox<?>) node("train-family")).getValue();
    }

    @SuppressWarnings("unchecked")
    private void choose(String id) {
        Fx.run(() -> {
            ComboBox<Family> choice = (ComboBox<Family>) node("train-family");
            choice.setValue(choice.getItems().stream().filter(family -> family.id().equals(id)).findFirst().orElseThrow());
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        Fx.pulse();
        assertEquals(id, Fx.get(this::family).id());
    }

    private void everySettingHasAName() {
        List<String> keys = bench.training().families().stream().flatMap(one -> one.settings().stream())
                .map(setting -> "setting." + setting.key()).toList();
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

    private Action action(String id) {
        return screen.actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow();
    }

    private void run(String id) {
        await(id + " can be done", () -> action(id).enabled().get());
        Fx.run(() -> action(id).run());
    }

    private Node node(String id) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
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
