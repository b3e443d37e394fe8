package labelwright.ui.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

import labelwright.model.ItemId;
import labelwright.model.ModelVersion;
import labelwright.model.ModelVersion.Stage;
import labelwright.model.Split;
import labelwright.model.query.ItemQueryParser;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.ModelFiles;
import labelwright.workbench.Models;
import labelwright.workbench.RankedItem;
import labelwright.workbench.Strategy;

/// Everything that can be done on the Models screen.
final class ModelsActions {
    private static final Texts TEXTS = Texts.of(ModelsActions.class);
    private static final Scope SCOPE = Scope.of(Place.MODELS);

    private final ProjectContext context;
    private final ModelsModel model;
    private final ModelJobs jobs;
    private final BooleanBinding chosen;
    private final BooleanBinding idle;
    private final Action rename;
    private final Action delete;
    private final Action export;
    private final Action importing;
    private final Action evaluate;
    private final Action suggest;
    private final Action review;
    private final Action rank;
    private final Action labelRanked;
    private final Action showRanked;
    private final Action cancel;
    private final Action run;
    private final Action train;
    private final List<Action> stages;
    private final List<Action> splits;
    private final List<Action> strategies;

    ModelsActions(ProjectContext context, ModelsModel model, ModelJobs jobs) {
        this.context = context;
        this.model = model;
        this.jobs = jobs;
        chosen = Bindings.createBooleanBinding(() -> model.selected().get().isPresent(), model.selected());
        idle = Bindings.createBooleanBinding(() -> jobs.running().get().isEmpty(), jobs.running());
        rename = one(Action.of(TEXTS, "models.rename").icon("mdi2p-pencil-outline").shortcut("F2")).does(this::askName);
        delete = one(Action.of(TEXTS, "models.delete").icon("mdi2d-delete-outline").shortcut("Delete")).does(this::confirmDelete);
        export = network(Action.of(TEXTS, "models.export").icon("mdi2e-export-variant")).does(this::askWhereTo);
        importing = Action.of(TEXTS, "models.import").icon("mdi2i-import").scope(SCOPE).does(this::askWhichFile);
        evaluate = network(Action.of(TEXTS, "models.evaluate").icon("mdi2g-gauge").shortcut("Shortcut+E")).needs(idle, "reason.busy")
                .does(() -> with(jobs::evaluate));
        suggest = network(Action.of(TEXTS, "models.suggest").icon("mdi2a-auto-fix").shortcut("Shortcut+G")).needs(idle, "reason.busy")
                .needs(floorFine(), "reason.floor").does(() -> with(jobs::suggest));
        review = one(Action.of(TEXTS, "models.review").icon("mdi2a-arrow-right")).needs(hasSuggestions(), "reason.suggestions")
                .does(() -> with(this::goToSuggestions));
        rank = network(Action.of(TEXTS, "models.rank").icon("mdi2s-sort-variant").shortcut("Shortcut+R")).needs(idle, "reason.busy")
                .needs(countFine(), "reason.count").does(() -> with(jobs::rank));
        labelRanked = one(Action.of(TEXTS, "models.labelRanked").icon("mdi2v-vector-square").shortcut("Shortcut+L"))
                .needs(hasRanking(), "reason.ranking").does(() -> open(0));
        showRanked = one(Action.of(TEXTS, "models.showRanked").icon("mdi2v-view-grid-outline")).needs(hasRanking(), "reason.ranking")
                .does(this::goToRanked);
        cancel = Action.of(TEXTS, "models.cancel").icon("mdi2c-close").scope(SCOPE).needs(idle.not(), "reason.idle").does(jobs::cancel);
        run = one(Action.of(TEXTS, "models.run").icon("mdi2c-chart-line").shortcut("Shortcut+M")).does(this::openRun);
        train = Action.of(TEXTS, "models.train").icon("mdi2p-play").scope(SCOPE)
                .does(() -> context.app().navigator().go(new Place.Home(Place.TRAIN)));
        stages = List.of(stage(Action.of(TEXTS, "models.candidate").shortcut("Alt+1"), Stage.CANDIDATE),
                stage(Action.of(TEXTS, "models.production").shortcut("Alt+2"), Stage.PRODUCTION),
                stage(Action.of(TEXTS, "models.archived").shortcut("Alt+3"), Stage.ARCHIVED));
        splits = List.of(split(Action.of(TEXTS, "models.split.train"), Split.TRAIN),
                split(Action.of(TEXTS, "models.split.validation"), Split.VALIDATION),
                split(Action.of(TEXTS, "models.split.test"), Split.TEST));
        strategies = List.of(strategy(Action.of(TEXTS, "models.strategy.hybrid"), Strategy.HYBRID),
                strategy(Action.of(TEXTS, "models.strategy.uncertainty"), Strategy.UNCERTAINTY),
                strategy(Action.of(TEXTS, "models.strategy.diversity"), Strategy.DIVERSITY),
                strategy(Action.of(TEXTS, "models.strategy.random"), Strategy.RANDOM));
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>(
                List.of(evaluate, suggest, review, rank, labelRanked, showRanked, cancel, rename, delete, export, importing, run, train));
        all.addAll(stages);
        all.addAll(splits);
        all.addAll(strategies);
        return List.copyOf(all);
    }

    /// What the toolbar shows, in order.
    List<Action> forModel() {
        return List.of(run, rename, export, importing, delete);
    }

    Action importing() {
        return importing;
    }

    Action evaluate() {
        return evaluate;
    }

    Action suggest() {
        return suggest;
    }

    Action review() {
        return review;
    }

    Action rank() {
        return rank;
    }

    Action labelRanked() {
        return labelRanked;
    }

    Action showRanked() {
        return showRanked;
    }

    Action cancel() {
        return cancel;
    }

    Action train() {
        return train;
    }

    List<Action> stages() {
        return stages;
    }

    List<Action> splits() {
        return splits;
    }

    List<Action> strategies() {
        return strategies;
    }

    /// Takes a person to one of the ranked pictures; next and previous follow the ranking.
    void open(int index) {
        List<ItemId> order = ranked().stream().map(RankedItem::item).toList();
        if (index < order.size()) {
            context.app().navigator().go(new Place.Picture(order.get(index), order));
        }
    }

    private List<RankedItem> ranked() {
        return model.selected().get().map(row -> jobs.results(row.version().id()).ranked()).orElse(List.of());
    }

    private Action.Builder one(Action.Builder builder) {
        return builder.scope(SCOPE).needs(chosen, "reason.model");
    }

    private Action.Builder network(Action.Builder builder) {
        return one(builder).needs(Bindings.createBooleanBinding(
                () -> model.selected().get().filter(row -> !Models.isElsewhere(row.version())).isPresent(), model.selected()),
                "reason.network");
    }

    private Action stage(Action.Builder builder, Stage stage) {
        return one(builder).selected(Bindings.createBooleanBinding(
                () -> model.selected().get().filter(row -> row.version().stage() == stage).isPresent(), model.selected()))
                .does(() -> model.setStage(stage));
    }

    private Action split(Action.Builder builder, Split split) {
        return builder.scope(SCOPE).selected(jobs.split().isEqualTo(split)).does(() -> jobs.split().set(split));
    }

    private Action strategy(Action.Builder builder, Strategy strategy) {
        return builder.scope(SCOPE).selected(jobs.strategy().isEqualTo(strategy)).does(() -> jobs.strategy().set(strategy));
    }

    private BooleanBinding floorFine() {
        return Bindings.createBooleanBinding(() -> ModelJobs.share(jobs.floor().get()).isPresent(), jobs.floor());
    }

    private BooleanBinding countFine() {
        return Bindings.createBooleanBinding(() -> ModelJobs.count(jobs.count().get()).isPresent(), jobs.count());
    }

    private BooleanBinding hasSuggestions() {
        return Bindings.createBooleanBinding(() -> model.selected().get().filter(row -> row.counts().open() > 0).isPresent(),
                model.selected());
    }

    private BooleanBinding hasRanking() {
        return Bindings.createBooleanBinding(() -> !ranked().isEmpty(), model.selected(), jobs.changes());
    }

    private void with(Consumer<ModelVersion> work) {
        model.selected().get().ifPresent(row -> work.accept(row.version()));
    }

    private void goToRanked() {
        String ids = String.join(",", ranked().stream().map(item -> item.item().toString()).toList());
        context.app().navigator().go(new Place.Pictures("id:" + ids));
    }

    private void goToSuggestions(ModelVersion version) {
        context.app().navigator().go(new Place.Pictures("suggested:" + ItemQueryParser.quoted(version.name())));
    }

    private void openRun() {
        with(version -> {
            if (version.run() == null) {
                context.app().notices().say(TEXTS.get("run.none"));
            } else {
                context.app().navigator().go(new Place.TrainingRun(version.run()));
            }
        });
    }

    private void askName() {
        with(version -> Dialogs.askLine("models-rename", new Dialogs.Question(TEXTS.get("rename.title"), TEXTS.get("rename.label"),
                version.name(), TEXTS.get("rename.yes")), null).ifPresent(model::rename));
    }

    private void askWhereTo() {
        with(version -> context.app().files()
                .chooseNewFile(TEXTS.get("export.title"),
                        folder().resolve(version.name().replaceAll("[^\\w.-]", "_") + "." + ModelFiles.EXTENSION))
                .ifPresent(model::exportTo));
    }

    private void askWhichFile() {
        context.app().files().chooseFile(TEXTS.get("import.title"), folder(), List.of(ModelFiles.EXTENSION)).ifPresent(model::importFrom);
    }

    private Path folder() {
        Path parent = context.workbench().folder().toAbsolutePath().getParent();
        return parent == null ? context.workbench().folder() : parent;
    }

    private void confirmDelete() {
        with(version -> {
            if (Dialogs.confirm("models-delete", TEXTS.get("delete.title"), TEXTS.format("delete.text", version.name()),
                    TEXTS.format("delete.yes", version.name()), null)) {
                model.delete();
            }
        });
    }
}
