package labelwright.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.control.Place;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// Labelling texts in the whole app: in a small window, with its rail, its keys and the sheet of shortcuts.
@Timeout(120)
class TextInTheAppTest {
    @TempDir
    private Path folder;

    @Test
    void aTextIsLabelledInASmallWindowAndStaysWhenThePersonComesBack() throws IOException {
        LabelSchema schema = new LabelSchema(
                List.of(new LabelClass(new LabelId(-1), "city", Colour.ofPalette(0), Set.of(ShapeKind.SPAN), AttributeForm.EMPTY,
                        null)),
                new AttributeForm(List.of(new AttributeDefinition("topic", new AttributeType.Select(List.of("travel", "work"))))),
                SubmitRule.ASK);
        try (LabellingBench bench = LabellingBench.ofTexts(folder, Map.of("a.txt", "Rome is older than Paris.", "b.txt", "Nothing here."),
                schema, Runnable::run)) {
            assertEquals(2, bench.items().size());
        }
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            app.goTo(new Place.Home(Place.ANNOTATE));
            app.await("the first text is open", () -> app.isText("annotate-place", "1 of 2"));
            app.await("its answer is known", () -> app.isText("annotate-region-count", "0"));
            app.press(KeyCode.DIGIT1);
            app.await("the word at the caret is labelled", () -> app.isText("annotate-region-count", "1"));
            app.screenshot("app-text");
            assertEquals(List.of(), app.idsThereTwice());
            app.press(KeyCode.F1);
            app.screenshot("app-text-shortcuts");
            app.press(KeyCode.ESCAPE);
            app.click("go-data");
            app.node("data-count");
            app.click("go-text");
            app.await("the span is still there", () -> app.isText("annotate-region-count", "1"));
            app.press(KeyCode.CONTROL, KeyCode.Z);
            app.await("undo works after coming back", () -> app.isText("annotate-region-count", "0"));
            app.press(KeyCode.D);
            app.await("the next text is open", () -> app.isText("annotate-place", "2 of 2"));
        }
    }

    @Test
    void whatAModelSaysAboutSpansAndTheWholeTextIsTakenAndRefusedTogether() throws IOException {
        AttributeForm asked = new AttributeForm(List.of(
                new AttributeDefinition("topic", new AttributeType.Select(List.of("travel", "work"))),
                new AttributeDefinition("mood", new AttributeType.Select(List.of("calm and pleased with everything there is", "cross")))));
        LabelSchema schema = new LabelSchema(
                List.of(new LabelClass(new LabelId(-1), "city", Colour.ofPalette(0), Set.of(ShapeKind.SPAN), AttributeForm.EMPTY, null)),
                asked,
                SubmitRule.ASK);
        String text = "Rome is older than Paris.";
        try (LabellingBench bench = LabellingBench.ofTexts(folder, Map.of("a.txt", text), schema, Runnable::run)) {
            bench.suggest(bench.items().getFirst(),
                    List.of(new LabellingBench.Suggested(0, TextSpan.of(text, List.of(new TextRange(0, 4))), 0.9),
                            new LabellingBench.Suggested(0, TextSpan.of(text, List.of(new TextRange(19, 24))), 0.8)),
                    Map.of("topic", "travel", "mood", "calm and pleased with everything there is"));
        }
        try (AppDriver app = AppDriver.start(folder.resolve("settings.json"))) {
            app.open(folder.resolve("workspace"));
            app.goTo(new Place.Home(Place.ANNOTATE));
            app.await("two spans and two answers are suggested", () -> app.isText("annotate-suggestion-count", "4 of 4"));
            app.screenshot("app-text-suggested-answers");
            app.click("annotate-refused-mood");
            app.await("one is refused", () -> app.isText("annotate-suggestion-count", "3 of 3"));
            app.press(KeyCode.SHIFT, KeyCode.ENTER);
            app.await("all others are taken", () -> app.isText("annotate-region-count", "2") && !app.isShown("annotate-suggested-topic"));
            app.press(KeyCode.CONTROL, KeyCode.Z);
            app.await("one undo opens them again", () -> app.isText("annotate-suggestion-count", "3 of 3"));
            app.press(KeyCode.CONTROL, KeyCode.Z);
            app.await("another one opens the refused answer", () -> app.isText("annotate-suggestion-count", "4 of 4"));
            app.press(KeyCode.SHIFT, KeyCode.BACK_SPACE);
            app.await("all are refused", () -> app.isText("annotate-suggestion-count", "0 of 0"));
        }
    }
}
