package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javafx.application.Platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.AttributeDefinition;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.model.Project;
import labelwright.settings.Language;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.settings.Theme;
import labelwright.ui.action.Action;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.annotate.QuestionSchema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Labels with their attributes, skeletons and the questions about pictures, entered in the project's dialog.
class SchemaEditorJourneyTest {
    @TempDir
    private Path folder;

    private AppDriver start(Theme theme, Language language) {
        Path settings = folder.resolve("settings.json");
        AppDriver.write(new SettingsFile(settings), Settings.defaults().withTheme(theme).withLanguage(language).withAnnotator("ada"));
        AppDriver app = AppDriver.start(settings);
        app.open(folder.resolve("workspace"));
        return app;
    }

    /// Later, because the dialog holds the thread until it is closed.
    private static void edit(AppDriver app) {
        Action edit = app.actions().stream().filter(action -> action.id().equals("project.edit")).findFirst().orElseThrow();
        Platform.runLater(edit::run);
        app.await("the dialog is open", () -> app.isShown("project-dialog"));
    }

    @Test
    void attributesAndASkeletonAreEnteredAndStored() throws IOException {
        LabellingBench.create(folder, 1, Runnable::run).close();
        Path file = folder.resolve("labels.yaml");
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            edit(app);
            app.click("project-attributes-0");
            app.await("its attributes are open", () -> app.isShown("attributes-dialog"));
            app.click("attributes-add");
            app.type("attributes-name-0", "stage");
            app.type("attributes-options-0", "early, late");
            app.type("attributes-initial-0", "early");
            app.click("attributes-required-0");
            app.click("attributes-add");
            app.type("attributes-name-1", "stage");
            app.await("the fault is told", () -> app.text("attributes-fault").contains("another one"));
            app.screenshot("schema-attributes-light");
            app.type("attributes-name-1", "shade");
            app.type("attributes-options-1", "dark, pale");
            app.click("attributes-ok");
            app.await("they are taken", () -> app.isText("project-attributes-0", "2"));
            app.click("project-skeleton-0");
            app.await("its skeleton is open", () -> app.isShown("skeleton-board"));
            app.click("skeleton-board", 100, 100);
            app.click("skeleton-board", 200, 100);
            app.click("skeleton-mode-join");
            app.click("skeleton-board", 100, 100);
            app.click("skeleton-board", 200, 100);
            app.type("skeleton-name-0", "head");
            app.screenshot("schema-skeleton-light");
            app.click("skeleton-ok");
            app.screenshot("schema-project-light");
            app.answerWith(file);
            app.click("project-schema-write");
            app.click("project-ok");
            app.await("it is stored", () -> stored(app).labels().getFirst().attributes().definitions().size() == 2);
            LabelClass first = stored(app).labels().getFirst();
            assertEquals(List.of("stage", "shade"), first.attributes().definitions().stream().map(AttributeDefinition::name).toList());
            assertEquals(List.of("head", "point_2"), first.findSkeleton().orElseThrow().names());
            assertEquals(1, first.findSkeleton().orElseThrow().edges().size());
            assertTrue(Files.readString(file).contains("head"));
        }
    }

    private static LabelSchema stored(AppDriver app) {
        Project project = Objects.requireNonNull(app.model().project().get()).project().get();
        return project.schema();
    }

    @Test
    void theDialogsLookRightInTheDarkAndInChinese() throws IOException {
        try (LabellingBench bench = LabellingBench.create(folder, 1, Runnable::run)) {
            bench.workbench().projects().saveSchema(bench.project().id(), QuestionSchema.of(bench.project().schema()));
        }
        try (AppDriver app = start(Theme.DARK, Language.CHINESE)) {
            edit(app);
            app.screenshot("schema-project-dark-zh");
            app.click("project-picture");
            app.await("the questions are open", () -> app.isShown("attributes-dialog"));
            app.screenshot("schema-questions-dark-zh");
            app.click("attributes-cancel");
            assertTrue(app.isShown("project-dialog"));
            app.click("project-cancel");
        }
    }
}
