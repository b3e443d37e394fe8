package labelwright.ui.train;

import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import labelwright.model.ModelVersion;
import labelwright.model.Run;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;

/// Everything that can be done on the Train screen.
final class TrainActions {
    private static final Texts TEXTS = Texts.of(TrainActions.class);
    private static final Scope SCOPE = Scope.of(Place.TRAIN);

    /// Which side of the recipe is shown.
    enum Side {
        FORM, YAML
    }

    /// What is shown of the selected runs.
    enum Page {
        CHARTS, LOG, PARAMETERS
    }

    private final ProjectContext context;
    private final TrainModel model;
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(this, "side", Side.FORM);
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(this, "page", Page.CHARTS);
    private final Action start;
    private final Action stop;
    private final Action stopAndKeep;
    private final Action resume;
    private final Action useRecipe;
    private final Action showModel;
    private final Action delete;
    private final Action label;
    private final List<Action> presets;
    private final List<Action> sides;
    private final List<Action> pages;

    TrainActions(ProjectContext context, TrainModel model) {
        this.context = context;
        this.model = model;
        start = Action.of(TEXTS, "train.start").icon("mdi2p-play").shortcut("Shortcut+Enter").scope(SCOPE)
                .needs(model.engineReady(), "reason.engine").needs(model.hasPictures(), "reason.pictures")
                .needs(model.recipeFine(), "reason.recipe").does(model::start);
        stop = Action.of(TEXTS, "train.stop").icon("mdi2s-stop").shortcut("Shortcut+Period").scope(SCOPE)
                .needs(model.canStop(), "reason.stop").does(model::stop);
        stopAndKeep = Action.of(TEXTS, "train.stopAndKeep").icon("mdi2c-content-save-check-outline").shortcut("Shortcut+Shift+Period")
                .scope(SCOPE).needs(model.canStop(), "reason.stop").does(model::stopAndKeep);
        resume = Action.of(TEXTS, "train.resume").icon("mdi2p-play-pause").shortcut("Shortcut+R").scope(SCOPE)
                .needs(model.canResume(), "reason.resume").does(model::resume);
        useRecipe = Action.of(TEXTS, "train.useRecipe").icon("mdi2c-content-duplicate").shortcut("Shortcut+U").scope(SCOPE)
                .needs(model.hasOne(), "reason.one").does(model::useRecipe);
        showModel = Action.of(TEXTS, "train.model").icon("mdi2c-cube-outline").shortcut("Shortcut+M").scope(SCOPE)
                .needs(model.hasModel(), "reason.model").does(this::openModel);
        delete = Action.of(TEXTS, "train.delete").icon("mdi2d-delete-outline").shortcut("Delete").scope(SCOPE)
                .needs(model.canDelete(), "reason.delete").does(this::confirmDelete);
        label = Action.of(TEXTS, "train.label").icon("mdi2v-vector-square").scope(SCOPE)
                .does(() -> context.app().navigator().go(new Place.Home(Place.ANNOTATE)));
        presets = List.of(preset(Action.of(TEXTS, "train.preset.quick").shortcut("Alt+1"), Preset.QUICK),
                preset(Action.of(TEXTS, "train.preset.standard").shortcut("Alt+2"), Preset.STANDARD),
                preset(Action.of(TEXTS, "train.preset.thorough").shortcut("Alt+3"), Preset.THOROUGH));
        sides = List.of(side(Action.of(TEXTS, "train.form").shortcut("Alt+F"), Side.FORM),
                side(Action.of(TEXTS, "train.yaml").shortcut("Alt+Y"), Side.YAML));
        pages = List.of(page(Action.of(TEXTS, "train.charts").shortcut("Alt+C"), Page.CHARTS),
                page(Action.of(TEXTS, "train.log").shortcut("Alt+L"), Page.LOG),
                page(Action.of(TEXTS, "train.parameters").shortcut("Alt+P"), Page.PARAMETERS));
    }

    List<Action> all() {
        List<Action> all = new java.util.ArrayList<>(List.of(start, stop, stopAndKeep, resume, useRecipe, showModel, delete, label));
        all.addAll(presets);
        all.addAll(sides);
        all.addAll(pages);
        return List.copyOf(all);
    }

    Action start() {
        return start;
    }

    /// What the toolbar shows, in order.
    List<Action> forRuns() {
        return List.of(stop, stopAndKeep, resume, useRecipe, showModel, delete);
    }

    Action label() {
        return label;
    }

    List<Action> presets() {
        return presets;
    }

    List<Action> sides() {
        return sides;
    }

    List<Action> pages() {
        return pages;
    }

    ObjectProperty<Side> side() {
        return side;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    private Action preset(Action.Builder builder, Preset preset) {
        return builder.scope(SCOPE).selected(Bindings.createBooleanBinding(() -> model.form().isPreset(preset, model.counts()),
                model.chosenForm(), model.formText(), model.data().result())).does(() -> model.apply(preset));
    }

    private Action side(Action.Builder builder, Side which) {
        return builder.scope(SCOPE).selected(side.isEqualTo(which)).does(() -> side.set(which));
    }

    private Action page(Action.Builder builder, Page which) {
        return builder.scope(SCOPE).selected(page.isEqualTo(which)).does(() -> page.set(which));
    }

    private void openModel() {
        model.runs().only()
                .ifPresent(row -> context.app().jobs().read(TEXTS.get("model.looking"), () -> modelOf(row.run().get()), found -> {
                    if (found.isPresent()) {
                        context.app().navigator().go(new Place.Model(found.get().id()));
                    } else {
                        context.app().notices().say(TEXTS.get("model.gone"));
                    }
                }));
    }

    private Optional<ModelVersion> modelOf(Run run) {
        return context.workbench().models().all(context.project().get()).stream().filter(version -> run.id().equals(version.run()))
                .reduce((_, newest) -> newest);
    }

    private void confirmDelete() {
        List<RunRow> rows = model.selected();
        String what = rows.size() == 1 ? rows.getFirst().run().get().name() : TEXTS.format("delete.several", rows.size());
        if (Dialogs.confirm("train-delete", TEXTS.get("delete.title"), TEXTS.format("delete.text", what), TEXTS.format("delete.yes", what),
                null)) {
            model.runs().delete(rows.stream().map(RunRow::id).toList());
        }
    }
}
