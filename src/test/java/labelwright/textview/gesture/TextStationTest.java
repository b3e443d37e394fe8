package labelwright.textview.gesture;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import labelwright.edit.Edit;
import labelwright.edit.EditName;
import labelwright.edit.EditRequest;
import labelwright.edit.Selection;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationIds;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.ModelId;
import labelwright.model.Origin;
import labelwright.model.RelationId;
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.text.CodePoints;
import labelwright.text.Granularity;
import labelwright.text.Segmentation;
import labelwright.text.SpanText;
import labelwright.textview.flow.SpanIndex;
import labelwright.textview.gesture.TextPointer.Modifier;
import labelwright.textview.gesture.TextPointer.Under;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextStationTest {
    private static final LabelClass PERSON = label(1, "Person");
    private static final LabelClass PLACE = label(2, "Place");
    private static final RelationType KNOWS = new RelationType(new RelationTypeId(1), "knows", Colour.ofPalette(0),
            RelationType.Direction.DIRECTED);

    /// The document of these tests; every edit of the station is done to it.
    private static final class Desk implements TextScene {
        private final AnnotationIds ids = new AnnotationIds(100);
        private final Segmentation cut;
        private AnnotationSet set = AnnotationSet.empty(new ItemId(1), new Author.Annotator("me"));
        private SpanIndex spans = SpanIndex.EMPTY;
        private SpanIndex suggestions = SpanIndex.EMPTY;
        private Selection selection = Selection.NONE;
        private Granularity granularity = Granularity.WORD;
        private @Nullable LabelId active;
        private @Nullable RelationId relation;
        private final TextStation station = new TextStation(this);
        private TextOutcome last = TextOutcome.IGNORED;

        Desk(String text) {
            cut = Segmentation.of(CodePoints.of(text));
        }

        AnnotationId span(LabelClass label, int from, int to) {
            Annotation made = new Annotation(ids.next(), label.id(), SpanText.span(cut.text(), new TextRange(from, to)),
                    new Origin.Manual());
            set = Edit.add(set, List.of(made)).apply(set).set();
            spans = spans.with(set.annotations());
            return made.id();
        }

        Desk done(TextOutcome outcome) {
            last = outcome;
            if (outcome instanceof TextOutcome.Edited(EditRequest request)) {
                set = request.edit().apply(set).set();
                spans = spans.with(set.annotations());
                selection = request.after();
            } else if (outcome instanceof TextOutcome.Selected(Selection next)) {
                selection = next;
            } else if (outcome instanceof TextOutcome.Related(Optional<RelationId> next)) {
                relation = next.orElse(null);
            }
            return this;
        }

        Desk drag(int from, int to, Modifier... held) {
            done(station.press(at(from, 1, held)));
            done(station.drag(at(to, 1, held)));
            return done(station.release(at(to, 1, held)));
        }

        Desk click(int place, Modifier... held) {
            done(station.press(at(place, 1, held)));
            return done(station.release(at(place, 1, held)));
        }

        Desk clicks(int place, int times) {
            done(station.press(at(place, times)));
            return done(station.release(at(place, times)));
        }

        Desk key(TextKey key) {
            return done(station.key(key));
        }

        static TextPointer at(int place, int clicks, Modifier... held) {
            return new TextPointer(place, place, Under.NOTHING, Set.of(held), clicks);
        }

        static TextPointer on(Under under, int place) {
            return new TextPointer(place, -1, under, Set.of(), 1);
        }

        List<String> covered() {
            return set.annotations().stream().map(each -> ((TextSpan) each.shape()).covered()).toList();
        }

        Optional<String> marked() {
            return station.caret().range().map(cut.text()::text);
        }

        @Override
        public Segmentation cut() {
            return cut;
        }

        @Override
        public AnnotationSet set() {
            return set;
        }

        @Override
        public LabelSchema schema() {
            return new LabelSchema(List.of(PERSON, PLACE)).withRelations(List.of(KNOWS));
        }

        @Override
        public SpanIndex spans() {
            return spans;
        }

        @Override
        public SpanIndex suggestions() {
            return suggestions;
        }

        @Override
        public Selection selection() {
            return selection;
        }

        @Override
        public Optional<RelationId> selectedRelation() {
            return Optional.ofNullable(relation);
        }

        @Override
        public Granularity granularity() {
            return granularity;
        }

        @Override
        public Optional<LabelId> activeLabel() {
            return Optional.ofNullable(active);
        }

        @Override
        public Optional<RelationTypeId> relationType() {
            return Optional.of(KNOWS.id());
        }

        @Override
        public AnnotationId newId() {
            return ids.next();
        }
    }

    private final Desk desk = new Desk("Ada met Bob. 😀 Eve left New York now.");

    private static LabelClass label(int id, String name) {
        return new LabelClass(new LabelId(id), name, Colour.ofPalette(id), EnumSet.of(ShapeKind.SPAN));
    }

    @Test
    void aDragMarksWholeWordsAndTheLabelKeyMakesASpanOfThem() {
        desk.drag(1, 9);
        assertEquals(Optional.of("Ada met Bob"), desk.marked());
        desk.done(desk.station.label(PERSON.id()));

        assertEquals(List.of("Ada met Bob"), desk.covered());
        assertEquals(EditName.LABEL_TEXT, ((TextOutcome.Edited) desk.last).request().name());
        assertEquals(Selection.of(desk.set.annotations().getFirst().id()), desk.selection);
        assertEquals(Optional.empty(), desk.marked());
    }

    @Test
    void withALabelInHandTheDragIsTheSpan() {
        desk.active = PLACE.id();
        desk.drag(29, 25);

        assertEquals(List.of("New York"), desk.covered());
    }

    @Test
    void theGranularitySaysWhatADragKeepsTo() {
        desk.granularity = Granularity.CHARACTER;
        assertEquals(Optional.of("da me"), desk.drag(1, 6).marked());
        desk.granularity = Granularity.SENTENCE;
        assertEquals(Optional.of("Ada met Bob."), desk.drag(1, 6).marked());
    }

    @Test
    void doubleClickMarksTheWordAndTripleClickTheSentence() {
        assertEquals(Optional.of("met"), desk.clicks(5, 2).marked());
        assertEquals(Optional.of("Ada met Bob."), desk.clicks(5, 3).marked());
    }

    @Test
    void aPressThatGoesNowhereOnlyMovesTheCaret() {
        desk.click(5);

        assertEquals(Caret.at(5), desk.station.caret());
        assertEquals(Optional.empty(), desk.marked());
    }

    @Test
    void repeatedClicksGoFromTheInnermostSpanOutwards() {
        AnnotationId outer = desk.span(PERSON, 0, 12);
        AnnotationId inner = desk.span(PLACE, 4, 7);
        AnnotationId middle = desk.span(PLACE, 0, 7);

        assertEquals(Selection.of(inner), desk.click(5).selection);
        assertEquals(Selection.of(middle), desk.click(5).selection);
        assertEquals(Selection.of(outer), desk.click(5).selection);
        assertEquals(Selection.of(inner), desk.click(5).selection);
    }

    @Test
    void aDraggedEndMovesAndEscapeLeavesItWhereItWas() {
        AnnotationId span = desk.span(PERSON, 0, 3);
        desk.selection = Selection.of(span);
        Under end = new Under(null, null, new Grip(span, 0, Grip.Side.END), null);
        desk.done(desk.station.press(Desk.on(end, 3)));
        desk.done(desk.station.drag(Desk.on(Under.NOTHING, 6)));
        assertEquals(List.of(new TextRange(0, 7)), desk.station.preview().moved().orElseThrow().fragments());
        desk.key(TextKey.CANCEL);
        assertEquals(List.of("Ada"), desk.covered());

        desk.done(desk.station.press(Desk.on(end, 3)));
        desk.done(desk.station.drag(Desk.on(Under.NOTHING, 6)));
        desk.done(desk.station.release(Desk.on(Under.NOTHING, 6)));
        assertEquals(List.of("Ada met"), desk.covered());
        assertEquals(EditName.MOVE_END, ((TextOutcome.Edited) desk.last).request().name());
    }

    @Test
    void keysGrowAndShrinkTheSpanByTheGranularity() {
        desk.selection = Selection.of(desk.span(PLACE, 24, 27));

        assertEquals(List.of("New York"), desk.key(TextKey.END_FORTH).covered());
        assertEquals(List.of("New"), desk.key(TextKey.END_BACK).covered());
        assertEquals(List.of("left New"), desk.key(TextKey.START_BACK).covered());
        assertEquals(List.of("New"), desk.key(TextKey.START_FORTH).covered());
        desk.granularity = Granularity.CHARACTER;
        assertEquals(List.of("Ne"), desk.key(TextKey.END_BACK).covered());
        assertEquals(List.of("e"), desk.key(TextKey.START_FORTH).covered());
        desk.key(TextKey.START_FORTH);
        assertEquals(new TextOutcome.Refused(TextOutcome.Refusal.NOTHING_LEFT), desk.last);
    }

    @Test
    void aSecondStretchMakesTheSpanDiscontinuousAndCanBeTakenOut() {
        desk.selection = Selection.of(desk.span(PERSON, 0, 3));
        desk.drag(8, 10, Modifier.ADD);
        assertEquals(List.of("Ada Bob"), desk.covered());

        desk.station.moveTo(Caret.over(new TextRange(15, 18)));
        assertEquals(List.of("Ada Bob Eve"), desk.key(TextKey.ADD_FRAGMENT).covered());

        desk.station.moveTo(Caret.over(new TextRange(8, 11)));
        assertEquals(List.of("Ada Eve"), desk.key(TextKey.CUT_FRAGMENT).covered());
    }

    @Test
    void tabGoesThroughTheSpansByPlace() {
        AnnotationId eve = desk.span(PERSON, 15, 18);
        AnnotationId ada = desk.span(PERSON, 0, 3);

        assertEquals(Selection.of(ada), desk.key(TextKey.NEXT_SPAN).selection);
        assertEquals(Selection.of(eve), desk.key(TextKey.NEXT_SPAN).selection);
        desk.key(TextKey.NEXT_SPAN);
        assertEquals(TextOutcome.IGNORED, desk.last);
        assertEquals(Selection.of(ada), desk.key(TextKey.PREVIOUS_SPAN).selection);
    }

    @Test
    void aRelationGoesFromTheSelectedSpanToThePickedOne() {
        AnnotationId ada = desk.span(PERSON, 0, 3);
        AnnotationId bob = desk.span(PERSON, 8, 11);
        AnnotationId eve = desk.span(PERSON, 15, 18);
        desk.selection = Selection.of(ada);
        desk.key(TextKey.RELATE).click(16);
        assertEquals(eve, desk.set.relations().getFirst().to());

        desk.selection = Selection.of(ada);
        desk.key(TextKey.RELATE).key(TextKey.NEXT_SPAN).key(TextKey.FINISH);
        assertEquals(bob, desk.set.relations().getLast().to());

        desk.selection = Selection.of(ada);
        desk.key(TextKey.RELATE).key(TextKey.NEXT_SPAN).key(TextKey.FINISH);
        assertEquals(new TextOutcome.Refused(TextOutcome.Refusal.THERE_ALREADY), desk.last);
        assertEquals(2, desk.set.relations().size());
    }

    @Test
    void twoSelectedSpansAreRelatedAtOnceAndTheRelationCanBeRemoved() {
        desk.selection = Selection.of(List.of(desk.span(PERSON, 8, 11), desk.span(PERSON, 0, 3)));
        desk.key(TextKey.RELATE);
        RelationId made = desk.set.relations().getFirst().id();

        desk.done(desk.station.press(Desk.on(new Under(null, null, null, made), 5)));
        desk.done(desk.station.release(Desk.on(new Under(null, null, null, made), 5)));
        desk.key(TextKey.REMOVE);

        assertEquals(List.of(), desk.set.relations());
        assertEquals(2, desk.set.annotations().size());
    }

    @Test
    void removingASpanTakesItsRelationsWithIt() {
        desk.selection = Selection.of(List.of(desk.span(PERSON, 8, 11), desk.span(PERSON, 0, 3)));
        desk.key(TextKey.RELATE);
        desk.key(TextKey.REMOVE);

        assertEquals(List.of("Ada"), desk.covered());
        assertTrue(desk.set.relations().isEmpty());
    }

    @Test
    void aLabelKeyRelabelsTheSelectedSpans() {
        AnnotationId span = desk.span(PERSON, 0, 3);
        desk.selection = Selection.of(span);
        desk.done(desk.station.label(PLACE.id()));

        assertEquals(PLACE.id(), desk.set.annotation(span).label());
    }

    @Test
    void aLabelKeyWithNothingMarkedTakesTheWordAtTheCaret() {
        desk.station.moveTo(Caret.at(16));
        desk.done(desk.station.label(PERSON.id()));

        assertEquals(List.of("Eve"), desk.covered());
    }

    @Test
    void theSameSpanTwiceIsRefused() {
        desk.span(PERSON, 0, 3);
        desk.station.moveTo(Caret.over(new TextRange(0, 3)));
        desk.done(desk.station.label(PERSON.id()));

        assertEquals(new TextOutcome.Refused(TextOutcome.Refusal.THERE_ALREADY), desk.last);
        assertEquals(1, desk.covered().size());
    }

    @Test
    void allIdenticalIsOneEditThatLeavesOutWhatIsThere() {
        Desk many = new Desk("Bob and Bob and Bob");
        many.span(PERSON, 8, 11);
        many.done(many.station.edits().label(List.of(new TextRange(0, 3), new TextRange(8, 11), new TextRange(16, 19)), PERSON.id(),
                EditName.LABEL_IDENTICAL));

        assertEquals(3, many.set.annotations().size());
        assertEquals(EditName.LABEL_IDENTICAL, ((TextOutcome.Edited) many.last).request().name());
    }

    @Test
    void escapeUnmarksThenUnselects() {
        AnnotationId span = desk.span(PERSON, 0, 3);
        desk.selection = Selection.of(span);
        desk.station.moveTo(Caret.over(new TextRange(4, 7)));

        desk.key(TextKey.CANCEL);
        assertEquals(Optional.empty(), desk.marked());
        assertFalse(desk.selection.isEmpty());
        desk.key(TextKey.CANCEL);
        assertTrue(desk.selection.isEmpty());
        desk.key(TextKey.CANCEL);
        assertEquals(TextOutcome.IGNORED, desk.last);
    }

    @Test
    void aSuggestionIsPointedAtWhereNoSpanIs() {
        Annotation proposed = new Annotation(new AnnotationId(7), PLACE.id(), SpanText.span(desk.cut.text(), new TextRange(25, 33)),
                new Origin.Suggested(new ModelId(1), 0.8));
        desk.suggestions = SpanIndex.EMPTY.with(List.of(proposed));
        desk.click(26);

        assertEquals(new TextOutcome.Pointed(new AnnotationId(7)), desk.last);
    }

    @Test
    void shiftAndClickMarksFromTheCaretToThere() {
        desk.station.moveTo(Caret.at(4));
        desk.click(11, Modifier.EXTEND);

        assertEquals(Optional.of("met Bob"), desk.marked());
    }
}
