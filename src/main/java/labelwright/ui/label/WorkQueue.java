package labelwright.ui.label;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import labelwright.model.ItemId;
import labelwright.model.WorkState;
import labelwright.model.query.Facets;
import labelwright.model.query.ItemRow;
import labelwright.model.query.ItemSort;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.Catalogue;

/// The items to be labelled in their order, where one is among them, and how far the whole project is. FX thread only; everything is
/// read in the background.
public final class WorkQueue {
    private static final Texts TEXTS = Texts.of(WorkQueue.class);
    private static final String UNLABELLED = "state:new";
    /// Rows are read in blocks of this many neighbours.
    private static final int BLOCK = 64;

    private final Catalogue catalogue;
    private final ProjectContext context;
    private final LatestRead orderRead;
    private final LatestRead progressRead;
    private final LatestRead searchRead;
    private final ObservableList<ItemId> items = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
    private final ObjectProperty<Sequence> sequence = new SimpleObjectProperty<>(Sequence.IMPORTED);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper complete = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper rowsRead = new ReadOnlyLongWrapper();
    private final Map<ItemId, ItemRow> rows = new HashMap<>();
    private final Set<Integer> blocks = new HashSet<>();

    public WorkQueue(ProjectContext context) {
        this.catalogue = context.workbench().catalogue();
        this.context = context;
        this.orderRead = context.app().jobs().latest();
        this.progressRead = context.app().jobs().latest();
        this.searchRead = context.app().jobs().latest();
    }

    public ObservableList<ItemId> items() {
        return items;
    }

    /// The place of the open picture, counted from 0; -1 when none is open.
    public ReadOnlyIntegerProperty position() {
        return position.getReadOnlyProperty();
    }

    public ObjectProperty<Sequence> sequence() {
        return sequence;
    }

    /// How many pictures the project has.
    public ReadOnlyLongProperty total() {
        return total.getReadOnlyProperty();
    }

    /// How many of them the annotator has submitted.
    public ReadOnlyLongProperty complete() {
        return complete.getReadOnlyProperty();
    }

    /// Goes up whenever rows were read or changed.
    public ReadOnlyLongProperty rowsRead() {
        return rowsRead.getReadOnlyProperty();
    }

    /// Takes over an order of another screen.
    public void give(List<ItemId> order) {
        orderRead.forget();
        sequence.set(Sequence.GIVEN);
        replace(order);
    }

    /// Reads the pictures of the project in the chosen order.
    ///
    /// @param then called when they are there
    public void load(Runnable then) {
        ItemSort sort = sequence.get().sort();
        var project = context.project().get();
        var viewer = context.annotator().get();
        orderRead.read(TEXTS.get("doing.order"), () -> catalogue.find(project, "", viewer, sort), found -> {
            replace(found);
            then.run();
        });
    }

    private void replace(List<ItemId> order) {
        Optional<ItemId> open = current();
        rows.clear();
        blocks.clear();
        items.setAll(order);
        position.set(open.map(items::indexOf).orElse(-1));
        countProgress();
    }

    /// Reads states and counts again, as they are needed.
    public void refresh() {
        rows.clear();
        blocks.clear();
        rowsRead.set(rowsRead.get() + 1);
        countProgress();
    }

    /// Reads again how far the project is.
    private void countProgress() {
        var project = context.project().get();
        var viewer = context.annotator().get();
        progressRead.read(TEXTS.get("doing.progress"), () -> catalogue.facets(project, "", viewer), this::showProgress);
    }

    private void showProgress(Facets facets) {
        total.set(facets.total());
        complete.set(facets.states().entrySet().stream().filter(entry -> entry.getKey().isComplete()).mapToLong(Map.Entry::getValue).sum());
    }

    public Optional<ItemId> current() {
        int at = position.get();
        return at >= 0 && at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
    }

    /// Moves to the picture; one that is not in the order is put at its end.
    public void moveTo(ItemId item) {
        int at = items.indexOf(item);
        if (at < 0) {
            at = items.size();
            // the block that it comes into may have been read without it
            blocks.remove(at / BLOCK);
            items.add(item);
        }
        position.set(at);
    }

    /// The picture so many places further on, if there is one.
    public Optional<ItemId> neighbour(int steps) {
        int at = position.get() + steps;
        return at >= 0 && at < items.size() ? Optional.of(items.get(at)) : Optional.empty();
    }

    /// Looks for the next picture that the annotator has not begun, from here on and then from the start.
    ///
    /// @param then gets it; empty when there is none
    public void findUnlabelled(Consumer<Optional<ItemId>> then) {
        var project = context.project().get();
        var viewer = context.annotator().get();
        List<ItemId> order = List.copyOf(items);
        int from = position.get();
        searchRead.read(TEXTS.get("doing.search"), () -> {
            Set<ItemId> fresh = new HashSet<>(catalogue.find(project, UNLABELLED, viewer, ItemSort.IMPORTED));
            for (int step = 1; step <= order.size(); step++) {
                ItemId item = order.get(Math.floorMod(from + step, order.size()));
                if (fresh.contains(item)) {
                    return Optional.of(item);
                }
            }
            return Optional.<ItemId>empty();
        }, then);
    }

    /// The row of a picture, when it was read already; asks for it and its neighbours otherwise.
    public Optional<ItemRow> row(int index) {
        if (index < 0 || index >= items.size()) {
            return Optional.empty();
        }
        int block = index / BLOCK;
        if (!rows.containsKey(items.get(index)) && blocks.add(block)) {
            List<ItemId> ids = List.copyOf(items.subList(block * BLOCK, Math.min(items.size(), (block + 1) * BLOCK)));
            var viewer = context.annotator().get();
            context.app().jobs().read(TEXTS.get("doing.rows"), () -> catalogue.rows(ids, viewer), read -> {
                read.forEach(row -> rows.putIfAbsent(row.item().id(), row));
                rowsRead.set(rowsRead.get() + 1);
            });
        }
        // A read that is quick enough delivers at once: then the row is there now.
        return Optional.ofNullable(rows.get(items.get(index)));
    }

    /// The open picture was worked on.
    public void worked(ItemId item, WorkState state, int annotations, int suggestions) {
        ItemRow known = rows.get(item);
        if (known == null) {
            return;
        }
        if (known.state().isComplete() != state.isComplete()) {
            complete.set(complete.get() + (state.isComplete() ? 1 : -1));
        }
        rows.put(item, new ItemRow(known.item(), state, annotations, suggestions, known.bestScore()));
        rowsRead.set(rowsRead.get() + 1);
    }
}
