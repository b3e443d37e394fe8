package labelwright.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// From the first start to a project on the Data screen, as a person does it.
class ShellJourneyTest {
    @TempDir
    private Path folder;

    private AppDriver start() {
        return AppDriver.start(folder.resolve("settings.json"));
    }

    @Test
    void theSampleWorkspaceIsMadeAndShown() {
        try (AppDriver app = start()) {
            app.screenshot("welcome");
            app.click("start-workspace-sample");
            app.type("workspace-sample-folder", folder.resolve("sample").toString());
            app.screenshot("welcome-sample-dialog");
            app.click("workspace-sample-ok");
            app.await("the sample project", () -> app.model().project().get() != null);
            app.await("120 pictures", () -> app.isText("data-count", "120 pictures"));
            app.awaitJobs();
            app.screenshot("data-sample");
            assertEquals(List.of(), app.idsThereTwice());
            assertEquals(folder.resolve("sample"), app.settings().recentWorkspaces().getFirst());
        }
    }

    @Test
    void aWorkspaceAndAProjectWithLabelsAreMade() {
        try (AppDriver app = start()) {
            app.click("start-workspace-new");
            app.type("workspace-new-folder", folder.resolve("mine").toString());
            app.click("workspace-new-ok");
            app.screenshot("no-project");
            app.await("the one thing to do has the focus",
                    () -> app.find("start-no-project-project-new").filter(Node::isFocused).isPresent());
            app.click("start-no-project-project-new");
            app.type("project-name", "Blood");
            app.type("project-new-label", "red cell, white cell");
            app.press(KeyCode.ENTER);
            app.type("project-new-label", "platelet");
            app.click("project-add-label");
            app.screenshot("project-dialog");
            app.click("project-ok");
            app.node("data-empty");
            app.screenshot("data-empty");
            assertEquals(List.of("red cell", "white cell", "platelet"),
                    app.model().project().get().project().get().schema().names());
            assertTrue(Files.exists(folder.resolve("mine").resolve("workspace.mv.db")));
        }
    }

    @Test
    void theFolderOfANewWorkspaceMustBeEmpty() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        try (AppDriver app = start()) {
            app.click("start-workspace-new");
            app.type("workspace-new-folder", folder.toString());
            app.await("a word on the folder", () -> app.text("workspace-new-fault").contains("other files"));
            assertTrue(app.node("workspace-new-ok").isDisabled());
            app.press(KeyCode.ESCAPE);
            assertFalse(app.isShown("workspace-new-ok"));
        }
    }

    @Test
    void thePaletteFindsAnActionByItsWords() {
        try (AppDriver app = start()) {
            app.press(KeyCode.CONTROL, KeyCode.K);
            app.write("settings");
            app.screenshot("palette");
            app.press(KeyCode.ENTER);
            app.node("settings-theme");
            app.screenshot("settings");
            assertFalse(app.isShown("palette"));
        }
    }

    @Test
    void theQuestionMarkShowsTheShortcutsThatHoldHere() {
        try (AppDriver app = start()) {
            app.press(KeyCode.F1);
            app.node("shortcut-sheet");
            app.screenshot("shortcuts");
            app.press(KeyCode.ESCAPE);
            assertFalse(app.isShown("shortcut-sheet"));
        }
    }
}
