package labelwright.workbench;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import labelwright.model.Recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecipeYamlTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Recipe recipe = new Recipe("detection", "split:train,val label:\"red cell\" -name~x # 3", 42,
                new TreeMap<>(
                        Map.of("epochs", "110", "learningRate", "1.0E-3", "size", "320x240", "flip", "true", "odd", "007", "empty", "")));
        assertEquals(recipe, RecipeYaml.read(RecipeYaml.write(recipe), "test"));
    }

    @Test
    void numbersStandWithoutQuotesAndKeepTheirDigits() {
        Recipe recipe = new Recipe("detection", "", 1,
                new TreeMap<>(Map.of("minutes", "0.8", "learning_rate", "0.002", "tiny", "0.00001", "width", "1.50", "epochs", "7")));
        String text = RecipeYaml.write(recipe);
        assertTrue(text.contains("minutes: 0.8\n") && text.contains("tiny: 0.00001\n") && text.contains("width: 1.50\n"), text);
        assertEquals(-1, text.replace("query: \"\"", "").indexOf('"'), text);
        assertEquals(recipe, RecipeYaml.read(text, "test"));
    }

    @Test
    void aShortRecipeIsEnough() {
        Recipe recipe = RecipeYaml.read("family: detection\nsettings:\n  minutes: 1.5\n", "test");
        assertEquals("1.5", recipe.settings().get("minutes"));
        assertEquals("", recipe.query());
    }

    @Test
    void everyMistakeIsNamed() {
        assertMessage("learning_rate", "family: detection\nlearning_rate: 3");
        assertMessage("family", "seed: 3");
        assertMessage("whole number", "family: detection\nseed: soon");
        assertMessage("line 2", "family: detection\n  seed: [");
        assertMessage("more than one value", "family: detection\nsettings: {size: [1, 2]}");
        assertMessage("names and values", "just a text");
    }

    private static void assertMessage(String part, String yaml) {
        WorkbenchException e = assertThrows(WorkbenchException.class, () -> RecipeYaml.read(yaml, "r.yaml"));
        assertTrue(String.valueOf(e.getMessage()).contains(part), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains("r.yaml"), e.getMessage());
    }
}
