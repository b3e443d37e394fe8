package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.settings.Language;
import labelwright.settings.Theme;
import labelwright.ui.action.Action;
import labelwright.ui.action.Shortcut;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.control.Place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A person gives an action other keys, takes them from another one, and carries the keymap to a file and back.
class ShortcutsJourneyTest {
    @TempDir
    private Path folder;

    @Test
    void keysAreChangedTakenOverExportedResetAndImported() throws IOException {
        LabellingBench.create(folder, 2, Runnable::run).close();
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            app.press(KeyCode.F1);
            app.node("sheet-field");
            app.screenshot("shortcuts-sheet");
            app.click("sheet-change");
            app.node("settings-keys-list");
            app.screenshot("shortcuts-page");
            app.type("settings-keys-search", "draw boxes");
            app.press(KeyCode.DOWN);
            app.press(KeyCode.ENTER);
            app.await("the dialog waits for keys", () -> app.find("keys-catch").filter(Node::isFocused).isPresent());
            app.press(KeyCode.F9);
            assertEquals("These keys are free here.", app.text("keys-conflict"));
            app.press(KeyCode.P);
            assertEquals("P", app.text("keys-caught"));
            assertTrue(app.text("keys-conflict").contains("Draw polygons"), app.text("keys-conflict"));
            app.screenshot("shortcuts-conflict");
            app.press(KeyCode.ENTER);
            app.await("the dialog is closed", () -> !app.isShown("keys-catch"));
            assertEquals(List.of("P", "B"), keys(app, "annotate.box"));
            assertEquals(List.of(), keys(app, "annotate.polygon"));
            Action box = action(app, "annotate.box");
            assertTrue(box.tip().contains("(P)"), box.tip());

            app.answerWith(folder.resolve("keys.json"));
            app.click("settings-keys-export");
            app.await("the file is written", () -> Files.exists(folder.resolve("keys.json")));
            app.awaitJobs();
            app.click("settings-keys-resetAll");
            app.click("keys-reset-ok");
            app.await("the keys are as they were", () -> keys(app, "annotate.polygon").equals(List.of("P")));
            app.answerWith(folder.resolve("keys.json"));
            app.click("settings-keys-import");
            app.await("the keys are back", () -> keys(app, "annotate.box").equals(List.of("P", "B")));

            app.goTo(new Place.Home(Place.ANNOTATE));
            app.await("a picture is open", () -> app.isText("annotate-place", "1 of 2"));
            app.press(KeyCode.P);
            assertTrue(action(app, "annotate.box").selected().orElseThrow().get(), "the key does what it was given");
        }
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            assertEquals(List.of("P", "B"), keys(app, "annotate.box"), "the keys are kept for the next start");
            app.goTo(new Place.Home(Place.ANNOTATE));
            app.await("a picture is open", () -> app.isText("annotate-place", "1 of 2"));
            app.press(KeyCode.F1);
            Node sheet = app.node("shortcut-sheet");
            app.screenshot("shortcuts-sheet-annotate");
            assertEquals(List.of(), shortened(sheet), "every name is there in full");
        }
    }

    @Test
    void thePagesInChineseAndDark() throws IOException {
        LabellingBench.create(folder, 2, Runnable::run).close();
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            AppDriver.write(new labelwright.settings.SettingsFile(folder.resolve("settings.json")),
                    app.settings().withLanguage(Language.CHINESE).withTheme(Theme.DARK));
        }
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            app.goTo(new Place.Home(Place.ANNOTATE));
            app.press(KeyCode.F1);
            app.node("sheet-field");
            app.screenshot("shortcuts-sheet-dark-zh");
            app.press(KeyCode.ESCAPE);
            app.goTo(new Place.Shortcuts());
            app.node("settings-keys-list");
            app.screenshot("shortcuts-page-dark-zh");
        }
    }

    /// The words that are shown with an ellipsis.
    private static List<String> shortened(Node sheet) {
        return Fx.get(() -> sheet.lookupAll(".label").stream().filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> label.lookup(".text") instanceof Text shown && !shown.getText().equals(label.getText()))
                .map(Label::getText).toList());
    }

    private static Action action(AppDriver app, String id) {
        return app.actions().stream().filter(action -> action.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> keys(AppDriver app, String id) {
        return action(app, id).shortcuts().stream().map(Shortcut::display).toList();
    }
}
