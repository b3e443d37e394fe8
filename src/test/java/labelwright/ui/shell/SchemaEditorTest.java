package labelwright.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import labelwright.model.AttributeCondition;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeDefinition.Need;
import labelwright.model.AttributeForm;
import labelwright.model.AttributeKind;
import labelwright.model.AttributeType;
import labelwright.model.Colour;
import labelwright.model.LabelId;
import labelwright.model.SkeletonPresets;
import labelwright.model.SkeletonTemplate;
import labelwright.ui.shell.AttributeLines.AttributeFault;
import labelwright.ui.shell.AttributeLines.Subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What is entered about attributes and skeletons, without a toolkit.
class SchemaEditorTest {
    @Test
    void whatIsStoredComesBackUnchangedThroughTheLines() {
        AttributeForm form = new AttributeForm(List.of(
                new AttributeDefinition("stage", new AttributeType.Select(List.of("a, b", "c")), "c", Need.REQUIRED,
                        AttributeCondition.ALWAYS),
                new AttributeDefinition("parts", new AttributeType.MultiSelect(List.of("x", "y")), "[\"x\",\"y\"]", Need.OPTIONAL,
                        new AttributeCondition("stage", Set.of("a, b", "c"), Set.of(new LabelId(3)))),
                new AttributeDefinition("share", new AttributeType.Numeric(-0.5, Double.POSITIVE_INFINITY), "0.25", Need.OPTIONAL,
                        new AttributeCondition("night", Set.of())),
                new AttributeDefinition("night", new AttributeType.Check(), "1", Need.OPTIONAL, AttributeCondition.ALWAYS),
                new AttributeDefinition("word", new AttributeType.Text()), new AttributeDefinition("note", new AttributeType.LongText())));
        AttributeLines lines = new AttributeLines(Subject.PICTURE, form);
        assertEquals(Optional.empty(), lines.fault());
        assertEquals(form, lines.form());
    }

    @Test
    void placesOfATreeAreEnteredAsPathsOrIndented() {
        assertEquals(List.of("Animal/Dog", "Animal/Cat/Persian", "Plant"), TreePaths.read("Animal\n  Dog\n  Cat\n\tPersian\n\nPlant\n"));
        assertEquals(List.of("Animal/Dog", "Animal", "Plant/Tree/Oak"), TreePaths.read("Animal / Dog\nAnimal\nPlant/Tree\n  Oak"));
        assertEquals(List.of("Animal/Dog", "Plant"), TreePaths.read("Animal/Dog, Plant"));
        AttributeForm form = new AttributeForm(List.of(
                new AttributeDefinition("kind",
                        new AttributeType.Taxonomy(List.of("Animal/Dog, small", "Animal"), AttributeType.Amount.SEVERAL),
                        "[\"Animal\"]", Need.OPTIONAL, AttributeCondition.ALWAYS),
                new AttributeDefinition("place", new AttributeType.Taxonomy(List.of("Here/There", "Nowhere"), AttributeType.Amount.ONE))));
        AttributeLines lines = new AttributeLines(Subject.PICTURE, form);
        assertEquals(Optional.empty(), lines.fault());
        assertEquals(form, lines.form());
        lines.set(1, lines.lines().get(1).withOptions("a/b\na\n  b"));
        assertFault(lines, 1, AttributeFault.OPTION_TWICE);
    }

    @Test
    void theFirstFaultIsNamedWithItsLine() {
        AttributeLines lines = new AttributeLines(Subject.REGIONS, AttributeForm.EMPTY);
        lines.add();
        assertFault(lines, 0, AttributeFault.NO_NAME);
        lines.set(0, lines.lines().get(0).withName("kind"));
        assertFault(lines, 0, AttributeFault.NO_OPTIONS);
        lines.set(0, lines.lines().get(0).withOptions("a, b, a"));
        assertFault(lines, 0, AttributeFault.OPTION_TWICE);
        lines.set(0, lines.lines().get(0).withOptions("a，b").withInitial("c"));
        assertFault(lines, 0, AttributeFault.BAD_START);
        lines.set(0, lines.lines().get(0).withInitial("b"));
        lines.add();
        lines.set(1, lines.lines().get(1).withName("group").withKind(AttributeKind.NUMBER));
        assertFault(lines, 1, AttributeFault.NAME_RESERVED);
        lines.set(1, lines.lines().get(1).withName("count").withLowest("3").withHighest("2"));
        assertFault(lines, 1, AttributeFault.BAD_RANGE);
        lines.set(1, lines.lines().get(1).withHighest("5").withOther("kind").withValues("b"));
        assertEquals(Optional.empty(), lines.fault());
        lines.set(0, lines.lines().get(0).withOther("count"));
        assertFault(lines, 0, AttributeFault.CONDITION_CIRCLE);
        lines.remove(1);
        assertFault(lines, 0, AttributeFault.CONDITION_LOST);
    }

    private static void assertFault(AttributeLines lines, int line, AttributeFault fault) {
        assertEquals(Optional.of(new AttributeLines.Wrong(line, fault)), lines.fault());
    }

    @Test
    void conditionsFollowANewName() {
        AttributeLines lines = new AttributeLines(Subject.REGIONS,
                new AttributeForm(List.of(new AttributeDefinition("a", new AttributeType.Check()),
                        new AttributeDefinition("b", new AttributeType.Text()).with(new AttributeCondition("a", Set.of("1"))))));
        lines.set(0, lines.lines().getFirst().withName("new"));
        assertEquals(new AttributeCondition("new", Set.of("1")), lines.form().definitions().get(1).condition());
    }

    @Test
    void linesAndPairsFollowTheirPointsWhenTheseMoveOrGo() {
        SkeletonDraft draft = new SkeletonDraft(null);
        assertTrue(draft.template().isEmpty());
        draft.add(0.1, 0.1);
        draft.add(0.9, 0.1);
        draft.add(0.5, 2);
        draft.toggleEdge(0, 2);
        draft.toggleMirror(0, 1);
        draft.reorder(2, -1);
        SkeletonTemplate moved = draft.template().orElseThrow();
        assertEquals(1, moved.joints().get(1).y(), "brought into the box");
        assertEquals(List.of(new SkeletonTemplate.Edge(0, 1, Colour.ofPalette(0))), moved.edges());
        assertEquals(List.of(new SkeletonTemplate.Mirror(0, 2)), moved.mirrors());
        draft.remove(0);
        assertEquals(List.of(), draft.edges());
        assertEquals(List.of(), draft.mirrors());
        draft.rename(0, draft.spots().get(1).name());
        assertEquals(Optional.of(SkeletonDraft.SkeletonFault.POINT_TWICE), draft.fault());
    }

    @Test
    void aPointHasOnePartnerInTheMirror() {
        SkeletonDraft draft = new SkeletonDraft(SkeletonPresets.face());
        draft.toggleMirror(0, 3);
        assertEquals(List.of(new SkeletonTemplate.Mirror(0, 3)), draft.mirrors());
        draft.toggleMirror(3, 0);
        assertEquals(List.of(), draft.mirrors());
        draft.toggleEdge(1, 0);
        assertEquals(5, draft.edges().size());
    }

    @Test
    void theKnownSkeletonsHaveTheirPointsAndLines() {
        SkeletonTemplate person = SkeletonPresets.person();
        assertEquals(17, person.size());
        assertEquals(19, person.edges().size());
        assertEquals("right_ankle", person.names().get(16));
        assertEquals("left_wrist", person.names().get(person.mirrorOf(person.names().indexOf("right_wrist"))));
        assertEquals(21, SkeletonPresets.hand().size());
        assertEquals(20, SkeletonPresets.hand().edges().size());
        assertEquals(5, SkeletonPresets.face().size());
    }
}
