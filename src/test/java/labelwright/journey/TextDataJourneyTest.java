package labelwright.journey;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.ProjectKind;
import labelwright.model.RelationType;
import labelwright.settings.Language;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.settings.Theme;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A project of texts from the dialog that makes it to an export, on the Data screen.
class TextDataJourneyTest {
    private static final int COUNT = 40;

    @TempDir
    private Path folder;

    private AppDriver start(Theme theme, Language language) {
        Path workspace = folder.resolve("workspace");
        Workbench.create(workspace, WorkbenchContext.of(Runnable::run, "ada")).close();
        Path settings = folder.resolve("settings.json");
        AppDriver.write(new SettingsFile(settings), Settings.defaults().withTheme(theme).withLanguage(language).withAnnotator("ada"));
        AppDriver app = AppDriver.start(settings);
        app.onFx(() -> app.model().open(workspace));
        app.node("start-no-project-project-new");
        return app;
    }

    /// Letters with a person and an act each, joined by a relation, some with much text and some in Chinese.
    private Path letters() throws IOException {
        Path letters = Files.createDirectories(folder.resolve("letters"));
        for (int i = 0; i < COUNT; i++) {
            String name = "letter %02d".formatted(i);
            String text = i % 5 == 3
                    ? "王小明在上海的一家公司工作，明天他要去北京参加会议，然后回家。".repeat(5) + "\n"
                    : "Ada wrote to Charles 😀 about the engine.\r\n" + "It was a long letter, and the answer took weeks. ".repeat(i % 4)
                            + "\n";
            Files.writeString(letters.resolve(name + ".txt"), text);
            Files.writeString(letters.resolve(name + ".ann"), i % 5 == 3
                    ? "T1\tPerson 0 3\t王小明\n"
                    : "T1\tPerson 0 3\tAda\nT2\tPerson 13 20\tCharles\nT3\tAct 4 9\twrote\nR1\tDoes Arg1:T1 Arg2:T3\t\n");
        }
        return letters;
    }

    @Test
    void aProjectOfTextsIsMadeFilledSearchedAndExported() throws Exception {
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            app.click("start-no-project-project-new");
            app.type("project-name", "Letters");
            app.type("project-new-label", "Person, Act");
            app.press(KeyCode.ENTER);
            assertTrue(app.isShown("project-shapes-0"));
            app.click("project-kind-text");
            assertFalse(app.isShown("project-shapes-0"), "shapes are for pictures");
            assertFalse(app.isShown("project-skeleton-0"));
            app.type("project-new-relation", "Does, Knows");
            app.press(KeyCode.ENTER);
            app.screenshot("text-project-dialog");
            app.click("project-ok");
            app.await("the project is there", () -> app.model().projects().size() == 1);
            assertEquals(ProjectKind.TEXT, app.model().projects().getFirst().kind());
            assertEquals(List.of("Does", "Knows"),
                    app.model().projects().getFirst().schema().relations().stream().map(RelationType::name).toList());

            app.node("data-empty");
            app.screenshot("text-data-empty");
            app.answerWith(letters());
            app.click("data-empty-data-import");
            app.node("import-ok");
            assertTrue(app.text("import-counts").startsWith("40 texts"), app.text("import-counts"));
            app.screenshot("text-import-dialog");
            app.click("import-ok");
            app.node("report-summary");
            assertTrue(app.text("report-summary").startsWith("40 new texts and 104 annotations"), app.text("report-summary"));
            app.press(KeyCode.ESCAPE);
            app.await("40 texts", () -> app.isText("data-count", "40 texts"));
            app.screenshot("text-data-light");

            app.type("data-query", "text:王小明");
            app.await("the Chinese ones", () -> app.isText("data-count", "8 of 40 texts"));
            app.type("data-query", "");
            app.await("all again", () -> app.isText("data-count", "40 texts"));
            app.click("data-grid", 300, 120);
            app.await("one selected", () -> app.text("data-count").startsWith("1 selected"));
            app.press(KeyCode.SHIFT, KeyCode.DOWN);
            app.await("two selected", () -> app.text("data-count").startsWith("2 selected"));
            app.screenshot("text-data-selected");
            app.click("data-export");
            app.type("export-folder", folder.resolve("out").toString());
            app.screenshot("text-export-dialog");
            app.click("export-ok");
            app.await("the export", () -> Files.exists(folder.resolve("out")));
        }
    }

    /// Short notes about three things, and a name that is too long for its bar.
    private Path notes() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        List<String> texts = List.of("The cat sleeps on the sofa all day.", "A kitten naps on the couch.",
                "My cat likes to sleep in the sun.",
                "The bank raised its interest rates again.", "Shares fell after the central bank's decision.",
                "Inflation worries the markets.", "Simmer the tomatoes with garlic and basil.", "Knead the dough and bake it for an hour.",
                "Salt the water before you boil the pasta.");
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(notes.resolve("note %d%s.txt".formatted(i, i == 8 ? " of a cook".repeat(16) : "")), texts.get(i));
        }
        return notes;
    }

    private void importNotes(AppDriver app, String name) throws IOException {
        app.click("start-no-project-project-new");
        app.type("project-name", name);
        app.click("project-kind-text");
        app.type("project-new-label", "Person");
        app.press(KeyCode.ENTER);
        app.click("project-ok");
        app.node("data-empty");
        app.answerWith(notes());
        app.click("data-empty-data-import");
        app.click("import-ok");
        app.node("report-summary");
        app.press(KeyCode.ESCAPE);
        app.await("9 texts", () -> app.text("data-count").startsWith("9"));
    }

    @Test
    void textsAreFoundByTheirMeaning() throws Exception {
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            importNotes(app, "Notes");
            assertFalse(app.isShown("data-similar-title"));
            app.click("data-grid", 300, 60);
            app.await("one selected", () -> app.text("data-count").startsWith("1 selected"));
            app.click("data-similar");
            app.await("the likeness", () -> app.isShown("data-similar-title"));
            assertEquals("Similar to “note 0.txt”", app.text("data-similar-title"));
            app.await("all but the one itself", () -> app.isText("data-count", "8 of 9 texts"));
            app.screenshot("text-data-similar");

            app.type("data-query", "text:cat");
            app.await("the query narrows it", () -> app.isText("data-count", "1 of 9 texts"));
            app.type("data-query", "text:nowhere");
            app.node("data-nothing");
            app.click("data-nothing-data-showAll");
            app.await("all", () -> app.isText("data-count", "9 texts"));
            assertFalse(app.isShown("data-similar-title"));

            app.click("data-meaning");
            app.type("data-meaning-field", "cooking food");
            app.screenshot("text-data-meaning-dialog");
            app.press(KeyCode.ENTER);
            app.await("the likeness", () -> app.isShown("data-similar-title"));
            app.await("found", () -> app.isText("data-count", "9 texts"));
            app.click("data-grid", 300, 60);
            app.screenshot("text-data-meaning");
        }
    }

    @Test
    void whereThereIsOneTextNothingIsSimilarToIt() throws Exception {
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            app.click("start-no-project-project-new");
            app.type("project-name", "One");
            app.click("project-kind-text");
            app.type("project-new-label", "Person");
            app.press(KeyCode.ENTER);
            app.click("project-ok");
            app.node("data-empty");
            Path one = Files.createDirectories(folder.resolve("one"));
            Files.writeString(one.resolve("note.txt"), "The cat sleeps on the sofa all day.");
            app.answerWith(one);
            app.click("data-empty-data-import");
            app.click("import-ok");
            app.node("report-summary");
            app.press(KeyCode.ESCAPE);
            app.await("1 text", () -> app.text("data-count").startsWith("1"));
            app.click("data-grid", 300, 60);
            app.await("one selected", () -> app.text("data-count").startsWith("1 selected"));
            app.click("data-similar");
            app.await("it is said", () -> !app.node("notices").lookupAll(".lw-notice").isEmpty());
            app.screenshot("text-data-none-similar");

            assertFalse(app.isShown("data-similar-title"));
            assertTrue(app.text("data-count").startsWith("1 selected"), app.text("data-count"));
        }
    }

    /// The texts are so long that reading them takes minutes, whatever the machine.
    @Test
    void aSearchByMeaningIsCancelledInTheListOfJobs() throws Exception {
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            app.click("start-no-project-project-new");
            app.type("project-name", "Books");
            app.click("project-kind-text");
            app.type("project-new-label", "Person");
            app.press(KeyCode.ENTER);
            app.click("project-ok");
            app.node("data-empty");
            Path books = Files.createDirectories(folder.resolve("books"));
            for (int i = 0; i < 600; i++) {
                Files.writeString(books.resolve("book %03d.txt".formatted(i)),
                        "chapter %d of a long book about ships and the sea and cats ".formatted(i).repeat(300));
            }
            app.answerWith(books);
            app.click("data-empty-data-import");
            app.click("import-ok");
            app.node("report-summary");
            app.press(KeyCode.ESCAPE);
            app.await("600 texts", () -> app.isText("data-count", "600 texts"));
            app.click("data-grid", 300, 60);
            app.await("one selected", () -> app.text("data-count").startsWith("1 selected"));
            app.click("data-similar");
            app.await("the job in the status bar", () -> app.text("status-jobs").contains("Similar to"));
            app.click("status-jobs");
            Node cancel = app.within("jobs-list", ".lw-job-cancel");
            app.screenshot("text-data-similar-running");
            app.click(cancel);
            app.awaitJobs();
            app.await("the job is told as cancelled", () -> app.shows("jobs-list", ".lw-job-cancelled"));
            app.screenshot("text-data-similar-cancelled");
            assertFalse(app.isShown("data-similar-title"));
            assertTrue(app.node("notices").lookupAll(".lw-notice").isEmpty(), "a wish that was granted is no fault");
            app.press(KeyCode.ESCAPE);
            app.click("data-grid", 300, 60);
            app.press(KeyCode.SHIFT, KeyCode.DOWN);
            app.await("work goes on", () -> app.text("data-count").startsWith("2 selected"));
        }
    }

    @Test
    void likenessInTheDarkInChinese() throws Exception {
        try (AppDriver app = start(Theme.DARK, Language.CHINESE)) {
            importNotes(app, "笔记");
            app.click("data-grid", 300, 60);
            app.press(KeyCode.END);
            app.click("data-similar");
            app.await("the likeness", () -> app.isShown("data-similar-title"));
            app.await("all but the one itself", () -> app.text("data-count").startsWith("8"));
            app.screenshot("text-data-similar-dark-zh");
            app.click("data-similarBack");
            app.await("all", () -> app.text("data-count").startsWith("9"));
            assertFalse(app.isShown("data-similar-title"));
        }
    }

    @Test
    void textsInTheDarkInChineseAndABadEncoding() throws Exception {
        try (AppDriver app = start(Theme.DARK, Language.CHINESE)) {
            app.click("start-no-project-project-new");
            app.type("project-name", "书信");
            app.click("project-kind-text");
            app.type("project-new-label", "人物，地点，机构");
            app.press(KeyCode.ENTER);
            app.screenshot("text-project-dialog-dark-zh");
            app.click("project-ok");
            app.node("data-empty");
            app.answerWith(letters());
            app.click("data-empty-data-import");
            app.screenshot("text-import-dialog-dark-zh");
            app.click("import-ok");
            app.node("report-summary");
            app.press(KeyCode.ESCAPE);
            app.await("40 texts", () -> app.text("data-count").startsWith("40"));
            app.screenshot("text-data-dark-zh");

            Path old = Files.createDirectories(folder.resolve("old"));
            Files.write(old.resolve("old.txt"), "这是一封旧信，用旧的编码写成。\n第二行。\n".getBytes(Charset.forName("GBK")));
            app.answerWith(old);
            app.click("data-import");
            app.node("import-ok");
            assertEquals("GB18030", app.text("import-encoding-name"));
            app.screenshot("text-import-encoding-guessed-dark-zh");
            app.type("import-encoding-name", "EUC-KR");
            app.press(KeyCode.ENTER);
            app.await("another encoding", () -> app.text("import-encoding-sentence").contains("EUC-KR"));
            app.screenshot("text-import-encoding-other-dark-zh");
            app.type("import-encoding-name", "GBK");
            app.press(KeyCode.ENTER);
            app.await("the right encoding", () -> app.text("import-encoding-sentence").contains("GBK"));
            app.screenshot("text-import-encoding");
            app.click("import-ok");
            app.await("41 texts", () -> app.text("data-count").startsWith("41"));
        }
    }
}
