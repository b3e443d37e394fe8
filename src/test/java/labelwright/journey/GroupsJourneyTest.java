package labelwright.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.Annotation;
import labelwright.model.Author;
import labelwright.model.RegionFacts;
import labelwright.model.query.ItemSort;
import labelwright.settings.Language;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.settings.Theme;
import labelwright.ui.annotate.LabellingBench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// Several regions at once: groups, which are seen on the picture, and one label for all.
class GroupsJourneyTest {
    private static final Author.Annotator ADA = new Author.Annotator("ada");

    @TempDir
    private Path folder;

    private AppDriver open(Theme theme, Language language) {
        Path settings = folder.resolve("settings.json");
        AppDriver.write(new SettingsFile(settings), Settings.defaults().withTheme(theme).withLanguage(language).withAnnotator("ada"));
        AppDriver app = AppDriver.start(settings);
        app.open(folder.resolve("workspace"));
        app.click("go-annotate");
        app.await("a picture is open", () -> !app.text("annotate-place").isBlank());
        app.await("its answer is known",
                () -> app.find("annotate-region-count").isPresent() && !app.text("annotate-region-count").isEmpty());
        return app;
    }

    @Test
    void regionsAreGroupedAndGivenOneLabelTogether() throws IOException {
        LabellingBench.create(folder, 2, Runnable::run).close();
        try (AppDriver app = open(Theme.LIGHT, Language.ENGLISH)) {
            app.press(KeyCode.B);
            app.drag("annotate-canvas", new Point2D(80, 120), new Point2D(180, 220));
            app.drag("annotate-canvas", new Point2D(240, 160), new Point2D(330, 260));
            app.await("two are listed", () -> app.isText("annotate-region-count", "2"));
            app.press(KeyCode.V);
            app.press(KeyCode.CONTROL, KeyCode.A);
            app.press(KeyCode.CONTROL, KeyCode.G);
            app.await("the group is framed", () -> groupNames(app).equals(List.of("Group 1 \u00b7 2 regions")));
            app.press(KeyCode.B);
            app.drag("annotate-canvas", new Point2D(420, 300), new Point2D(500, 380));
            app.await("the new one is in no group", () -> groupNames(app).isEmpty());
            app.press(KeyCode.V);
            app.press(KeyCode.CONTROL, KeyCode.A);
            app.screenshot("groups-light");

            app.press(KeyCode.CONTROL, KeyCode.L);
            app.await("the labels are offered", () -> app.isShown("relabel-search"));
            app.screenshot("relabel-light");
            app.type("relabel-search", "ova");
            app.press(KeyCode.ENTER);
            app.await("all are oval", () -> regions(app).stream().allMatch(region -> region.label().value() == 2));
            assertEquals(List.of(OptionalInt.of(1), OptionalInt.of(1), OptionalInt.empty()),
                    regions(app).stream().map(RegionFacts::group).toList());
            app.press(KeyCode.CONTROL, KeyCode.Z);
            app.await("one step back", () -> regions(app).stream().allMatch(region -> region.label().value() == 1));
            app.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
            app.await("no group is left", () -> groupNames(app).isEmpty());
            assertFalse(regions(app).stream().anyMatch(region -> RegionFacts.group(region).isPresent()));
            app.press(KeyCode.CONTROL, KeyCode.Z);
            app.await("the group is back", () -> groupNames(app).size() == 1);
        }
        try (AppDriver app = open(Theme.DARK, Language.CHINESE)) {
            app.press(KeyCode.PAGE_UP);
            app.await("the first picture is open again", () -> app.isText("annotate-region-count", "3"));
            app.press(KeyCode.V);
            app.press(KeyCode.CONTROL, KeyCode.A);
            app.await("the group came through the restart",
                    () -> groupNames(app).equals(List.of("\u7b2c 1 \u7ec4 \u00b7 2 \u4e2a\u533a\u57df")));
            app.screenshot("groups-dark-zh");
            app.press(KeyCode.CONTROL, KeyCode.L);
            app.await("the labels are offered", () -> app.isShown("relabel-search"));
            app.screenshot("relabel-dark-zh");
            app.press(KeyCode.ESCAPE);
        }
    }

    private static List<String> groupNames(AppDriver app) {
        return app.node("annotate-canvas").lookupAll(".canvas-group-name").stream()
                .map(node -> ((javafx.scene.control.Label) node).getText()).toList();
    }

    private static List<Annotation> regions(AppDriver app) {
        var workbench = app.model().workbench().get();
        workbench.labelling().flush();
        var first = workbench.catalogue().find(workbench.projects().byName("Cells"), "", ADA, ItemSort.IMPORTED).getFirst();
        return workbench.catalogue().answers(List.of(first), ADA).getFirst().annotations();
    }
}
