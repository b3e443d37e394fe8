package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.Menu;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import labelwright.geometry.Box;
import labelwright.geometry.Point;
import labelwright.geometry.Polygon;
import labelwright.model.Annotation;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.WorkState;
import labelwright.settings.Theme;
import labelwright.ui.annotate.AnnotateScreen;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.control.Appearance;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A person labels pictures with pointer and keys, in the real screen over a real workspace.
class AnnotateJourneyTest extends PictureJourney {
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 800;

    @BeforeEach
    void workspace() throws IOException {
        bench = LabellingBench.create(folder, 6, threads);
    }

    @Test
    void drawEditUndoRedoSubmitAndGoOn() {
        show(Theme.LIGHT);
        List<ItemId> items = bench.items();
        key(KeyCode.B);
        drag(new Point(60, 60), new Point(180, 150));
        assertEquals(1, answer(items.getFirst()).annotations().size());
        Box drawn = (Box) answer(items.getFirst()).annotations().getFirst().shape();
        assertEquals(120, drawn.width(), 2);
        assertEquals(90, drawn.height(), 2);

        key(KeyCode.P);
        key(KeyCode.DIGIT2);
        click(new Point(300, 100));
        click(new Point(420, 120));
        click(new Point(400, 240));
        click(new Point(310, 220));
        key(KeyCode.ENTER);
        Annotation polygon = answer(items.getFirst()).annotations().get(1);
        assertEquals(4, ((Polygon) polygon.shape()).pointCount());
        assertEquals("oval", bench.project().schema().label(polygon.label()).name());
        Screenshots.save(stage.getScene(), "annotate-drawn-light");

        key(KeyCode.V);
        click(new Point(120, 100));
        drag(new Point(180, 150), new Point(260, 200));
        Box larger = (Box) answer(items.getFirst()).annotations().getFirst().shape();
        assertEquals(200, larger.width(), 3);
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(drawn, answer(items.getFirst()).annotations().getFirst().shape());
        key(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals(larger, answer(items.getFirst()).annotations().getFirst().shape());

        key(KeyCode.ENTER, KeyCode.CONTROL);
        await("the second picture is open", () -> label("#annotate-place").startsWith("2"));
        assertEquals(WorkState.SUBMITTED, answer(items.getFirst()).state());
        key(KeyCode.C, KeyCode.CONTROL);
        key(KeyCode.A);
        await("the first picture is open again", () -> label("#annotate-place").startsWith("1"));
        await("its regions are listed", () -> list("#annotate-regions").getItems().size() == 2);
        assertEquals("1 of 6 done", label(".film-progress .label"));
        Screenshots.save(stage.getScene(), "annotate-submitted-light");
    }

    @Test
    void theStripHasAllPicturesWhenTheScreenOpensInTheMiddle() {
        for (int round = 0; round < 4; round++) {
            Fx.run(() -> {
                ProjectContext context = bench.projectContext(threads, FxJobs.fxThread());
                screen = new AnnotateScreen(context);
                Scene scene = new Scene((Parent) screen.view(), WIDTH, HEIGHT);
                Appearance.dress(scene);
                stage = new Stage();
                stage.setScene(scene);
                stage.show();
                screen.onShow();
                screen.arrive(new Place.Picture(bench.items().get(2), bench.items()));
            });
            await("the third picture is open", () -> label("#annotate-place").startsWith("3 of"));
            await("all frames have their picture", () -> pictured().size() == 6);
            assertEquals(Set.copyOf(bench.items()), Fx.get(this::pictured));
            double first = Fx.get(() -> list("#annotate-film").lookupAll(".film-frame").stream()
                    .mapToDouble(node -> node.localToScene(0, 0).getX()).min().orElseThrow());
            assertTrue(first >= 0 && first < 30, "the first one is at the left end: " + first);
            Fx.run(() -> {
                screen.onHide();
                stage.close();
            });
            stage = null;
        }
    }

    @Test
    void takeAndRefuseSuggestions() {
        ItemId first = bench.items().getFirst();
        bench.suggest(first, List.of(new LabellingBench.Suggested(0, new Box(60, 60, 90, 80), 0.93),
                new LabellingBench.Suggested(1, new Box(250, 90, 110, 90), 0.71),
                new LabellingBench.Suggested(2, new Box(420, 60, 90, 120), 0.48),
                new LabellingBench.Suggested(0, new Box(120, 280, 100, 100), 0.55),
                new LabellingBench.Suggested(1, new Box(380, 300, 120, 110), 0.12)));
        show(Theme.DARK);
        await("the suggestions are shown", () -> label("#annotate-suggestion-count").equals("4 of 5"));
        Screenshots.save(stage.getScene(), "annotate-suggestions-dark");
        key(KeyCode.ENTER);
        assertEquals(1, answer(first).annotations().size());
        Origin.Taken taken = assertInstanceOf(Origin.Taken.class, answer(first).annotations().getFirst().origin());
        assertEquals(0.93, taken.score());
        key(KeyCode.BACK_SPACE);
        assertEquals(1, answer(first).refused().size());
        Fx.run(() -> ((Slider) node("#annotate-threshold")).setValue(0.05));
        await("all that are open are shown", () -> label("#annotate-suggestion-count").equals("3 of 3"));
        key(KeyCode.ENTER, KeyCode.SHIFT);
        assertEquals(4, answer(first).annotations().size());
        await("none is left", () -> label("#annotate-suggestion-count").equals("0 of 0"));
        click(new Point(100, 100));
        Fx.pulse();
        Screenshots.save(stage.getScene(), "annotate-taken-dark");
    }

    @Test
    void aMissingPictureShowsWhatToDo() throws IOException {
        try (Stream<Path> files = Files.list(bench.pictures())) {
            for (Path file : files.toList()) {
                Files.move(file, Files.createDirectories(folder.resolve("elsewhere")).resolve(file.getFileName()));
            }
        }
        bench.reopen();
        show(Theme.LIGHT);
        await("the placeholder is there", () -> stage.getScene().lookup("#annotate-missing") != null);
        Fx.pulse();
        Screenshots.save(stage.getScene(), "annotate-missing-light");
        bench.choose(folder.resolve("elsewhere").resolve("cell-001.jpg"));
        Fx.run(() -> ((Button) node("#annotate-missing-annotate-locate")).fire());
        await("all six were found", () -> bench.notices().contains("6 pictures were found"));
        await("the picture is shown", () -> stage.getScene().lookup("#annotate-missing") == null);
    }

    @Test
    void labelsAreAddedByNameAndHotkeysFollow() {
        show(Theme.LIGHT);
        Fx.run(() -> {
            TextField field = (TextField) node("#annotate-new-label");
            field.requestFocus();
            field.setText("debris");
            field.fireEvent(new ActionEvent());
        });
        await("the label is in the palette", () -> list("#annotate-labels").getItems().size() == 4);
        Fx.run(() -> {
            ListCell<?> row = (ListCell<?>) list("#annotate-labels").lookupAll(".list-cell").stream()
                    .filter(cell -> ((ListCell<?>) cell).getIndex() == 3).findFirst().orElseThrow();
            Menu colours = (Menu) row.getContextMenu().getItems().get(1);
            colours.getItems().get(5).fire();
        });
        await("the label has the sixth colour",
                () -> bench.project().schema().labels().get(3).colour().equals(Colour.ofPalette(5)));
        key(KeyCode.DIGIT4);
        key(KeyCode.B);
        drag(new Point(60, 60), new Point(180, 150));
        assertEquals("debris", bench.project().schema().label(answer(bench.items().getFirst()).annotations().getFirst().label()).name());
    }

    @Test
    void aProjectWithoutPicturesSaysWhatToDo() throws IOException {
        bench.close();
        bench = LabellingBench.create(folder.resolve("empty"), 0, threads);
        show(Theme.DARK);
        await("the empty state is there", () -> stage.getScene().lookup("#annotate-empty") != null);
        Screenshots.save(stage.getScene(), "annotate-empty-dark");
        Fx.run(() -> ((Button) node("#annotate-empty-annotate-toData")).fire());
        assertEquals(List.of(new Place.Home(Place.DATA)), bench.places());
    }

    /// The items whose frame is seen in the strip with its picture.
    private Set<Object> pictured() {
        Set<Object> found = new HashSet<>();
        for (Node node : list("#annotate-film").lookupAll(".list-cell")) {
            boolean there = node.isVisible() && node.lookup(".image-view") instanceof ImageView view && view.getImage() != null;
            if (there && node instanceof ListCell<?> cell && cell.getItem() != null) {
                found.add(cell.getItem());
            }
        }
        return found;
    }

    private void show(Theme theme) {
        if (bench.items().isEmpty()) {
            show(theme, WIDTH, HEIGHT);
            settle();
        } else {
            showPicture(theme, WIDTH, HEIGHT);
        }
    }
}
