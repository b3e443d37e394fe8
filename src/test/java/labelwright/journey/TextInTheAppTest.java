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
}
