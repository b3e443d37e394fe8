package labelwright.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.exchange.ExifPictures;
import labelwright.geometry.Box;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.ProjectKind;
import labelwright.model.query.ItemSort;
import labelwright.settings.Language;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.settings.Theme;
import labelwright.workbench.TestPictures;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// From a folder of pictures to an export, on the Data screen.
class DataJourneyTest {
    private static final int COUNT = 30;

    @TempDir
    private Path folder;

    private AppDriver start() {
        Path workspace = folder.resolve("workspace");
        try (Workbench made = Workbench.create(workspace, WorkbenchContext.of(Runnable::run, "ada"))) {
            made.projects().create("Night", ProjectKind.IMAGE, List.of());
        }
        AppDriver app = AppDriver.start(folder.resolve("settings.json"));
        app.open(workspace);
        return app;
    }

    private void importPictures(AppDriver app) {
        app.node("data-empty");
        app.answerWith(Pictures.voc(folder.resolve("night"), COUNT));
        app.click("data-empty-data-import");
        app.node("import-ok");
    }

    @Test
    void aFolderIsImportedFoundDividedAndExported() throws Exception {
        try (AppDriver app = start()) {
            importPictures(app);
            assertTrue(app.text("import-counts").startsWith("30 pictures"), app.text("import-counts"));
            app.screenshot("import-dialog");
            app.click("import-ok");
            app.node("report-summary");
            assertTrue(app.text("report-summary").startsWith("30 new pictures and 29 annotations"), app.text("report-summary"));
            app.screenshot("import-report");
            app.press(KeyCode.ESCAPE);
            app.await("30 pictures", () -> app.isText("data-count", "30 pictures"));
            app.screenshot("data-imported");

            app.click("facet-label-lamp");
            app.await("the lamps", () -> app.isText("data-count", "10 of 30 pictures"));
            assertEquals("label:lamp", app.text("data-query"));
            app.click("facet-label-lamp");
            app.type("data-query", "label:lamp score<");
            app.await("a word on the query", () -> app.isShown("data-query-fault"));
            app.screenshot("data-query-fault");
            app.type("data-query", "night 00");
            app.await("the first ten", () -> app.isText("data-count", "10 of 30 pictures"));

            app.click("data-grid", 60, 60);
            app.press(KeyCode.CONTROL, KeyCode.A);
            app.await("ten selected", () -> app.isText("data-count", "10 selected · 10 of 30 pictures"));
            app.screenshot("data-selected");
            app.press(KeyCode.ESCAPE);
            app.click("data-query");
            app.press(KeyCode.ESCAPE);
            app.await("all again", () -> app.isText("data-count", "30 pictures"));

            app.click("data-split");
            app.screenshot("split-dialog");
            app.click("split-ok");
            app.await("the split", () -> app.isText("facet-split-train-count", "21"));

            app.click("data-export");
            app.type("export-folder", folder.resolve("out").toString());
            app.screenshot("export-dialog");
            app.click("export-ok");
            app.await("the export", () -> Files.exists(folder.resolve("out")));
            app.awaitJobs();
            app.screenshot("data-exported");
            assertEquals(List.of(), app.idsThereTwice());
        }
    }

    @Test
    void picturesAreSelectedWithTheMouseAndDeleted() {
        try (AppDriver app = start()) {
            importPictures(app);
            app.click("import-ok");
            app.node("report-summary");
            app.press(KeyCode.ESCAPE);
            app.await("30 pictures", () -> app.isText("data-count", "30 pictures"));
            app.click("data-grid", 60, 60);
            app.await("one selected", () -> app.isText("data-count", "1 selected · 30 pictures"));
            assertFalse(app.isShown("data-similar"), "pictures are not compared by what they mean");
            assertFalse(app.isShown("data-meaning"));
            app.press(KeyCode.SHIFT, KeyCode.RIGHT);
            app.await("two selected", () -> app.isText("data-count", "2 selected · 30 pictures"));
            app.press(KeyCode.DELETE);
            app.screenshot("delete-dialog");
            app.click("delete-ok");
            app.await("28 pictures", () -> app.isText("data-count", "28 pictures"));
            app.click("data-imports");
            app.await("the past import", () -> app.isShown("import-1-item"));
            app.screenshot("import-history");
            app.press(KeyCode.ESCAPE);
        }
    }

    /// A square picture does not tell whether its labels were made before or after its EXIF turn: a person does.
    @Test
    void labelsMadeOnAPictureAsItIsStoredAreTurnedWhenAPersonSaysSo() throws Exception {
        Path data = folder.resolve("night");
        ExifPictures.write(data.resolve("JPEGImages/a.jpg"), 200, 200, 6);
        TestPictures.voc(data, "a", 200, 200, "lamp 10 20 40 30");
        try (AppDriver app = start()) {
            app.node("data-empty");
            app.answerWith(data);
            app.click("data-empty-data-import");
            app.node("import-ok");
            app.click("import-orientation");
            app.press(KeyCode.DOWN);
            app.press(KeyCode.DOWN);
            app.press(KeyCode.ENTER);
            app.screenshot("import-orientation");
            app.click("import-ok");
            app.node("report-summary");
            app.press(KeyCode.ESCAPE);
            app.await("the picture", () -> app.isText("data-count", "1 picture"));
        }
        try (Workbench read = Workbench.open(folder.resolve("workspace"), WorkbenchContext.of(Runnable::run, "ada"))) {
            Author.Annotator ada = new Author.Annotator("ada");
            ItemId item = read.catalogue().rows(read.catalogue().find(read.projects().all().getFirst(), "", ada, ItemSort.NAME), ada)
                    .getFirst()
                    .item().id();
            assertEquals(new Box(170, 10, 10, 30), read.labelling().open(item, ada).set().annotations().getFirst().shape());
        }
    }

    /// Labels of a model that ran elsewhere come in as its suggestions; the model can be found, its file cannot be written, and a file that is
    /// no model is refused in words.
    @Test
    void labelsFromElsewhereComeInAsSuggestions() throws Exception {
        try (AppDriver app = start()) {
            importPictures(app);
            app.click("import-suggestions");
            assertTrue(app.node("import-ok").isDisabled(), "the model has no name yet");
            app.type("import-model", "yolo nine");
            app.screenshot("import-suggestions");
            app.click("import-ok");
            app.node("report-summary");
            app.press(KeyCode.ESCAPE);
            app.await("30 pictures", () -> app.isText("data-count", "30 pictures"));
            app.type("data-query", "suggested:yes");
            app.await("the suggested ones", () -> !app.isText("data-count", "30 pictures"));
            app.click("go-models");
            app.await("the model", () -> app.isText("models-name", "yolo nine"));
            app.answerWith(Files.writeString(folder.resolve("no-model.zip"), "hello"));
            app.click("models-import");
            app.await("the refusal", () -> app.isShown("fault-what"));
            app.screenshot("models-import-refused");
        }
    }

    @Test
    void itLooksRightInTheDarkAndInChinese() {
        SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
        AppDriver.write(settings, Settings.defaults().withTheme(Theme.DARK).withLanguage(Language.CHINESE).withAnnotator("王小明"));
        try (AppDriver app = start()) {
            app.screenshot("data-empty-dark-chinese");
            importPictures(app);
            app.screenshot("import-dialog-dark-chinese");
            app.click("import-ok");
            app.node("report-summary");
            app.screenshot("import-report-dark-chinese");
            app.press(KeyCode.ESCAPE);
            app.click("data-grid", 60, 60);
            app.screenshot("data-dark-chinese");
            app.click("go-settings");
            app.screenshot("settings-dark-chinese");
            assertFalse(app.isShown("data-grid"));
        }
    }

    @Test
    void theLanguageChangesAtOnceAndTheProjectStaysOpen() {
        try (AppDriver app = start()) {
            app.click("go-settings");
            var language = choice(app);
            app.onFx(() -> language.setValue(Language.CHINESE));
            app.await("the rail in Chinese", () -> app.isText("go-data", "数据"));
            app.node("data-empty");
            assertEquals(Language.CHINESE, app.settings().language());
        }
    }

    @SuppressWarnings("unchecked")
    private static javafx.scene.control.ChoiceBox<Language> choice(AppDriver app) {
        return (javafx.scene.control.ChoiceBox<Language>) app.node("settings-language");
    }
}
