package labelwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.media.document.TestDocuments;
import labelwright.model.AttributeForm;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.settings.Language;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.settings.Theme;
import labelwright.textview.TextSurface;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.control.Place;
import labelwright.ui.text.PageProbe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A person labels the text of PDF files and sees their pages beside it.
@Timeout(120)
class PageJourneyTest {
    private static final List<String> LEFT = List.of("Ada Lovelace worked with Charles Babbage on",
            "the Analytical Engine, a machine of brass and",
            "steam that was never finished. In 1843 she", "translated a memoir by Luigi Menabrea, and her",
            "notes were three times as long as the memoir.",
            "They hold what many call the first program.");
    private static final List<String> RIGHT = List.of("Born in London, she was the daughter of the",
            "poet Byron, whom she never knew. Her mother",
            "had her taught mathematics from the age of", "four, and Mary Somerville became her teacher.",
            "De Morgan, of the University of London, said",
            "that she might have become an investigator.");

    @TempDir
    Path folder;

    private Path documents() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        TestDocuments.twoColumns(files.resolve("a report.pdf"), "The first program", LEFT, RIGHT,
                "Page 1 of a report that was made for this test");
        TestDocuments.pdf(files.resolve("b letter.pdf"), "Dear Grace,\nRome is older than Paris.", "See you in London.\nAda");
        return files;
    }

    private LabelSchema schema() {
        return new LabelSchema(List.of(label(1, "person"), label(2, "place")), AttributeForm.EMPTY, SubmitRule.ASK);
    }

    private static LabelClass label(int number, String name) {
        return new LabelClass(new LabelId(-number), name, Colour.ofPalette(number - 1), Set.of(ShapeKind.SPAN), AttributeForm.EMPTY, null);
    }

    private AppDriver start(Theme theme, Language language) {
        Path settings = folder.resolve("settings.json");
        AppDriver.write(new SettingsFile(settings), Settings.defaults().withTheme(theme).withLanguage(language).withAnnotator("ada"));
        AppDriver app = AppDriver.start(settings);
        app.open(folder.resolve("workspace"));
        app.goTo(new Place.Home(Place.ANNOTATE));
        return app;
    }

    @Test
    void whoComesFromTheDataScreenSeesTextAndPageSideBySide() throws IOException {
        LabellingBench.ofFiles(folder, Optional.of(documents()), schema(), Runnable::run).close();
        Path settings = folder.resolve("settings.json");
        AppDriver.write(new SettingsFile(settings), Settings.defaults().withAnnotator("ada"));
        try (AppDriver app = AppDriver.start(settings)) {
            app.open(folder.resolve("workspace"));
            app.node("data-count");
            app.goTo(new Place.Picture(new ItemId(1), List.of(new ItemId(1), new ItemId(2))));
            app.await("the page is drawn", () -> PageProbe.isSharp(app.find("text-page-view")));
            Node page = app.node("text-page-view");
            Node text = app.node("text-surface");
            assertEquals(Fx.get(() -> text.getLayoutBounds().getWidth()), Fx.get(() -> page.getLayoutBounds().getWidth()), 40);
        }
    }

    @Test
    void wordsAreMarkedOnThePageAndSeenThere() throws IOException {
        LabellingBench.ofFiles(folder, Optional.of(documents()), schema(), Runnable::run).close();
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            app.await("the page is drawn", () -> PageProbe.isSharp(app.find("text-page-view")));
            assertEquals("Page 1 of 1", app.text("text-page-where"));
            drag(app, "Ada Lovelace");
            app.press(KeyCode.DIGIT1);
            app.await("it is labelled", () -> app.isText("annotate-region-count", "1"));
            drag(app, "Charles Babbage");
            app.press(KeyCode.DIGIT1);
            drag(app, "London");
            app.press(KeyCode.DIGIT2);
            app.await("three are labelled", () -> app.isText("annotate-region-count", "3"));
            app.screenshot("page-light");
        }
        try (LabellingBench bench = LabellingBench.open(folder)) {
            assertEquals(List.of("Ada Lovelace", "Charles Babbage", "London"),
                    bench.workbench().labelling().open(bench.items().getFirst(), new Author.Annotator("ada"))
                            .set().annotations().stream().map(span -> ((TextSpan) span.shape()).covered()).toList());
        }
    }

    @Test
    void thePageFollowsTheCaretIsZoomedAndPutAway() throws IOException {
        Path files = Files.createDirectories(folder.resolve("files"));
        List<String> many = IntStream.rangeClosed(1, 50).mapToObj("This is line number %02d of this side."::formatted).toList();
        TestDocuments.twoColumns(files.resolve("a long.pdf"), "Fifty lines on each side", many, many, "");
        LabellingBench.ofFiles(folder, Optional.of(files.resolve("a long.pdf")), schema(), Runnable::run).close();
        try (AppDriver app = start(Theme.DARK, Language.ENGLISH)) {
            app.await("the page is drawn", () -> PageProbe.isSharp(app.find("text-page-view")));
            double fitting = PageProbe.zoom(app.node("text-page-view"));
            for (int i = 0; i < 6; i++) {
                app.click("text-pageLarger");
            }
            assertTrue(PageProbe.zoom(app.node("text-page-view")) > 2 * fitting);
            Point2D first = PageProbe.place(app.node("text-page-view"), 0);
            app.press(KeyCode.CONTROL, KeyCode.END);
            app.await("the page went to the end of the text",
                    () -> !PageProbe.place(app.node("text-page-view"), 0).equals(first) && PageProbe.isSharp(app.find("text-page-view")));
            app.screenshot("page-zoomed-dark");
            app.click("text-pageFit");
            assertEquals(fitting, PageProbe.zoom(app.node("text-page-view")), 1e-9);
            app.press(KeyCode.SHIFT, KeyCode.P);
            app.await("the page is put away", () -> app.find("text-page-view").isEmpty());
            app.press(KeyCode.SHIFT, KeyCode.P);
            app.await("it comes back", () -> PageProbe.isSharp(app.find("text-page-view")));
        }
    }

    @Test
    void aLostFileAndAnotherOneAreToldInChinese() throws IOException {
        Path files = documents();
        LabellingBench.ofFiles(folder, Optional.of(files), schema(), Runnable::run).close();
        TestDocuments.pdf(files.resolve("a report.pdf"), "Something else was written here.");
        Files.delete(files.resolve("b letter.pdf"));
        try (AppDriver app = start(Theme.DARK, Language.CHINESE)) {
            app.await("the page is drawn", () -> PageProbe.isSharp(app.find("text-page-view")));
            app.await("it is told that it is another one", () -> app.isShown("text-page-notice"));
            app.screenshot("page-changed-chinese-dark");
            app.press(KeyCode.D);
            app.await("it is told that the file is gone", () -> app.isShown("text-page-absent"));
            assertTrue(surface(app).text().text().text().startsWith("Dear Grace"));
            app.screenshot("page-missing-chinese-dark");
            TestDocuments.pdf(files.resolve("b letter.pdf"), "Dear Grace,\nRome is older than Paris.", "See you in London.\nAda");
            app.click("text-page-absent-text-pageAgain");
            app.await("the page is there again", () -> PageProbe.isSharp(app.find("text-page-view")));
            assertEquals("第 1 页，共 2 页", app.text("text-page-where"));
        }
    }

    @Test
    void documentsMayBeCopiedSoThatTheirPagesStay() throws IOException {
        Path files = documents();
        LabellingBench.ofFiles(folder, Optional.empty(), schema(), Runnable::run).close();
        try (AppDriver app = start(Theme.LIGHT, Language.ENGLISH)) {
            app.goTo(new Place.Home(Place.DATA));
            app.answerWith(files);
            app.click("data-empty-data-import");
            app.node("import-ok");
            app.screenshot("page-import-light");
            app.click("import-copy");
            app.click("import-ok");
            app.awaitJobs();
            Files.delete(files.resolve("a report.pdf"));
            app.goTo(new Place.Home(Place.ANNOTATE));
            app.await("the page of the copy is drawn", () -> PageProbe.isSharp(app.find("text-page-view")));
        }
    }

    private static TextSurface surface(AppDriver app) {
        return (TextSurface) app.node("text-surface");
    }

    private static void drag(AppDriver app, String words) {
        TextSurface surface = surface(app);
        int at = surface.text().text().text().indexOf(words);
        assertTrue(at >= 0, words);
        TextRange range = new TextRange(at, at + words.length());
        Point2D from = PageProbe.place(app.node("text-page-view"), range.start());
        Point2D to = PageProbe.place(app.node("text-page-view"), range.end() - 1);
        app.drag("text-page-view", from, to);
        assertEquals(Optional.of(range), surface.caretProperty().get().range());
    }
}
