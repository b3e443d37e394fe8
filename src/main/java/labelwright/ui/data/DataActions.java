package labelwright.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Split;
import labelwright.task.JobRunner.Lane;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.KindTexts;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;
import labelwright.workbench.SplitReport;

/// What can be done on the Data screen.
final class DataActions {
    private static final Texts TEXTS = Texts.of(DataActions.class);
    private static final Scope HERE = Scope.of(Place.DATA);

    private final ProjectContext context;
    private final DataModel model;
    private final ThumbnailGrid grid;
    private final Supplier<@Nullable Window> window;
    private final Transfers transfers;
    private final List<Action> setSplit = new ArrayList<>();

    private final KindTexts words;
    final Action importFolder;
    final Action importFile;
    final Action export;
    final Action split;
    final Action open;
    final Action delete;
    final Action suggest;
    final Action showAll;
    private final SimilarActions similar;
    private final Action find;
    private final Action selectAll;
    private final Action selectNone;
    private final Action refresh;

    DataActions(ProjectContext context, DataModel model, ThumbnailGrid grid, QueryBar query, Supplier<@Nullable Window> window) {
        this.context = context;
        this.model = model;
        this.grid = grid;
        this.window = window;
        words = new KindTexts(TEXTS, context.project().get().kind());
        transfers = new Transfers(context, window);
        BooleanBinding some = grid.selectedCount().greaterThan(0);
        BooleanBinding any = Bindings.createBooleanBinding(() -> model.found().get().total() > 0, model.found());
        importFolder = Action.of(TEXTS, "data.import").icon("mdi2f-folder-plus-outline").shortcut("Shortcut+I").scope(HERE)
                .does(this::chooseFolder);
        importFile = Action.of(TEXTS, "data.importFile").icon("mdi2f-file-plus-outline").scope(HERE).does(this::chooseFile);
        export = Action.of(TEXTS, "data.export").icon("mdi2e-export").shortcut("Shortcut+E").scope(HERE).needs(any, "needs.pictures")
                .does(() -> transfers.export(model.shownQuery()));
        split = Action.of(TEXTS, "data.split").icon("mdi2c-call-split").scope(HERE).needs(any, "needs.pictures").does(this::divide);
        open = Action.of(TEXTS, "data.open").icon("mdi2v-vector-square").shortcut("Enter").scope(HERE).needs(some, "needs.selection")
                .does(() -> openAt(first()));
        suggest = Action.of(TEXTS, "data.suggest").icon("mdi2a-auto-fix").scope(HERE).needs(some, "needs.selection").does(this::suggest);
        delete = Action.of(TEXTS, "data.delete").icon("mdi2d-delete-outline").shortcut("Delete").scope(HERE).needs(some, "needs.selection")
                .does(this::delete);
        showAll = Action.of(TEXTS, "data.showAll").icon("mdi2c-close").scope(HERE).does(this::showAll);
        similar = new SimilarActions(context, model, grid, this::first, window);
        find = Action.of(TEXTS, "data.find").icon("mdi2m-magnify").shortcut("Shortcut+F").shortcut("/").scope(HERE).does(query::focusField);
        selectAll = Action.of(TEXTS, "data.selectAll").icon("mdi2s-select-all").shortcut("Shortcut+A").scope(HERE)
                .needs(any, "needs.pictures").does(grid::selectAll);
        selectNone = Action.of(TEXTS, "data.selectNone").icon("mdi2s-select-off").shortcut("Esc").scope(HERE)
                .needs(some, "needs.selection").does(grid::selectNone);
        refresh = Action.of(TEXTS, "data.refresh").icon("mdi2r-refresh").shortcut("F5").scope(HERE).does(this::refresh);
        for (Split value : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE)) {
            String words = TEXTS.format("bulk.split.to", Words.of(value));
            setSplit.add(
                    Action.named("data.split." + value.name().toLowerCase(Locale.ROOT), words, TEXTS).icon("mdi2c-call-split").scope(HERE)
                            .needs(some, "needs.selection").does(() -> setSplit(value)));
        }
    }

    List<Action> all() {
        List<Action> all = new ArrayList<>(
                List.of(importFolder, importFile, export, split, find, showAll, open, suggest, delete, selectAll, selectNone,
                        refresh));
        all.addAll(setSplit);
        if (comparesTexts()) {
            all.addAll(similar.all());
        }
        return all;
    }

    /// Only texts can be compared by their meaning.
    boolean comparesTexts() {
        return context.project().get().kind() == ProjectKind.TEXT;
    }

    SimilarActions similar() {
        return similar;
    }

    /// For the menu of the selection.
    List<Action> ofSelection() {
        List<Action> menu = new ArrayList<>(List.of(open));
        menu.add(suggest);
        if (comparesTexts()) {
            menu.add(similar.similar);
        }
        menu.addAll(setSplit);
        menu.add(delete);
        return menu;
    }

    List<Action> setSplit() {
        return List.copyOf(setSplit);
    }

    Transfers transfers() {
        return transfers;
    }

    /// Goes to the picture at this place of the grid; next and previous then follow the order of the grid.
    void openAt(int index) {
        List<ItemId> order = grid.ids();
        if (index >= 0 && index < order.size()) {
            context.app().navigator().go(new Place.Picture(order.get(index), order));
        }
    }

    private void showAll() {
        model.showLikeness(null);
        model.query().set("");
    }

    private int first() {
        int cursor = grid.cursor();
        List<ItemId> selected = grid.selectedIds();
        boolean onCursor = cursor >= 0 && selected.contains(grid.ids().get(cursor));
        return onCursor || selected.isEmpty() ? cursor : grid.ids().indexOf(selected.getFirst());
    }

    private void chooseFolder() {
        context.app().files().chooseFolder(TEXTS.get("action.data.import"), home()).ifPresent(transfers::importFrom);
    }

    private void chooseFile() {
        context.app().files().chooseFile(TEXTS.get("action.data.importFile"), home(), files())
                .ifPresent(transfers::importFrom);
    }

    private void divide() {
        new SplitDialog(context.app().files(), home(), words, window.get()).ask()
                .ifPresent(choice -> context.app().jobs().start(Lane.PROJECT,
                        TEXTS.get("doing.split"), (_, _) -> switch (choice) {
                            case SplitDialog.Choice.BySeed(int train, int validation, int test, long seed) ->
                                context.workbench().splits().bySeed(context.project().get(), train, validation, test, seed);
                            case SplitDialog.Choice.ByLists(Path folder) ->
                                context.workbench().splits().byLists(context.project().get(), folder);
                        }, this::divided));
    }

    private void divided(SplitReport report) {
        context.dataChanged();
        context.app().notices().say(TEXTS.format("split.done", report.train(), report.validation(), report.test(), report.none()));
        if (!report.unmatched().isEmpty()) {
            context.app().notices().say(TEXTS.format("split.unmatched", report.unmatched().size(), report.unmatched().getFirst()));
        }
    }

    private void setSplit(Split value) {
        List<ItemId> chosen = grid.selectedIds();
        context.app().jobs().start(Lane.PROJECT, TEXTS.get("doing.split"), (_, _) -> {
            context.workbench().catalogue().setSplit(chosen, value);
            return chosen.size();
        }, count -> {
            context.dataChanged();
            context.app().notices().say(words.format("bulk.split.done.", count, Words.of(value)));
        });
    }

    private void suggest() {
        List<ItemId> chosen = grid.selectedIds();
        context.app().jobs().read(TEXTS.get("doing.models"), () -> context.workbench().models().all(context.project().get()), models -> {
            if (models.isEmpty()) {
                context.app().notices().say(TEXTS.get("suggest.noModel"));
            } else {
                new SuggestDialog(models, chosen.size(), words, window.get()).ask().ifPresent(choice -> suggest(choice, chosen));
            }
        });
    }

    private void suggest(SuggestDialog.Choice choice, List<ItemId> chosen) {
        String query = "id:" + String.join(",", chosen.stream().map(ItemId::toString).toList());
        Project project = context.project().get();
        context.app().jobs().start(Lane.ENGINE, TEXTS.format("doing.suggest", choice.model().name()),
                (progress, token) -> context.workbench().suggestions().suggest(project, choice.model().id(), choice.floor(), query,
                        progress,
                        token),
                report -> {
                    context.dataChanged();
                    context.app().notices().say(words.format("suggest.done.", report.suggestions(), report.items()));
                });
    }

    private void delete() {
        List<ItemId> chosen = grid.selectedIds();
        if (Dialogs.confirm("delete", words.format("delete.title.", chosen.size()), words.get("delete.text."),
                words.format("delete.yes.", chosen.size()), window.get())) {
            context.app().jobs().start(Lane.PROJECT, words.format("doing.delete.", chosen.size()), (_, _) -> {
                context.workbench().catalogue().delete(chosen);
                return chosen.size();
            }, _ -> context.dataChanged());
        }
    }

    private void refresh() {
        grid.forgetPictures();
        model.reload();
    }

    /// The endings of files that may hold a whole data set.
    private List<String> files() {
        return switch (context.project().get().kind()) {
            case IMAGE -> List.of("json", "yaml", "yml", "xml");
            case TEXT -> List.of("txt", "md", "json", "jsonl", "csv", "tsv", "xml", "conll", "iob", "bio", "ann", "pdf", "docx");
        };
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home", "."));
    }
}
