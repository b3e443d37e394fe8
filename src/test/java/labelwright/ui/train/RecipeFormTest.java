package labelwright.ui.train;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import labelwright.model.Recipe;
import labelwright.workbench.DataCounts;
import labelwright.workbench.Family;
import labelwright.workbench.Family.Kind;
import labelwright.workbench.Family.Setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecipeFormTest {
    private static final Family FAMILY = new Family("detection",
            List.of(new Setting("epochs", "auto", 1, 10_000, Kind.WHOLE, true, "rounds"),
                    new Setting("minutes", "13", 0.05, 10_000, Kind.DECIMAL, false, "time"),
                    new Setting("batch", "8", 1, 256, Kind.WHOLE, false, "pictures per step")));

    private final RecipeForm form = new RecipeForm(FAMILY, new Recipe("detection", "", 1, new TreeMap<>()), new FormTexts());

    @Test
    void startsWithTheDefaultsInBothForms() {
        assertEquals(Map.of("epochs", "auto", "minutes", "13", "batch", "8"), form.recipe().orElseThrow().settings());
        assertTrue(form.yaml().get().contains("batch: 8"), form.yaml()::get);
    }

    @Test
    void whatIsTypedInAFieldShowsInTheYaml() {
        form.field("batch").text().set("4");
        form.query().set("split:train");
        assertTrue(form.yaml().get().contains("batch: 4"), form.yaml()::get);
        assertTrue(form.yaml().get().contains("split:train"), form.yaml()::get);
    }

    @Test
    void whatIsTypedInTheYamlShowsInTheFields() {
        form.yaml().set("family: detection\nseed: 7\nquery: \"label:cell\"\nsettings:\n  batch: 16\n");
        assertEquals("16", form.field("batch").text().get());
        assertEquals("7", form.seed().get());
        assertEquals("label:cell", form.query().get());
        assertEquals("16", form.recipe().orElseThrow().settings().get("batch"));
        assertTrue(form.yaml().get().startsWith("family: detection\nseed: 7"), "what a person types is not rewritten under their hands");
    }

    @Test
    void badYamlKeepsTheFieldsAndSaysWhy() {
        form.field("batch").text().set("4");
        form.yaml().set("family: [");
        assertTrue(form.recipe().isEmpty());
        assertFalse(form.yamlProblem().get().isEmpty());
        assertEquals("4", form.field("batch").text().get());
        form.field("batch").text().set("5");
        assertEquals("", form.yamlProblem().get());
        assertTrue(form.recipe().isPresent());
    }

    @Test
    void aSettingThatThereIsNotOrIsOutOfRangeIsNamed() {
        form.yaml().set("family: detection\nsettings:\n  bach: 4\n");
        assertTrue(form.yamlProblem().get().contains("bach"), form.yamlProblem()::get);
        form.yaml().set("family: detection\nsettings:\n  batch: 1000\n");
        assertTrue(form.yamlProblem().get().contains("256"), form.yamlProblem()::get);
        form.yaml().set("family: spans\n");
        assertTrue(form.yamlProblem().get().contains("spans"), form.yamlProblem()::get);
    }

    @Test
    void eachFieldIsCheckedWhereItIs() {
        form.field("batch").text().set("many");
        assertEquals(SettingCheck.NO_NUMBER, form.field("batch").check().get());
        form.field("batch").text().set("2.5");
        assertEquals(SettingCheck.NOT_WHOLE, form.field("batch").check().get());
        form.field("batch").text().set("auto");
        assertEquals(SettingCheck.NO_NUMBER, form.field("batch").check().get());
        form.field("minutes").text().set("0");
        assertEquals(SettingCheck.OUT_OF_RANGE, form.field("minutes").check().get());
        assertTrue(form.recipe().isEmpty());
        assertFalse(form.problem().get().isEmpty());
        form.field("batch").reset();
        form.field("minutes").reset();
        assertTrue(form.recipe().isPresent());
        assertEquals("", form.problem().get());
    }

    @Test
    void presetsChangeOnlyTheTime() {
        DataCounts counts = new DataCounts(200, 40, 40, 0);
        form.field("batch").text().set("4");
        form.apply(Preset.QUICK, counts);
        assertEquals("1", form.field("minutes").text().get());
        assertEquals("4", form.field("batch").text().get());
        assertTrue(form.isPreset(Preset.QUICK, counts));
        form.apply(Preset.THOROUGH, counts);
        assertEquals("540", form.field("epochs").text().get());
        form.apply(Preset.STANDARD, counts);
        assertEquals("auto", form.field("epochs").text().get());
        assertTrue(form.isPreset(Preset.STANDARD, counts));
    }

    @Test
    void aFamilyWithANumberOfEpochsOfItsOwnSaysNothingOfPictures() {
        Setting epochs = new Setting("epochs", "20", 1, 10_000, Kind.WHOLE, false, "rounds");
        assertFalse(new FormTexts().help(epochs).contains("36,000"));
        assertTrue(new FormTexts().help(FAMILY.settings().getFirst()).contains("36,000"));
        RecipeForm texts = new RecipeForm(new Family("text-ngrams", List.of(epochs)), new Recipe("text-ngrams", "", 1, new TreeMap<>()),
                new FormTexts());
        texts.apply(Preset.THOROUGH, new DataCounts(200, 40, 40, 0));
        assertEquals("60", texts.field("epochs").text().get());
    }
}
