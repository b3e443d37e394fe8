package labelwright.ui.train;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import labelwright.model.Recipe;
import labelwright.ui.action.Texts;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.DataCounts;
import labelwright.workbench.Training;
import labelwright.workbench.WorkbenchException;

/// How many pictures the recipe would use, counted again when the recipe or the data change; never two counts at once. FX thread only.
final class DataCheck {
    private static final Texts TEXTS = Texts.of(DataCheck.class);
    static final DataCounts NONE = new DataCounts(0, 0, 0, 0);

    /// @param problem why nothing could be counted, one sentence; empty when it could
    record Result(DataCounts counts, String problem) {}

    private final ProjectContext context;
    private final Training training;
    private final ReadOnlyObjectProperty<RecipeForm> form;
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(this, "result", new Result(NONE, ""));
    private boolean counting;
    private boolean again;

    DataCheck(ProjectContext context, Training training, ReadOnlyObjectProperty<RecipeForm> form) {
        this.context = context;
        this.training = training;
        this.form = form;
        form.flatMap(RecipeForm::query).subscribe((_, _) -> count());
        form.subscribe((_, _) -> count());
    }

    ReadOnlyObjectProperty<Result> result() {
        return result.getReadOnlyProperty();
    }

    void count() {
        if (counting) {
            again = true;
            return;
        }
        counting = true;
        Recipe recipe = new Recipe(form.get().family().id(), form.get().query().get().strip(), 0, java.util.Collections.emptySortedMap());
        context.app().jobs().read(TEXTS.get("check.counting"), () -> look(recipe), found -> {
            counting = false;
            result.set(found);
            if (again) {
                again = false;
                count();
            }
        });
    }

    private Result look(Recipe recipe) {
        try {
            return new Result(training.check(context.project().get(), recipe), "");
        } catch (WorkbenchException e) {
            return new Result(NONE, String.valueOf(e.getMessage()));
        }
    }
}
