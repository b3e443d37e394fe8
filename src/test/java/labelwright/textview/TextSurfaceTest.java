package labelwright.textview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.journey.Fx;
import labelwright.model.AnnotationId;
import labelwright.text.Granularity;
import labelwright.textview.gesture.Caret;
import labelwright.textview.gesture.TextOutcome;

import static labelwright.textview.ShownText.PERSON;
import static labelwright.textview.ShownText.PLACE;
import static labelwright.textview.ShownText.SCHEMA;
import static labelwright.textview.ShownText.WORKS_FOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The surface in a real scene, with real events, headless.
class TextSurfaceTest {
    private final List<EditName> edits = new ArrayList<>();
    private final List<TextOutcome.Refusal> refusals = new ArrayList<>();
    private final List<AnnotationId> pointed = new ArrayList<>();
    private EditHistory history;
    private TextSurface surface;
    private Stage stage;

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private void open(ShownText text) {
        history = new EditHistory(text.set(), List.of(), List.of(), commit -> {});
        Fx.run(() -> {
            surface = new TextSurface(text.ids()::next);
            surface.onEdit(this::perform);
            surface.onRefusal(refusals::add);
            surface.onSuggestion(pointed::add);
            stage = new Stage();
            stage.setScene(new Scene(surface, 700, 400));
            stage.show();
            text.show(surface);
            surface.requestFocus();
        });
        Fx.pulse();
    }

    private void perform(EditRequest request) {
        edits.add(request.name());
        history.perform(request.name(), request.edit());
        surface.showAnnotations(history.set(), SCHEMA);
    }

    @Test
    void aDragOverWordsAndALabelMakeASpan() {
        open(new ShownText("Ada Lovelace met Charles Babbage."));
        drag(1, 6);
        Fx.run(() -> surface.label(PERSON.id()));

        assertEquals(List.of("Ada Lovelace"), covered());
        assertEquals(List.of(EditName.LABEL_TEXT), edits);
        assertEquals(Selection.of(history.set().annotations().getFirst().id()), Fx.get(surface::getSelection));
    }

    @Test
    void theWholeJobByKeyboardAlone() {
        open(new ShownText("Ada met Bob in Paris.\nEve too."));
        key(KeyCode.RIGHT, true, true);
        Fx.run(() -> surface.label(PERSON.id()));
        key(KeyCode.RIGHT, false, true);
        key(KeyCode.RIGHT, false, true);
        key(KeyCode.RIGHT, true, true);
        Fx.run(() -> surface.label(PERSON.id()));
        Fx.run(() -> surface.relationTypeProperty().set(WORKS_FOR.id()));
        key(KeyCode.R, false, false);
        key(KeyCode.TAB, true, false);
        key(KeyCode.ENTER, false, false);
        key(KeyCode.CLOSE_BRACKET, false, false);

        assertEquals(List.of("Ada", "Bob in"), covered());
        assertEquals(1, history.set().relations().size());
    }

    @Test
    void everyCharacterIsFoundWhereItIsDrawn() {
        for (String text : List.of("Plain words, and a few more of them.", "北京是中国的首都。東京タワー", "مرحبا بالعالم 123 (نص) عربي",
                "שלום abc עולם 42 טוב",
                "go 👩‍💻👨‍👩‍👧‍👦 and 🇯🇵 or 👍🏽 x", "e\u0301te\u0301 café n\u0303o", "هذا 👩‍💻 نص 🇯🇵 طويل", "a\tb\tc")) {
            open(new ShownText(text));
            int length = Fx.get(() -> surface.text().text().length());
            for (int at = 0; at < length; at = next(at)) {
                int character = at;
                Point2D place = Fx.get(() -> surface.place(character)).orElseThrow(() -> new AssertionError(text + " at " + character));
                int found = Fx.get(() -> surface.pointerAt(place.getX(), place.getY(), Set.of(), 1).character());
                assertTrue(found >= character && found < next(character), () -> text + ": " + character + " is found as " + found);
            }
            Fx.run(stage::close);
        }
        open(new ShownText(""));
    }

    private int next(int at) {
        return Fx.get(() -> surface.text().next(at, Granularity.CHARACTER));
    }

    @Test
    void theCaretGoesToEveryCharacterOfARowThatReadsFromTheRight() {
        open(new ShownText("שלום abc עולם"));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            key(KeyCode.LEFT, false, false);
            places.add(Fx.get(() -> surface.caretProperty().get().at()));
        }

        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), places);
    }

    @Test
    void upAndDownKeepTheColumn() {
        open(new ShownText("first line here\nx\nthird line here"));
        Fx.run(() -> surface.moveCaret(Caret.at(9)));
        key(KeyCode.DOWN, false, false);
        assertEquals(17, Fx.get(() -> surface.caretProperty().get().at()));
        key(KeyCode.DOWN, false, false);
        int third = Fx.get(() -> surface.caretProperty().get().at());
        assertTrue(Math.abs(third - 27) <= 1, "landed at " + third);
        key(KeyCode.HOME, false, false);
        assertEquals(18, Fx.get(() -> surface.caretProperty().get().at()));
        key(KeyCode.END, false, false);
        assertEquals(33, Fx.get(() -> surface.caretProperty().get().at()));
    }

    @Test
    void theTextIsScrolledOnlyAsFarAsItGoes() {
        open(new ShownText("line of text\n".repeat(400)));
        double first = Fx.get(() -> surface.place(0)).orElseThrow().getY();
        scroll(600);
        assertEquals(first, Fx.get(() -> surface.place(0)).orElseThrow().getY(), 1);
        scroll(-1_000_000);
        int last = 13 * 399 + 3;
        assertTrue(Fx.get(() -> surface.place(last)).isPresent(), "the last line is not on the screen");
        Fx.run(() -> surface.reveal(new TextRange(2_600, 2_601)));
        Fx.pulse();
        assertTrue(Fx.get(() -> surface.place(2_600)).isPresent());
    }

    @Test
    void theViewOfSentencesStaysWhereItWas() {
        open(new ShownText("One here. Two here. Three here.\n".repeat(200)));
        Fx.run(() -> surface.moveCaret(Caret.at(3_200)));
        Fx.pulse();
        Fx.run(() -> surface.viewProperty().set(TextSurface.View.SENTENCES));
        Fx.pulse();

        assertTrue(Fx.get(() -> surface.place(3_200)).isPresent());
    }

    @Test
    void aClickOnATagSelectsItsSpanAndOnASuggestionPointsAtIt() {
        ShownText text = new ShownText("Ada lives in Paris now.");
        AnnotationId ada = text.span(PERSON, "Ada");
        AnnotationId paris = text.suggest(PLACE, 0.9, "Paris");
        open(text);
        click(Fx.get(() -> surface.place(0)).orElseThrow().add(0, 20));
        assertEquals(Selection.of(ada), Fx.get(surface::getSelection));
        click(Fx.get(() -> surface.place(14)).orElseThrow().add(0, 12));
        assertEquals(List.of(paris), pointed);
    }

    @Test
    void anEndIsDrawnToAnotherWord() {
        ShownText text = new ShownText("Ada Lovelace lives.");
        AnnotationId ada = text.span(PERSON, "Ada");
        open(text);
        Fx.run(() -> surface.select(Selection.of(ada)));
        Fx.pulse();
        Point2D last = Fx.get(() -> surface.place(2)).orElseThrow();
        Point2D next = Fx.get(() -> surface.place(4)).orElseThrow();
        double edge = (Fx.get(() -> surface.place(3)).orElseThrow().getX() + last.getX()) / 2 + 1;
        mouse(MouseEvent.MOUSE_PRESSED, new Point2D(edge, last.getY()), 1);
        mouse(MouseEvent.MOUSE_DRAGGED, next.add(10, 0), 1);
        mouse(MouseEvent.MOUSE_RELEASED, next.add(10, 0), 1);

        assertEquals(List.of("Ada Lovelace"), covered());
        assertEquals(List.of(EditName.MOVE_END), edits);
    }

    @Test
    void aRelabelledSpanAndUndoAreShown() {
        ShownText text = new ShownText("Ada lives.");
        AnnotationId ada = text.span(PERSON, "Ada");
        open(text);
        Fx.run(() -> surface.select(Selection.of(ada)));
        Fx.run(() -> surface.label(PLACE.id()));
        assertEquals(PLACE.id(), history.set().annotation(ada).label());
        Fx.run(() -> {
            history.undo();
            surface.showAnnotations(history.set(), SCHEMA);
        });
        assertEquals(Selection.of(ada), Fx.get(surface::getSelection));
        key(KeyCode.DELETE, false, false);
        assertEquals(List.of(), covered());
        assertEquals(Optional.empty(), Fx.get(() -> surface.relationProperty().get()));
    }

    private List<String> covered() {
        return history.set().annotations().stream().map(each -> ((TextSpan) each.shape()).covered()).toList();
    }

    private void drag(int from, int to) {
        Point2D start = Fx.get(() -> surface.place(from)).orElseThrow();
        Point2D end = Fx.get(() -> surface.place(to)).orElseThrow();
        mouse(MouseEvent.MOUSE_PRESSED, start, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, end, 1);
        mouse(MouseEvent.MOUSE_RELEASED, end, 1);
    }

    private void click(Point2D at) {
        mouse(MouseEvent.MOUSE_PRESSED, at, 1);
        mouse(MouseEvent.MOUSE_RELEASED, at, 1);
    }

    private void mouse(EventType<MouseEvent> type, Point2D at, int clicks) {
        Fx.run(() -> surface
                .fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, clicks, false, false,
                        false, false, true, false, false, false, false, true, null)));
        Fx.pulse();
    }

    private void scroll(double by) {
        Fx.run(() -> surface
                .fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 100, 100, 100, 100, false, false, false, false, true, false, 0, by, 0, by,
                        ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
        Fx.pulse();
    }

    private void key(KeyCode code, boolean shift, boolean control) {
        Fx.run(() -> surface.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false)));
        Fx.pulse();
    }
}
