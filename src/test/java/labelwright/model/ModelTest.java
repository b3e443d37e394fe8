package labelwright.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import labelwright.geometry.ShapeKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelTest {
    @Test
    void authorsComeBackFromTheirKeys() {
        for (Author author : List.of(new Author.Annotator("annotator:x"), new Author.ByModel(new ModelId(12)), new Author.Gold())) {
            assertEquals(author, Author.ofKey(author.key()));
        }
        assertThrows(IllegalArgumentException.class, () -> Author.ofKey("somebody"));
    }

    @ParameterizedTest
    @EnumSource(WorkState.class)
    void noStateMovesToItselfOrBackToNew(WorkState state) {
        assertFalse(state.canMoveTo(state));
        assertFalse(state.canMoveTo(WorkState.NEW));
        assertEquals(state, WorkState.ofCode(state.code()));
    }

    @Test
    void onlyFinishedAnswersAreComplete() {
        assertEquals(List.of(WorkState.SUBMITTED, WorkState.ACCEPTED),
                List.of(WorkState.values()).stream().filter(WorkState::isComplete).toList());
    }

    @Test
    void splitWordsOfOtherToolsAreUnderstood() {
        assertEquals(Split.VALIDATION, Split.ofKey("Valid"));
        assertEquals(Split.VALIDATION, Split.ofKey(Split.VALIDATION.key()));
        assertThrows(IllegalArgumentException.class, () -> Split.ofKey("holdout"));
    }

    @Test
    void twoLabelsOfOneNameAreRefused() {
        LabelClass cell = label(1, "cell");
        assertThrows(IllegalArgumentException.class, () -> new LabelSchema(List.of(cell, label(2, "cell"))));
        assertThrows(IllegalArgumentException.class, () -> new LabelSchema(List.of(cell, label(1, "other"))));
        assertEquals(1, new LabelSchema(List.of(cell, label(2, "other"))).indexOf(new LabelId(2)));
    }

    @Test
    void coloursAreReadAndWrittenAsHex() {
        assertEquals(new Colour(0x12AB9F), Colour.parse("#12ab9f"));
        assertEquals("#00000f", new Colour(15).toHex());
        assertThrows(IllegalArgumentException.class, () -> Colour.parse("red"));
    }

    @Test
    void moreSettingsOverrideThoseOfTheRecipe() {
        Recipe recipe = new Recipe("detection", "", 1, new TreeMap<>(Map.of("epochs", "10", "batch", "8")));
        assertEquals(Map.of("epochs", "20", "batch", "8"), recipe.withSettings(Map.of("epochs", "20")).settings());
    }

    @Test
    void onlyRunsThatStoppedShortCanBeResumed() {
        assertTrue(RunState.INTERRUPTED.canResume());
        assertFalse(RunState.DONE.canResume());
        assertFalse(RunState.RUNNING.canResume());
    }

    private static LabelClass label(long id, String name) {
        return new LabelClass(new LabelId(id), name, Colour.ofPalette((int) id), Set.of(ShapeKind.BOX));
    }
}
