package labelwright.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeDefinition.Need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AttributeFormTest {
    private static final AttributeDefinition VEHICLE = new AttributeDefinition("vehicle", new AttributeType.Check());
    private static final AttributeDefinition KIND = new AttributeDefinition("kind", new AttributeType.Select(List.of("car", "bus")), "car",
            Need.REQUIRED, new AttributeCondition("vehicle", Set.of()));
    private static final AttributeDefinition LINE = new AttributeDefinition("line", new AttributeType.Text(), "", Need.REQUIRED,
            new AttributeCondition("kind", Set.of("bus")));
    /// In an order in which the conditions look ahead.
    private static final AttributeForm FORM = new AttributeForm(List.of(LINE, KIND, VEHICLE));

    @Test
    void whatAConditionHidesIsNeitherAskedForNorMissing() {
        assertEquals(List.of(VEHICLE), FORM.shown(Map.of()));
        assertEquals(List.of(), FORM.missing(Map.of()));
        assertEquals(List.of(KIND, VEHICLE), FORM.shown(Map.of("vehicle", "1")));
        assertEquals(List.of(KIND), FORM.missing(Map.of("vehicle", "1")));
        assertEquals(List.of(LINE), FORM.missing(Map.of("vehicle", "1", "kind", "bus", "line", "  ")));
        assertEquals(List.of(VEHICLE), FORM.shown(Map.of("kind", "bus")), "a condition on what is hidden does not hold");
    }

    @Test
    void aChangeStartsWhatItBringsUpAndEmptiesWhatItHides() {
        Map<String, String> ticked = FORM.changed(Map.of("other", "kept"), "vehicle", "1", Set.of());
        assertEquals(Map.of("other", "kept", "vehicle", "1", "kind", "car"), ticked);
        Map<String, String> bus = FORM.changed(FORM.changed(ticked, "kind", "bus", Set.of()), "line", "12", Set.of());
        assertEquals("12", bus.get("line"));
        assertEquals(Map.of("other", "kept"), FORM.changed(bus, "vehicle", "", Set.of()));
    }

    @Test
    void aValueThatWasTakenAwayDoesNotStartAgain() {
        Map<String, String> ticked = Map.of("vehicle", "1", "kind", "car");
        assertEquals(Map.of("vehicle", "1"), FORM.changed(ticked, "kind", "", Set.of()));
    }

    @Test
    void startValuesAreGivenToNewRegions() {
        AttributeForm form = new AttributeForm(List.of(VEHICLE.withInitial("1"), KIND, LINE));
        assertEquals(Map.of("vehicle", "1", "kind", "car"), form.started(Map.of(), Set.of()));
    }

    @Test
    void aPictureMayBeAskedOnlyWhenALabelIsThere() {
        AttributeForm form = new AttributeForm(List.of(new AttributeDefinition("crowded", new AttributeType.Check(), "", Need.REQUIRED,
                new AttributeCondition("", Set.of(), Set.of(new LabelId(7))))));
        assertEquals(0, form.missing(Map.of(), Set.of(new LabelId(8))).size());
        assertEquals(1, form.missing(Map.of("crowded", "0"), Set.of(new LabelId(7))).size());
    }

    @Test
    void conditionsInACircleOrOnNothingAreRefused() {
        AttributeDefinition a = new AttributeDefinition("a", new AttributeType.Text()).with(new AttributeCondition("b", Set.of()));
        AttributeDefinition b = new AttributeDefinition("b", new AttributeType.Text()).with(new AttributeCondition("a", Set.of()));
        assertThrows(IllegalArgumentException.class, () -> new AttributeForm(List.of(a)));
        assertThrows(IllegalArgumentException.class, () -> new AttributeForm(List.of(a, b)));
        assertThrows(IllegalArgumentException.class, () -> new AttributeForm(List.of(VEHICLE, VEHICLE)));
    }

    @Test
    void valuesAreCheckedByTheKind() {
        assertTrue(new AttributeType.Numeric(0, 1).accepts("0.25"));
        assertFalse(new AttributeType.Numeric(0, 1).accepts("1.5"));
        for (String wrong : List.of("", "NaN", "1d", "0x1p3", " 1", "1e999", ".5")) {
            assertFalse(AttributeType.Numeric.any().accepts(wrong), wrong);
        }
        assertTrue(new AttributeType.MultiSelect(List.of("a", "b,c")).accepts("[\"b,c\",\"a\"]"));
        assertFalse(new AttributeType.MultiSelect(List.of("a")).accepts("[\"b\"]"));
        assertEquals(Map.of("kind", "tram"), FORM.unfit(Map.of("kind", "tram", "line", "1", "strange", "x")));
        assertThrows(IllegalArgumentException.class, () -> KIND.withInitial("tram"));
        assertEquals("", KIND.withType(new AttributeType.Select(List.of("tram"))).initial());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with \"quotes\"", "back\\slash", "line\nend\r\t", "\u0001", "汽车, 公交", "]", "[", ""})
    void choicesComeBack(String odd) {
        assertEquals(List.of("x", odd), Choices.decode(Choices.encode(List.of("x", odd))));
    }

    @Test
    void whatOthersWroteAsOneTextIsOneChoice() {
        assertEquals(List.of("red"), Choices.decode("red"));
        assertEquals(List.of("[red"), Choices.decode("[red"));
        assertEquals(List.of("[\"a\" b]"), Choices.decode("[\"a\" b]"));
        assertEquals(List.of("é", "b"), Choices.decode(" [ \"\\u00e9\" , \"b\" ] "));
        assertEquals(List.of(), Choices.decode(""));
        assertEquals("", Choices.encode(List.of()));
    }

    @Test
    void openQuestionsNameThePictureFirstAndThenEachRegion() {
        AttributeForm colour = new AttributeForm(List.of(new AttributeDefinition("colour", new AttributeType.Text()).with(Need.REQUIRED)));
        LabelClass car = new LabelClass(new LabelId(1), "car", new Colour(0), Set.of(ShapeKind.BOX)).withAttributes(colour);
        LabelSchema schema = new LabelSchema(List.of(car)).withPicture(colour);
        Annotation region = new Annotation(new AnnotationId(5), car.id(), new labelwright.geometry.Box(0, 0, 1, 1), new Origin.Manual());
        AnnotationSet set = AnnotationSet.empty(new ItemId(1), new Author.Annotator("me")).withAnnotations(List.of(region));
        assertEquals(List.of(new OpenQuestion(null, "colour"), new OpenQuestion(region.id(), "colour")), schema.openQuestions(set));
        AnnotationSet answered = set.withAnswers(Map.of("colour", "red")).withAnnotations(List.of(region.withAttribute("colour", "red")));
        assertEquals(List.of(), schema.openQuestions(answered));
    }

    @Test
    void namesWithAMeaningOfTheirOwnKeepIt() {
        LabelClass car = new LabelClass(new LabelId(1), "car", new Colour(0), Set.of(ShapeKind.BOX));
        for (String name : List.of(RegionFacts.GROUP, RegionFacts.PINNED, RegionFacts.OCCLUDED)) {
            assertThrows(IllegalArgumentException.class,
                    () -> car.withAttributes(new AttributeForm(List.of(new AttributeDefinition(name, new AttributeType.Text())))));
        }
        assertEquals(1, car.withAttributes(new AttributeForm(List.of(new AttributeDefinition("occluded", new AttributeType.Check()))))
                .attributes().definitions().size());
    }

    @Test
    void skeletonsSpeakOnlyOfPointsTheyHave() {
        SkeletonTemplate.Joint left = new SkeletonTemplate.Joint("left", new Colour(0), 0, 0.5);
        SkeletonTemplate.Joint right = new SkeletonTemplate.Joint("right", new Colour(0), 1, 0.5);
        SkeletonTemplate.Edge edge = new SkeletonTemplate.Edge(0, 1, new Colour(0));
        SkeletonTemplate pair = new SkeletonTemplate(List.of(left, right), List.of(edge), List.of(new SkeletonTemplate.Mirror(0, 1)));
        assertEquals(1, pair.mirrorOf(0));
        assertEquals(new labelwright.geometry.Point(30, 15), pair.place(1, new labelwright.geometry.Bounds(10, 10, 20, 10)));
        assertThrows(IllegalArgumentException.class,
                () -> new SkeletonTemplate(List.of(left), List.of(edge), List.of()));
        assertThrows(IllegalArgumentException.class,
                () -> new SkeletonTemplate(List.of(left, right), List.of(edge, new SkeletonTemplate.Edge(1, 0, new Colour(1))), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new SkeletonTemplate(List.of(left, left), List.of(), List.of()));
    }
}
