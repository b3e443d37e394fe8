package labelwright.ui.data;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.query.ItemSort;
import labelwright.task.CancelToken;
import labelwright.task.JobRunner.Lane;
import labelwright.task.Progress;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.NearItems;

/// Search by meaning among the texts of a project; what was found stands in the list, the most alike first, until a person goes back. FX thread only.
final class SimilarActions {
    private static final Texts TEXTS = Texts.of(SimilarActions.class);
    private static final Scope HERE = Scope.of(Place.DATA);

    private final ProjectContext context;
    private final DataModel model;
    private final ThumbnailGrid grid;
    private final IntSupplier chosen;
    private final Supplier<@Nullable Window> window;
    final Action similar;
    final Action meaning;
    final Action back;

    /// The search itself, off the FX thread.
    @FunctionalInterface
    private interface Search {
        List<NearItems.Near> in(List<ItemId> ids, Progress progress, CancelToken token);
    }

    /// @param chosen the place of the text that is looked for
    SimilarActions(ProjectContext context, DataModel model, ThumbnailGrid grid, IntSupplier chosen, Supplier<@Nullable Window> window) {
        this.context = context;
        this.model = model;
        this.grid = grid;
        this.chosen = chosen;
        this.window = window;
        ObservableBooleanValue any = Bindings.createBooleanBinding(() -> model.found().get().total() > 0, model.found());
        similar = Action.of(TEXTS, "data.similar").icon("mdi2v-vector-link").shortcut("Shortcut+M").scope(HERE)
                .needs(grid.selectedCount().greaterThan(0), "needs.selection").does(this::findSimilar);
        meaning = Action.of(TEXTS, "data.meaning").icon("mdi2t-text-search").shortcut("Shortcut+Shift+F").scope(HERE)
                .needs(any, "needs.pictures").does(this::askWords);
        back = Action.of(TEXTS, "data.similarBack").icon("mdi2c-close").shortcut("Shortcut+Shift+M").scope(HERE)
                .needs(Bindings.createBooleanBinding(() -> model.likeness().get().isPresent(), model.likeness()), "needs.similar")
                .does(() -> model.showLikeness(null));
    }

    List<Action> all() {
        return List.of(similar, meaning, back);
    }

    /// What was looked for, with the way back; takes no place when nothing was.
    Node bar() {
        Label title = new Label();
        title.setId("data-similar-title");
        title.setGraphic(new FontIcon("mdi2v-vector-link"));
        title.setMinWidth(0);
        title.textProperty().bind(model.likeness().map(found -> found.map(Likeness::title).orElse("")));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region leaving = ActionControls.button(back);
        leaving.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(8, title, gap, leaving);
        bar.getStyleClass().add("lw-similar-bar");
        bar.visibleProperty().bind(model.likeness().map(java.util.Optional::isPresent));
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private void findSimilar() {
        int place = chosen.getAsInt();
        if (place < 0 || place >= grid.ids().size()) {
            return;
        }
        ItemId item = grid.ids().get(place);
        context.app().jobs().read(TEXTS.get("doing.read"), () -> context.workbench().catalogue().item(item),
                found -> start(TEXTS.format("similar.to", found.name()), (ids, progress, token) -> context.workbench().near().like(item,
                        ids, Likeness.MOST, progress, token)));
    }

    private void askWords() {
        Dialogs.askLine("data-meaning", new Dialogs.Question(TEXTS.get("meaning.title"), TEXTS.get("meaning.text"), "",
                TEXTS.get("meaning.yes")), window.get())
                .ifPresent(words -> start(TEXTS.format("similar.words", words), (ids, progress, token) -> context.workbench().near()
                        .like(words, ids, Likeness.MOST, progress, token)));
    }

    /// Beside training, which may take the engine for an hour.
    private void start(String title, Search search) {
        Project project = context.project().get();
        Author viewer = context.annotator().get();
        context.app().jobs().start(Lane.READ, title, (progress, token) -> search.in(
                context.workbench().catalogue().find(project, "", viewer, ItemSort.IMPORTED), progress, token), near -> {
                    if (near.isEmpty()) {
                        context.app().notices().say(TEXTS.get("similar.none"));
                    } else {
                        model.showLikeness(Likeness.of(title, near));
                    }
                });
    }
}
