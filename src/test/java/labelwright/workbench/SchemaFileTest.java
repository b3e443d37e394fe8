package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import labelwright.geometry.ShapeKind;
import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeDefinition.Need;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeType;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.SkeletonPresets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SchemaFileTest {
    @TempDir
    private Path folder;

    private static LabelSchema schema() {
        LabelClass person = new LabelClass(new LabelId(-1), "person: \"a\"", new Colour(0x123456),
                Set.of(ShapeKind.KEYPOINTS, ShapeKind.BOX),
                new AttributeForm(List.of(
                        new AttributeDefinition("pose", new AttributeType.Select(List.of("yes", "no", "1")), "no", Need.REQUIRED,
                                AttributeCondition.ALWAYS),
                        new AttributeDefinition("age", new AttributeType.Numeric(0, 120), "", Need.OPTIONAL,
                                new AttributeCondition("pose", Set.of("yes"))))),
                SkeletonPresets.person());
        LabelClass car = new LabelClass(new LabelId(-2), "汽车", new Colour(7), Set.of(ShapeKind.values()));
        AttributeForm picture = new AttributeForm(List.of(new AttributeDefinition("night", new AttributeType.Check(), "", Need.OPTIONAL,
                new AttributeCondition("", Set.of(), Set.of(car.id())))));
        return new LabelSchema(List.of(person, car), picture, SubmitRule.ANSWERED_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels.json", "labels.yaml", "labels.YML"})
    void aSchemaComesBackFromItsFile(String name) {
        Path file = folder.resolve(name);
        SchemaFile.write(schema(), file);
        assertEquals(schema(), SchemaFile.read(file, new LabelSchema(List.of())));
    }

    @Test
    void aProjectIsMadeFromAFileAndKeepsItsLabelsWhenItIsReadAgain() {
        Path file = folder.resolve("labels.yaml");
        SchemaFile.write(schema(), file);
        try (Workbench bench = Workbench.create(folder.resolve("w"), WorkbenchContext.of(Runnable::run, "ada"))) {
            Project made = bench.projects().create("p", ProjectKind.IMAGE, SchemaFile.read(file, new LabelSchema(List.of())));
            assertEquals(schema().names(), made.schema().names());
            assertTrue(made.schema().labels().stream().allMatch(label -> label.id().value() > 0));
            assertEquals(Set.of(made.schema().labels().get(1).id()), made.schema().picture().definitions().getFirst().condition().labels());
            Project again = bench.projects().saveSchema(made.id(), SchemaFile.read(file, made.schema()));
            assertEquals(made.schema(), again.schema());
        }
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        assertWrong("{\"labels\":[{\"name\":\"a\",\"attributes\":[{\"name\":\"x\",\"kind\":\"colourful\"}]}]}", "colourful");
        assertWrong("{\"labels\":[\"a\",\"a\"]}", "Two labels are called");
        assertWrong("{\"labels\":[{\"name\":\"a\",\"shapes\":[\"circle\"]}]}", "circle");
        assertWrong("{\"classes\":[]}", "no list called");
        assertWrong("{\"labels\":[]", "could not be read");
        Files.writeString(folder.resolve("plain.json"), "[\"a\", \"b\"]");
        assertEquals(List.of("a", "b"), SchemaFile.read(folder.resolve("plain.json"), new LabelSchema(List.of())).names());
    }

    private void assertWrong(String text, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), text);
        WorkbenchException failure = assertThrows(WorkbenchException.class, () -> SchemaFile.read(file, new LabelSchema(List.of())));
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }
}
