package labelwright.exchange.cvat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.Samples;
import labelwright.exchange.DatasetSource;
import labelwright.exchange.Loss;
import labelwright.exchange.Recorder;
import labelwright.exchange.WriteReport;
import labelwright.exchange.WriteRequest;
import labelwright.geometry.Box;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeDefinition.Need;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.AttributeType.Amount;
import labelwright.model.Author;
import labelwright.model.Choices;
import labelwright.model.Colour;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.MediaRef;
import labelwright.model.Origin;
import labelwright.model.Problem.Action;
import labelwright.model.ProjectId;
import labelwright.model.SkeletonTemplate;
import labelwright.model.SkeletonTemplate.Edge;
import labelwright.model.SkeletonTemplate.Joint;
import labelwright.model.Split;
import labelwright.model.WorkState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the head of a file declares about its labels.
class CvatSchemaTest {

    @TempDir
    Path folder;

    private static AttributeDefinition asked(String name, AttributeType type, String initial) {
        return new AttributeDefinition(name, type).withInitial(initial);
    }

    private Recorder read(String labels, String image) throws IOException {
        Files.writeString(folder.resolve("annotations.xml"), """
                <annotations><version>1.1</version><meta><task><labels>%s</labels></task></meta>
                <image id="0" name="x.png" width="20" height="10">%s</image></annotations>
                """.formatted(labels, image));
        return Recorder.read(new CvatFormat(), folder);
    }

    private static String attribute(String name, String type, String initial, String values) {
        return "<attribute><name>%s</name><mutable>False</mutable><input_type>%s</input_type><default_value>%s</default_value><values>%s</values></attribute>"
                .formatted(name, type, initial, values);
    }

    @Test
    void attributesOfEveryKindAreRead() throws IOException {
        Recorder read = read("<label><name>car</name><attributes>" + attribute("brand", "select", "kia", "audi\nkia\n\nseat")
                + attribute("side", "radio", "", "left\nright") + attribute("parked", "checkbox", "true", "true\nfalse")
                + attribute("moving", "checkbox", "false", "") + attribute("doors", "number", "4", "2\n5\n1")
                + attribute("sum", "number", "", "") + attribute("plate", "text", "unknown", "") + attribute("empty", "select", "", "")
                + attribute("brand", "text", "", "") + "</attributes></label>",
                """
                        <box label="car" xtl="1" ytl="1" xbr="5" ybr="5"><attribute name="parked">false</attribute>
                        <attribute name="moving">true</attribute><attribute name="brand">kia</attribute>
                        <attribute name="free">true</attribute></box>""");
        assertEquals(List.of(asked("brand", new AttributeType.Select(List.of("audi", "kia", "seat")), "kia"),
                asked("side", new AttributeType.Select(List.of("left", "right")), ""), asked("parked", new AttributeType.Check(), "1"),
                asked("moving", new AttributeType.Check(), ""), asked("doors", new AttributeType.Numeric(2, 5), "4"),
                asked("sum", AttributeType.Numeric.any(), ""), asked("plate", new AttributeType.Text(), "unknown"),
                asked("empty", new AttributeType.Text(), "")), read.attributes.get("car"));
        assertEquals(Map.of("parked", "0", "moving", "1", "brand", "kia", "free", "true"), read.only().attributes());
        assertEquals(1, read.problems.size(), read.problems::toString);
        assertTrue(read.problems(Action.SKIPPED).getFirst().what().contains("another attribute \"brand\""));
    }

    /// Facts that every region can have keep their own meaning, whatever a file asks by their names.
    @Test
    void attributesWithAMeaningOfTheirOwnAreNotAskedInAnotherOne() throws IOException {
        Recorder read = read("<label><name>car</name><attributes>" + attribute("difficult", "select", "", "a\nb")
                + attribute("truncated", "checkbox", "", "") + "</attributes></label>", "");
        assertEquals(List.of(asked("truncated", new AttributeType.Check(), "")), read.attributes.get("car"));
        assertTrue(read.problems.getFirst().where().contains("label car, line"), read.problems::toString);
    }

    /// Two tags with an attribute of the same name answer two questions.
    @Test
    void attributesOfTagsAreQuestionsAboutThePicture() throws IOException {
        Recorder read = read("<label><name>front</name><type>tag</type><attributes>" + attribute("state", "select", "", "good\nbad")
                + attribute("clean", "checkbox", "", "") + "</attributes></label><label><name>back</name><type>tag</type><attributes>"
                + attribute("state", "select", "", "good\nbad") + "</attributes></label>",
                """
                        <tag label="front"><attribute name="state">good</attribute><attribute name="clean">true</attribute></tag>
                        <tag label="back"><attribute name="state">bad</attribute></tag>""");
        assertEquals(Map.of("front", "1", "back", "1", "front: state", "good", "back: state", "bad", "clean", "1"),
                read.answers.get("x.png"));
        assertEquals(List.of("good", "bad"), read.choices.get("front: state"));
        assertEquals(AttributeKind.CHECK, read.questions.get("clean"));
        assertEquals(List.of(), read.labels, "no region can have a label that is a tag");
        assertEquals(List.of(), read.problems);
    }

    @Test
    void theSampleHasItsAttributesAndItsSkeletonAsItIsDrawn() {
        Recorder read = Recorder.read(new CvatFormat(), Samples.require("formats/cvat-xml/datumaro-cvat/for_images"));
        assertEquals(List.of(asked("a1", new AttributeType.Check(), ""),
                asked("a2", new AttributeType.Select(List.of("v1", "v2", "v3")), "v1"), asked("a3", new AttributeType.Text(), "0000"),
                asked("a4", AttributeType.Numeric.any(), "0")), read.attributes.get("label1"));
        SkeletonTemplate template = read.skeletons.get("skeleton");
        assertEquals(new Joint("2", new Colour(0x350DEA), 0.17690158843994141, 0.5855823516845703).name(), template.joints().get(1).name());
        assertEquals(0.17690158843994141, template.joints().get(1).x(), 1e-12);
        assertEquals(0.5855823516845703, template.joints().get(1).y(), 1e-12);
        assertEquals(new Colour(0x350DEA), template.joints().get(1).colour());
        assertTrue(template.findEdge(2, 1).isPresent() && template.findEdge(0, 3).isPresent());
    }

    private record Data(List<SourceItem> items) implements DatasetSource {
        @Override
        public void forEach(Consumer<SourceItem> visitor) {
            items.forEach(visitor);
        }
    }

    private Data data(Map<String, String> answers, List<Annotation> annotations) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder.resolve("pictures")).resolve("a.png"), "20x10");
        Item item = new Item(new ItemId(1), new ProjectId(1), "a.png", MediaRef.referenced(file), 20, 10, Split.TRAIN);
        return new Data(List.of(new DatasetSource.SourceItem(item, file,
                new AnnotationSet(item.id(), new Author.Annotator("me"), WorkState.SUBMITTED, annotations, Set.of())
                        .withAnswers(answers))));
    }

    private static Annotation box(long id, LabelClass label, Map<String, String> attributes) {
        return new Annotation(new AnnotationId(id), label.id(), new Box(1, 1, 5, 5), new Origin.Manual()).withAttributes(attributes);
    }

    private Recorder writeAndRead(LabelSchema schema, Data data, List<String> losses) {
        WriteReport report = new CvatFormat().writer().orElseThrow().write(new WriteRequest(folder.resolve("out"), schema), data);
        assertEquals(losses, report.losses().stream().map(Loss::what).toList());
        return Recorder.read(new CvatFormat(), folder.resolve("out"));
    }

    @Test
    void attributesQuestionsAndSkeletonsComeBack() throws IOException {
        List<AttributeDefinition> attributes = List.of(asked("brand", new AttributeType.Select(List.of("a & b", "\"c\"", "丁")), "丁"),
                asked("parked", new AttributeType.Check(), "1"), asked("doors", new AttributeType.Numeric(-2.5, 5), "4"),
                asked("plate", new AttributeType.Text(), ""));
        SkeletonTemplate template = new SkeletonTemplate(List.of(new Joint("\"nose\" <1>", new Colour(0x102030), 0.25, 0.125),
                new Joint("tail & co", new Colour(0xFFEEDD), 1, 0), new Joint("3", new Colour(0x000001), 0.5, 0.7)),
                List.of(new Edge(2, 0, Colour.ofPalette(0)), new Edge(0, 1, Colour.ofPalette(1))), List.of());
        LabelClass car = new LabelClass(new LabelId(1), "car", Colour.ofPalette(0), Set.of(ShapeKind.BOX), new AttributeForm(attributes),
                null);
        LabelClass dog = new LabelClass(new LabelId(2), "dog", Colour.ofPalette(1), Set.of(ShapeKind.KEYPOINTS)).withSkeleton(template);
        LabelSchema schema = new LabelSchema(List.of(car, dog)).withPicture(new AttributeForm(List.of(
                new AttributeDefinition("weather", new AttributeType.Select(List.of("sun", "rain"))),
                new AttributeDefinition("car", new AttributeType.Text()), new AttributeDefinition("night", new AttributeType.Check()))));
        Data data = data(Map.of("weather", "rain", "car", "a red one", "night", "1"),
                List.of(box(1, car, Map.of("brand", "a & b", "parked", "0", "doors", "3", "plate", "x", "note", "free"))));
        Recorder read = writeAndRead(schema, data, List.of());
        assertEquals(attributes, read.attributes.get("car").subList(0, attributes.size()));
        assertEquals(data.items.getFirst().annotations().annotations().getFirst().attributes(), read.only().attributes());
        assertEquals(List.of("car", "dog"), read.labels, "questions are no labels");
        assertEquals(data.items.getFirst().annotations().answers(), read.answers.get("a.png"));
        assertEquals(List.of("sun", "rain"), read.choices.get("weather"));
        assertEquals(template.joints(), read.skeletons.get("dog").joints());
        assertTrue(template.edges().stream().allMatch(edge -> read.skeletons.get("dog").findEdge(edge.from(), edge.to()).isPresent()));
        assertEquals(List.of(), read.problems);
    }

    @Test
    void whatCvatCannotAskIsNamedBeforehandAndNoValueIsLost() throws IOException {
        AttributeType several = new AttributeType.MultiSelect(List.of("x", "y"));
        List<AttributeDefinition> attributes = List.of(new AttributeDefinition("several", several),
                new AttributeDefinition("place", new AttributeType.Taxonomy(List.of("A/b", "A/c"), Amount.ONE)),
                new AttributeDefinition("open", AttributeType.Numeric.any()),
                new AttributeDefinition("lines", new AttributeType.LongText()),
                new AttributeDefinition("choice", new AttributeType.Select(List.of("p", "q")), "", Need.REQUIRED,
                        AttributeCondition.ALWAYS));
        LabelClass car = new LabelClass(new LabelId(1), "car", Colour.ofPalette(0), Set.of(ShapeKind.BOX), new AttributeForm(attributes),
                null);
        Map<String, String> values = Map.of("several", Choices.encode(List.of("x", "y")), "place", "A/c", "open", "-1e9", "lines",
                "one\ntwo",
                "choice", "neither");
        Recorder read = writeAndRead(new LabelSchema(List.of(car)), data(Map.of(), List.of(box(1, car, values))),
                List.of("1 attribute of which several values are chosen", "1 attribute with a tree of places", "1 number without bounds",
                        "1 attribute of several lines", "1 attribute that must be answered or depends on something",
                        "1 attribute with values that it cannot have"));
        assertEquals(values, read.only().attributes());
        assertEquals(List.of(AttributeKind.TEXT, AttributeKind.SELECT, AttributeKind.TEXT, AttributeKind.TEXT, AttributeKind.TEXT),
                read.attributes.get("car").stream().map(definition -> definition.type().kind()).toList());
    }
}
