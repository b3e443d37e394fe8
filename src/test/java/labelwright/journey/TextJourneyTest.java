package labelwright.journey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.Author;
import labelwright.model.Choices;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.Origin;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.model.WorkState;
import labelwright.settings.Theme;
import labelwright.textview.TextSurface;
import labelwright.ui.annotate.LabellingBench;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Screen;
import labelwright.ui.text.TextScreen;
import labelwright.workbench.LabellingSession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A person labels texts with keys and pointer, in the real screen over a real workspace.
@Timeout(120)
class TextJourneyTest extends ScreenJourney {
    private static final Author.Annotator LEE = new Author.Annotator("lee");
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 800;
    private static final String NEWS = """
            The University of Cambridge said on Monday that Ada Lovelace, who worked with Charles Babbage in London, \
            had written the first program.

            Lovelace was born in London. Babbage, too, lived in London for most of his life; he died there in 1871. \
            "London made both of them," said a historian of the University of Cambridge.
            """;
    private static final String MORE = "Paris, London and Rome. A londoner is not London.";
    private static final String CHINESE = """
            北京大学和清华大学都在北京。张三于一九九八年进入北京大学学习物理，李四是他的同学。

            毕业以后，张三去了上海工作，李四留在北京。他们每年在北京大学见一次面。
            """;

    @Override
    Screen make(ProjectContext context) {
        return new TextScreen(context);
    }

    @AfterEach
    void language() {
        Locale.setDefault(Locale.ENGLISH);
    }

    private void open(Map<String, String> texts, AttributeForm questions) throws IOException {
        bench = LabellingBench.ofTexts(folder, new TreeMap<>(texts), schema(questions), threads);
    }

    private static LabelSchema schema(AttributeForm questions) {
        List<LabelClass> labels = new ArrayList<>();
        for (String name : List.of("person", "organisation", "place", "a rather long label for dates and times of day")) {
            labels.add(new LabelClass(new LabelId(-1 - labels.size()), name, Colour.ofPalette(labels.size()), Set.of(ShapeKind.SPAN),
                    AttributeForm.EMPTY, null));
        }
        List<RelationType> relations = List.of(
                new RelationType(new RelationTypeId(-1), "works with", Colour.ofPalette(5), RelationType.Direction.DIRECTED),
                new RelationType(new RelationTypeId(-2), "located in", Colour.ofPalette(6), RelationType.Direction.DIRECTED));
        return new LabelSchema(labels, questions, relations, SubmitRule.ASK);
    }

    @Test
    void nestedSpansAndARelationByKeyUndoneAlsoAfterARestart() throws IOException {
        open(Map.of("a news.txt", NEWS, "b more.txt", MORE), AttributeForm.EMPTY);
        show(Theme.LIGHT);
        ItemId first = bench.items().getFirst();
        // The University of Cambridge
        key(KeyCode.RIGHT, KeyCode.CONTROL);
        for (int i = 0; i < 3; i++) {
            key(KeyCode.RIGHT, KeyCode.CONTROL, KeyCode.SHIFT);
        }
        key(KeyCode.DIGIT2);
        assertEquals("University of Cambridge", covered(first, 0));
        // Cambridge, inside it
        mark("Cambridge", 0);
        key(KeyCode.DIGIT3);
        mark("Ada Lovelace", 0);
        key(KeyCode.DIGIT1);
        mark("Charles Babbage", 0);
        key(KeyCode.DIGIT1);
        assertEquals(List.of("University of Cambridge", "Cambridge", "Ada Lovelace", "Charles Babbage"),
                answer(first).annotations().stream().map(span -> ((TextSpan) span.shape()).covered()).toList());
        // from Babbage back to Lovelace, then a relation forward to Babbage
        key(KeyCode.TAB, KeyCode.SHIFT);
        key(KeyCode.DIGIT1, KeyCode.SHIFT);
        key(KeyCode.TAB);
        key(KeyCode.ENTER);
        Relation relation = answer(first).relations().getFirst();
        assertEquals("Ada Lovelace", covered(first, relation.from().value()));
        assertEquals("Charles Babbage", covered(first, relation.to().value()));
        await("the relation is listed", () -> list("#text-relations").getItems().size() == 1);
        Screenshots.save(stage.getScene(), "text-nested-light");
        key(KeyCode.F7);
        key(KeyCode.R, KeyCode.SHIFT);
        assertEquals("Charles Babbage", covered(first, answer(first).relations().getFirst().from().value()));
        key(KeyCode.F7);
        key(KeyCode.Z, KeyCode.CONTROL);
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(List.of(), answer(first).relations());
        key(KeyCode.Y, KeyCode.CONTROL);
        assertEquals(relation, answer(first).relations().getFirst());

        hide();
        bench.reopen();
        show(Theme.DARK);
        goTo(0);
        assertEquals(4, answer(first).annotations().size());
        Screenshots.save(stage.getScene(), "text-nested-dark");
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(List.of(), answer(first).relations());
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(3, answer(first).annotations().size());
        key(KeyCode.ENTER, KeyCode.CONTROL);
        await("the second text is open", () -> label("#annotate-place").startsWith("2"));
        assertEquals(WorkState.SUBMITTED, answer(first).state());
    }

    @Test
    void aChineseText() throws IOException {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        open(Map.of("校友.txt", CHINESE), AttributeForm.EMPTY);
        show(Theme.LIGHT);
        ItemId first = bench.items().getFirst();
        drag("北京大学", 0);
        key(KeyCode.DIGIT2);
        drag("张三", 0);
        key(KeyCode.DIGIT1);
        mark("北京", 1);
        key(KeyCode.DIGIT3);
        assertEquals(List.of("北京大学", "张三", "北京"),
                answer(first).annotations().stream().map(span -> ((TextSpan) span.shape()).covered()).toList());
        key(KeyCode.V, KeyCode.SHIFT);
        Screenshots.save(stage.getScene(), "text-chinese-light");
    }

    @Test
    void allThatSayTheSameAreLabelledAsOneStep() throws IOException {
        open(Map.of("a news.txt", NEWS, "b more.txt", MORE), AttributeForm.EMPTY);
        show(Theme.LIGHT);
        ItemId first = bench.items().getFirst();
        mark("London", 0);
        key(KeyCode.DIGIT3);
        key(KeyCode.I, KeyCode.SHIFT);
        await("three other places are offered", () -> label("#text-identical-count").equals("3 other places"));
        Screenshots.save(stage.getScene(), "text-identical-light");
        key(KeyCode.ENTER);
        assertEquals(4, answer(first).annotations().size());
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(1, answer(first).annotations().size());
        key(KeyCode.Y, KeyCode.CONTROL);
        assertEquals(4, answer(first).annotations().size());

        key(KeyCode.D);
        await("the second text is open", () -> label("#annotate-place").startsWith("2") && surface().text().text().text().equals(MORE));
        mark("London", 0);
        key(KeyCode.DIGIT3);
        key(KeyCode.I, KeyCode.SHIFT);
        await("one other place is offered", () -> label("#text-identical-count").equals("1 other place"));
        Fx.run(() -> {
            ((CheckBox) node("#text-identical-whole")).setSelected(false);
            ((CheckBox) node("#text-identical-case")).setSelected(false);
        });
        await("the londoner is one too", () -> label("#text-identical-count").equals("2 other places"));
        key(KeyCode.ESCAPE);
        assertEquals(1, answer(bench.items().getLast()).annotations().size());
    }

    @Test
    void wordsAreFoundOneAfterTheOther() throws IOException {
        open(Map.of("a news.txt", NEWS), AttributeForm.EMPTY);
        show(Theme.DARK);
        key(KeyCode.F, KeyCode.CONTROL);
        Fx.run(() -> ((TextField) node("#text-find-field")).setText("london"));
        await("four are found", () -> label("#text-find-count").equals("1 of 4"));
        key(KeyCode.ENTER);
        key(KeyCode.ENTER);
        assertEquals("3 of 4", label("#text-find-count"));
        key(KeyCode.ENTER, KeyCode.SHIFT);
        assertEquals("2 of 4", label("#text-find-count"));
        Screenshots.save(stage.getScene(), "text-find-dark");
        Fx.run(() -> ((Button) node("#text-findCase").getParent().lookup("#text-findNext")).fire());
        assertEquals("3 of 4", label("#text-find-count"));
        key(KeyCode.ESCAPE);
        key(KeyCode.DIGIT3);
        assertEquals("London", covered(bench.items().getFirst(), 0));
    }

    @Test
    void suggestionsAreTakenAndRefused() throws IOException {
        open(Map.of("a news.txt", NEWS), new AttributeForm(
                List.of(new AttributeDefinition("label", new AttributeType.Select(List.of("science", "sport", "politics"))))));
        ItemId first = bench.items().getFirst();
        bench.suggest(first, List.of(suggested("Ada Lovelace", 0, 0, 0.97), suggested("Charles Babbage", 0, 0, 0.91),
                suggested("University of Cambridge", 0, 1, 0.84), suggested("London", 0, 2, 0.72), suggested("Monday", 0, 0, 0.35),
                suggested("1871", 0, 3, 0.2)), Map.of("label", "science"));
        show(Theme.DARK);
        await("five spans and an answer are shown", () -> label("#annotate-suggestion-count").equals("6 of 7"));
        assertTrue(node("#annotate-threshold").getParent().isVisible(), "spans have scores");
        Screenshots.save(stage.getScene(), "text-suggestions-dark");
        key(KeyCode.ENTER);
        Origin.Taken taken = assertInstanceOf(Origin.Taken.class, answer(first).annotations().getFirst().origin());
        assertEquals(0.97, taken.score());
        key(KeyCode.BACK_SPACE);
        assertEquals(1, answer(first).refused().size());
        key(KeyCode.ENTER, KeyCode.SHIFT);
        assertEquals(4, answer(first).annotations().size());
        assertEquals(Map.of("label", "science"), answer(first).answers());
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(1, answer(first).annotations().size());
        assertEquals(Map.of(), answer(first).answers(), "the answer was taken in the same step");
        Screenshots.save(stage.getScene(), "text-taken-dark");
        Fx.run(() -> ((Button) node("#annotate-suggested-label")).fire());
        assertEquals(Map.of("label", "science"), answer(first).answers());
    }

    @Test
    void aModelOfAnswersHasNoThresholdAndLongOptionsKeepToTheColumn() throws IOException {
        String words = "everything that has to do with calculating machines and with those who wrote programs for them";
        open(Map.of("a news.txt", NEWS), new AttributeForm(
                List.of(new AttributeDefinition("label", new AttributeType.Select(List.of("science", words, "sport"))))));
        bench.suggest(bench.items().getFirst(), List.of(), Map.of("label", words));
        show(Theme.LIGHT);
        await("an answer is shown", () -> label("#annotate-suggestion-count").equals("1 of 1"));
        assertFalse(node("#annotate-threshold").getParent().isVisible(), "answers have no scores");
        Region option = (Region) node("#answer-item-label-2");
        Region row = (Region) option.getParent();
        double end = option.localToScene(option.getLayoutBounds()).getMaxX();
        double column = node("#annotate-answers").localToScene(node("#annotate-answers").getLayoutBounds()).getMaxX();
        assertTrue(end < column && row.getWidth() > 100, () -> end + " of " + column);
        assertEquals(3, row.getChildrenUnmodifiable().stream().map(Node::getLayoutY).distinct().count());
        Screenshots.save(stage.getScene(), "text-long-option-light");
    }

    @Test
    void questionsAboutTheTextAndPlacesInATree() throws IOException {
        AttributeDefinition topic = new AttributeDefinition("topic",
                new AttributeType.Select(List.of("science", "sport", "politics")), "", AttributeDefinition.Need.REQUIRED,
                AttributeCondition.ALWAYS);
        AttributeForm form = new AttributeForm(List.of(new AttributeDefinition("needs a second look", new AttributeType.Check()), topic,
                new AttributeDefinition("tone", new AttributeType.MultiSelect(List.of("calm", "angry", "funny"))),
                new AttributeDefinition("subject", new AttributeType.Taxonomy(List.of("Science/Mathematics", "Science/Mathematics/Algebra",
                        "Science/Computing/Programming", "Science/Computing/Hardware", "Life/Cities", "Life/People/Biography",
                        "Life/People/Obituary"), AttributeType.Amount.SEVERAL)),
                new AttributeDefinition("summary", new AttributeType.LongText())));
        open(Map.of("a news.txt", NEWS, "b more.txt", MORE), form);
        show(Theme.LIGHT);
        ItemId first = bench.items().getFirst();
        key(KeyCode.DIGIT2, KeyCode.ALT);
        assertEquals("science", answer(first).answers().get("topic"));
        Fx.run(() -> ((TextField) node("#answer-item-subject-search")).requestFocus());
        Fx.run(() -> ((TextField) node("#answer-item-subject-search")).setText("biog"));
        key(KeyCode.ENTER);
        assertEquals(List.of("Life/People/Biography"), Choices.decode(answer(first).answers().get("subject")));
        key(KeyCode.DOWN);
        key(KeyCode.DOWN);
        key(KeyCode.SPACE);
        assertEquals(List.of("Science/Mathematics", "Life/People/Biography"), Choices.decode(answer(first).answers().get("subject")));
        Screenshots.save(stage.getScene(), "text-questions-light");
        key(KeyCode.ESCAPE);
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(List.of("Life/People/Biography"), Choices.decode(answer(first).answers().get("subject")));

        hide();
        bench.reopen();
        show(Theme.DARK);
        goTo(0);
        assertEquals(form, bench.project().schema().picture());
        Fx.run(() -> ((TextField) node("#answer-item-subject-search")).setText("life"));
        Screenshots.save(stage.getScene(), "text-questions-dark");
        assertEquals(List.of("Life/People/Biography"), Choices.decode(answer(first).answers().get("subject")));
    }

    @Test
    void aProjectWithoutTextsSaysWhatToDo() throws IOException {
        open(Map.of(), AttributeForm.EMPTY);
        show(Theme.LIGHT);
        await("the empty state is there", () -> stage.getScene().lookup("#text-empty") != null);
        Screenshots.save(stage.getScene(), "text-empty-light");
        Fx.run(() -> ((Button) node("#text-empty-text-toData")).fire());
        assertEquals(List.of(new Place.Home(Place.DATA)), bench.places());
    }

    private LabellingBench.Suggested suggested(String words, int number, int label, double score) {
        TextRange range = range(NEWS, words, number);
        return new LabellingBench.Suggested(label, TextSpan.of(NEWS, List.of(range)), score);
    }

    private void show(Theme theme) {
        show(theme, WIDTH, HEIGHT);
        if (!bench.items().isEmpty()) {
            await("a text is there", () -> surface().text().text().length() > 0);
            await("its spans are known", () -> !label("#annotate-region-count").isEmpty());
        }
        settle();
    }

    @Test
    void whatAnotherPersonHasOtherwiseIsSeenOnlyWhenAskedForAndTakenByKey() throws IOException {
        AttributeForm topic = new AttributeForm(List.of(
                new AttributeDefinition("topic", new AttributeType.Select(List.of("science", "sport", "politics")))));
        open(Map.of("a news.txt", NEWS, "b more.txt", MORE), topic);
        ItemId first = bench.items().getFirst();
        LabellingSession kim = bench.answerOf(LabellingBench.KIM, first);
        kim.perform(EditName.LABEL_TEXT, Edit.add(kim.set(), List.of(spanOf(kim, 0, "Ada Lovelace"), spanOf(kim, 2, "Charles Babbage"))));
        LabellingSession lee = bench.answerOf(LEE, first);
        List<Annotation> said = List.of(spanOf(lee, 0, "Ada Lovelace"), spanOf(lee, 0, "Charles Babbage"), spanOf(lee, 2, "London"));
        lee.perform(EditName.LABEL_TEXT, Edit.add(lee.set(), said));
        RelationType worksWith = bench.project().schema().relations().getFirst();
        lee.perform(EditName.RELATE, new Edit.InsertRelations(List.of(new Relation(lee.newRelationId(), worksWith.id(), said.get(0).id(),
                said.get(1).id(), new Origin.Manual()))));
        lee.perform(EditName.ANSWER, new Edit.Answer(Map.of("topic", "science")));
        bench.workbench().labelling().flush();
        bench.reopen();
        show(Theme.LIGHT);
        goTo(0);
        assertFalse(node("#annotate-suggestions").isVisible(), "who labels does not see what others said");
        key(KeyCode.O, KeyCode.CONTROL, KeyCode.SHIFT);
        await("the other answer is there",
                () -> label("#annotate-agreement").startsWith("1 same \u00b7 1 different \u00b7 1 theirs \u00b7 0"));
        assertEquals("4 of 4", label("#annotate-suggestion-count"), "two spans, one answer and one relation");
        Screenshots.save(stage.getScene(), "text-other-people");
        key(KeyCode.ENTER);
        assertEquals(List.of("person", "person"), labels(first));
        key(KeyCode.ENTER, KeyCode.SHIFT);
        assertEquals(List.of("person", "person", "place"), labels(first));
        assertEquals(Map.of("topic", "science"), answer(first).answers());
        assertEquals("Ada Lovelace", covered(first, answer(first).relations().getFirst().from().value()));
        await("everything is the same",
                () -> label("#annotate-agreement").startsWith("3 same \u00b7 0 different \u00b7 0 theirs \u00b7 0"));
        key(KeyCode.Z, KeyCode.CONTROL);
        key(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(List.of("person", "place"), labels(first));
        goTo(1);
        await("nobody answered the other text", () -> node("#annotate-nobody").isVisible());
        Screenshots.save(stage.getScene(), "text-other-people-none");
        goTo(0);
        await("the other person comes back", () -> label("#annotate-agreement").startsWith("1 same \u00b7 1 different"));
        key(KeyCode.O, KeyCode.CONTROL, KeyCode.SHIFT);
        assertFalse(node("#annotate-suggestions").isVisible());
    }

    @Test
    void anotherPersonInTheDarkAndInChinese() throws IOException {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        open(Map.of("a.txt", CHINESE), AttributeForm.EMPTY);
        ItemId first = bench.items().getFirst();
        LabellingSession lee = bench.answerOf(LEE, first);
        lee.perform(EditName.LABEL_TEXT, Edit.add(lee.set(), List.of(spanOf(lee, 1, "北京大学"), spanOf(lee, 0, "张三"))));
        bench.workbench().labelling().flush();
        bench.reopen();
        show(Theme.DARK);
        key(KeyCode.O, KeyCode.CONTROL, KeyCode.SHIFT);
        await("the other answer is there", () -> label("#annotate-agreement").contains("2"));
        assertEquals(List.of(), answer(first).annotations());
        Screenshots.save(stage.getScene(), "text-other-people-dark-zh");
    }

    private Annotation spanOf(LabellingSession session, int label, String words) {
        String text = bench.workbench().texts().text(session.item().id()).text();
        int at = text.indexOf(words);
        TextRange range = new TextRange(text.codePointCount(0, at), text.codePointCount(0, at + words.length()));
        return new Annotation(session.newId(), bench.project().schema().labels().get(label).id(), TextSpan.of(text, List.of(range)),
                new Origin.Manual());
    }

    private List<String> labels(ItemId item) {
        return answer(item).annotations().stream()
                .map(span -> bench.project().schema().find(span.label()).map(LabelClass::name).orElseThrow()).toList();
    }

    private void goTo(int index) {
        Fx.run(() -> screen.arrive(new Place.Picture(bench.items().get(index), bench.items())));
        await("the text is open", () -> label("#annotate-place").startsWith(index + 1 + " "));
        Fx.pulse();
    }

    private String covered(ItemId item, int number) {
        return ((TextSpan) answer(item).annotations().get(number).shape()).covered();
    }

    private String covered(ItemId item, long id) {
        Annotation span = answer(item).annotations().stream().filter(each -> each.id().value() == id).findFirst().orElseThrow();
        return ((TextSpan) span.shape()).covered();
    }

    private static TextRange range(String text, String words, int number) {
        int at = text.indexOf(words);
        for (int i = 0; i < number; i++) {
            at = text.indexOf(words, at + 1);
        }
        return new TextRange(at, at + words.length());
    }

    /// Marks words with the keys: goes there by character, which every text lets one do.
    private void mark(String words, int number) {
        TextRange range = range(surface().text().text().text(), words, number);
        key(KeyCode.HOME, KeyCode.CONTROL);
        for (int i = 0; i < range.start(); i++) {
            press(KeyCode.RIGHT);
        }
        for (int i = 0; i < range.length(); i++) {
            press(KeyCode.RIGHT, KeyCode.SHIFT);
        }
        Fx.pulse();
    }

    private void drag(String words, int number) {
        TextRange range = range(surface().text().text().text(), words, number);
        Point2D from = Fx.get(() -> surface().place(range.start()).orElseThrow().subtract(4, 0));
        Point2D to = Fx.get(() -> surface().place(range.end() - 1).orElseThrow().add(5, 0));
        pointer(MouseEvent.MOUSE_PRESSED, from, Set.of());
        pointer(MouseEvent.MOUSE_DRAGGED, from.midpoint(to), Set.of());
        pointer(MouseEvent.MOUSE_DRAGGED, to, Set.of());
        pointer(MouseEvent.MOUSE_RELEASED, to, Set.of());
        Fx.pulse();
    }

    @Override
    TextSurface surface() {
        return (TextSurface) node("#text-surface");
    }
}
