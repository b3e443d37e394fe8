package labelwright.ui.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import labelwright.model.Recipe;
import labelwright.workbench.DataCounts;
import labelwright.workbench.Family;
import labelwright.workbench.RecipeYaml;
import labelwright.workbench.WorkbenchException;

/// A recipe as fields and as YAML, kept in step both ways: what is typed in one shows in the other as soon as it makes sense. FX thread only.
final class RecipeForm {

    /// A setting that has its own place in the family but not in the form, because every recipe has it.
    private static final String SEED = "seed";

    private final Family family;
    private final List<SettingField> fields;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final StringProperty seed = new SimpleStringProperty(this, SEED, "1");
    private final StringProperty yaml = new SimpleStringProperty(this, "yaml", "");
    private final ReadOnlyStringWrapper yamlProblem = new ReadOnlyStringWrapper(this, "yamlProblem", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final List<Runnable> listeners = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final FormTexts texts;
    private @Nullable Recipe recipe;
    private boolean inStep;

    /// @param start what the form shows at first
    RecipeForm(Family family, Recipe start, FormTexts texts) {
        this.family = family;
        this.texts = texts;
        fields = family.settings().stream().filter(setting -> !setting.key().equals(SEED)).map(SettingField::new).toList();
        fields.forEach(field -> field.text().subscribe((_, _) -> typed()));
        query.subscribe((_, _) -> typed());
        seed.subscribe((_, _) -> typed());
        yaml.subscribe((_, text) -> yamlTyped(text));
        load(start);
    }

    Family family() {
        return family;
    }

    List<SettingField> fields() {
        return fields;
    }

    /// @throws IllegalArgumentException when the family has no such setting
    SettingField field(String key) {
        return findField(key).orElseThrow(() -> new IllegalArgumentException("No setting " + key));
    }

    Optional<SettingField> findField(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /// What the run will be called; empty lets the workbench choose.
    StringProperty name() {
        return name;
    }

    StringProperty query() {
        return query;
    }

    StringProperty seed() {
        return seed;
    }

    /// The text of the YAML side. While it makes no sense, the fields keep what they had and [#yamlProblem] says why.
    StringProperty yaml() {
        return yaml;
    }

    ReadOnlyStringProperty yamlProblem() {
        return yamlProblem.getReadOnlyProperty();
    }

    /// Why there is no recipe now, one sentence; empty when there is one.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// The recipe that the form says; empty while something in it makes no sense.
    Optional<Recipe> recipe() {
        return Optional.ofNullable(recipe);
    }

    /// The listener is called after the recipe changed, or what is wrong with it.
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Shows another recipe of the same family; settings that it does not name get their defaults.
    void load(Recipe other) {
        inStep = true;
        fill(other);
        inStep = false;
        typed();
    }

    void apply(Preset preset, DataCounts counts) {
        inStep = true;
        preset.values(defaults(), counts).forEach((key, value) -> field(key).text().set(value));
        inStep = false;
        typed();
    }

    /// Whether the settings about time are what the preset would set.
    boolean isPreset(Preset preset, DataCounts counts) {
        return preset.values(defaults(), counts).entrySet().stream()
                .allMatch(entry -> field(entry.getKey()).text().get().equals(entry.getValue()));
    }

    /// The family's defaults by key.
    Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        fields.forEach(field -> defaults.put(field.key(), field.setting().defaultValue()));
        return defaults;
    }

    private void fill(Recipe from) {
        query.set(from.query());
        seed.set(Long.toString(from.seed()));
        fields.forEach(field -> field.text().set(from.settings().getOrDefault(field.key(), field.setting().defaultValue())));
    }

    /// A field was changed.
    private void typed() {
        if (inStep) {
            return;
        }
        recipe = read().orElse(null);
        if (recipe != null) {
            inStep = true;
            yaml.set(RecipeYaml.write(recipe));
            yamlProblem.set("");
            inStep = false;
        }
        listeners.forEach(Runnable::run);
    }

    private void yamlTyped(String text) {
        if (inStep) {
            return;
        }
        try {
            Recipe typed = RecipeYaml.read(text, texts.recipe());
            String wrong = wrong(typed);
            yamlProblem.set(wrong);
            if (wrong.isEmpty()) {
                inStep = true;
                fill(typed);
                inStep = false;
            }
            recipe = wrong.isEmpty() ? read().orElse(null) : null;
        } catch (WorkbenchException e) {
            yamlProblem.set(String.valueOf(e.getMessage()));
            recipe = null;
        }
        problem.set(yamlProblem.get());
        listeners.forEach(Runnable::run);
    }

    /// What is wrong with a recipe that is good YAML; empty when nothing is.
    private String wrong(Recipe typed) {
        if (!typed.family().equals(family.id())) {
            return texts.otherFamily(typed.family(), family.id());
        }
        for (Map.Entry<String, String> entry : typed.settings().entrySet()) {
            Optional<SettingField> field = findField(entry.getKey());
            if (field.isEmpty() && !entry.getKey().equals(SEED)) {
                return texts.unknownSetting(entry.getKey());
            }
            if (field.isPresent()) {
                SettingCheck check = SettingCheck.of(field.get().setting(), entry.getValue());
                if (check != SettingCheck.FINE) {
                    return texts.wrong(field.get().setting(), check);
                }
            }
        }
        return "";
    }

    private Optional<Recipe> read() {
        SortedMap<String, String> settings = new TreeMap<>();
        for (SettingField field : fields) {
            SettingCheck check = field.check().get();
            if (check != SettingCheck.FINE) {
                problem.set(texts.wrong(field.setting(), check));
                return Optional.empty();
            }
            settings.put(field.key(), field.text().get().strip());
        }
        try {
            Recipe read = new Recipe(family.id(), query.get().strip(), Long.parseLong(seed.get().strip()), settings);
            problem.set("");
            return Optional.of(read);
        } catch (NumberFormatException _) {
            problem.set(texts.wrongSeed());
            return Optional.empty();
        }
    }
}
