package labelwright.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.LabelSchema;
import labelwright.settings.Language;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.settings.Theme;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.annotate.QuestionSchema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/// What is asked about regions and pictures, answered by pointer and keys in the whole app.
class AnswersJourneyTest {
    @TempDir
    private Path folder;

    private void workspace() throws IOException {
        try (LabellingBench bench = LabellingBench.create(folder, 3, Runnable::run)) {
            bench.workbench().projects().saveSchema(bench.project().id(), QuestionSchema.of(bench.project().schema()));
        }
    }

    private AppDriver start(Theme theme, Language language) {
        Path settings = folder.resolve("settings.json");
        AppDriver.write(new SettingsFile(settings), Settings.defaults().withTheme(theme).withLanguage(language).withAnnotator("ada"));
        AppDriver app = AppDriver.start(settings);
        app.open(folder.resolve("workspace"));
        app.click("go-annotate");
        app.await("the first picture is open", () -> !app.text("annotate-place").isBlank());
        return app;
    }

    @Test
    void questionsAreAnsweredByKeysAndStayAcrossPicturesAndRestarts() throws IOException {
        workspace();
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            app.await("its answer is known", () -> app.isText("annotate-region-count", "0"));
            app.press(KeyCode.B);
            app.drag("annotate-canvas", new Point2D(60, 150), new Point2D(160, 260));
            app.await("the region is asked about", () -> app.isShown("answer-region-remark"));
            app.press(KeyCode.ALT, KeyCode.DIGIT1);
            app.press(KeyCode.ALT, KeyCode.DIGIT4);
            app.type("answer-region-remark", "clear nucleus");
            app.type("answer-region-count", "41");
            app.screenshot("answers-light");
            app.type("answer-region-count", "12");
            app.press(KeyCode.ENTER);
            app.click("answer-region-stage-3");
            app.await("the condition holds", () -> app.isShown("answer-region-spindle"));
            app.screenshot("answers-condition");
            assertEquals(List.of(), app.idsThereTwice());
            app.type("answer-item-note", "not finished");
            app.click("annotate-canvas", 5, 5);
            app.press(KeyCode.PAGE_DOWN);
            app.await("the next picture is open", () -> app.isText("annotate-place", "2 of 3"));
            app.await("its answer is known", () -> app.text("answer-item-note").isEmpty());
            app.press(KeyCode.S);
            app.await("what is missing is named", () -> app.isShown("submit-open-dialog"));
            app.screenshot("answers-submit");
            app.click("submit-open-cancel");
            app.await("nothing was submitted", () -> app.isText("annotate-place", "2 of 3"));
            app.press(KeyCode.ESCAPE);
            app.press(KeyCode.PAGE_UP);
            app.await("back", () -> app.isText("annotate-place", "1 of 3"));
            app.await("the note is kept", () -> app.text("answer-item-note").equals("not finished"));
        }
        try (AppDriver app = start(Theme.DARK, Language.CHINESE)) {
            app.press(KeyCode.PAGE_UP);
            app.await("the note is kept across the restart", () -> app.text("answer-item-note").equals("not finished"));
            app.press(KeyCode.V);
            app.press(KeyCode.CONTROL, KeyCode.A);
            app.await("the region is selected", () -> app.isShown("answer-region-remark"));
            assertEquals("clear nucleus", app.text("answer-region-remark"));
            assertEquals("12", app.text("answer-region-count"));
            app.press(KeyCode.SHIFT, KeyCode.F2);
            app.await("the text can be written", () -> app.isShown("answer-text"));
            app.write("KM 42");
            app.press(KeyCode.ENTER);
            app.screenshot("answers-dark-zh");
            assertEquals("KM 42", app.text("answer-text"));
            assertEquals("clear nucleus", app.text("answer-region-remark"));
            assertEquals("12", app.text("answer-region-count"));
        }
    }

    @Test
    void whereOnlyAnsweredPicturesAreSubmittedTheOpenQuestionIsNamedAndShown() throws IOException {
        try (LabellingBench bench = LabellingBench.create(folder, 2, Runnable::run)) {
            bench.workbench().projects().saveSchema(bench.project().id(),
                    QuestionSchema.of(bench.project().schema()).with(LabelSchema.SubmitRule.ANSWERED_ONLY));
        }
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            app.await("its answer is known", () -> app.isText("annotate-region-count", "0"));
            app.press(KeyCode.S);
            app.await("what is missing is said", () -> !app.node("notices").lookupAll(".lw-notice").isEmpty());
            assertFalse(app.isShown("submit-open-dialog"));
            assertEquals("1 of 2", app.text("annotate-place"));
            app.screenshot("answers-only-refused");
            app.press(KeyCode.ESCAPE);
            app.press(KeyCode.V);
            app.press(KeyCode.ALT, KeyCode.DIGIT3);
            app.press(KeyCode.S);
            app.await("now it goes", () -> app.isText("annotate-place", "2 of 2"));
        }
    }
}
