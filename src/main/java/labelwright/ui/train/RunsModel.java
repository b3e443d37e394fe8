package labelwright.ui.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.workbench.Training;

/// The runs of the project, which of them are selected, and what those show. FX thread only.
final class RunsModel {
    private static final Texts TEXTS = Texts.of(RunsModel.class);

    private final ProjectContext context;
    private final Training training;
    private final TrainingDesk desk;
    private final LatestRead listing;
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<RunId>> selection = new ReadOnlyObjectWrapper<>(this, "selection", List.of());
    private final ReadOnlyObjectWrapper<List<RunLines.Shown>> shown = new ReadOnlyObjectWrapper<>(this, "shown", List.of());
    private final Map<RunId, RunData> read = new HashMap<>();
    private final Map<RunId, Long> drawn = new HashMap<>();

    RunsModel(ProjectContext context, Training training, TrainingDesk desk) {
        this.context = context;
        this.training = training;
        this.desk = desk;
        listing = context.app().jobs().latest();
        desk.onChange(this::refresh);
        desk.onEnd(run -> forget(run.id()));
    }

    /// Newest first.
    ObservableList<RunRow> rows() {
        return rows;
    }

    /// In the order of the list.
    ReadOnlyObjectProperty<List<RunId>> selection() {
        return selection.getReadOnlyProperty();
    }

    /// The selected runs with their curves and logs, as far as they are read.
    ReadOnlyObjectProperty<List<RunLines.Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    Optional<RunRow> row(RunId id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /// The selected run when it is the only one.
    Optional<RunRow> only() {
        return selection.get().size() == 1 ? row(selection.get().getFirst()) : Optional.empty();
    }

    void select(List<RunId> ids) {
        List<RunId> ordered = rows.stream().map(RunRow::id).filter(ids::contains).toList();
        if (!ordered.equals(selection.get())) {
            selection.set(ordered);
            show();
        }
    }

    /// Reads the list again.
    void refresh() {
        listing.read(TEXTS.get("runs.reading"), () -> training.runs(context.project().get()), this::list);
    }

    /// As [#refresh], and then selects the run.
    void refreshAndSelect(RunId id) {
        listing.read(TEXTS.get("runs.reading"), () -> training.runs(context.project().get()), runs -> {
            list(runs);
            select(List.of(id));
        });
    }

    /// Takes over what live runs said since the last call. Meant to be called about ten times a second while somebody looks.
    void pulse() {
        boolean redraw = false;
        for (LiveRun live : desk.all()) {
            Optional<RunRow> row = row(live.id());
            long version = live.version();
            if (row.isPresent() && version != drawn.getOrDefault(live.id(), -1L)) {
                drawn.put(live.id(), version);
                LiveState.Phase before = row.get().live().get().phase();
                row.get().live().set(live.state());
                redraw |= selection.get().contains(live.id());
                if (before != row.get().live().get().phase()) {
                    refresh();
                }
            }
        }
        if (redraw) {
            show();
        }
    }

    /// Deletes runs that do not run, with their metrics, checkpoints and logs.
    void delete(List<RunId> ids) {
        context.app().jobs().read(TEXTS.get("runs.deleting"), () -> {
            ids.forEach(training::delete);
            return ids.size();
        }, _ -> {
            ids.forEach(read::remove);
            refresh();
        });
    }

    private void list(List<Run> runs) {
        Map<RunId, RunRow> known = rows.stream().collect(Collectors.toMap(RunRow::id, Function.identity()));
        List<RunRow> wanted = new ArrayList<>();
        for (Run run : runs.reversed()) {
            RunRow row = known.getOrDefault(run.id(), new RunRow(run));
            row.run().set(run);
            row.live().set(desk.live(run.id()).map(LiveRun::state).orElse(LiveState.OVER));
            wanted.add(row);
        }
        if (!rows.equals(wanted)) {
            List<RunId> before = selection.get();
            rows.setAll(wanted);
            select(before);
        }
        if (selection.get().isEmpty() && !rows.isEmpty()) {
            select(List.of(rows.getFirst().id()));
        }
        show();
    }

    private void forget(RunId id) {
        read.remove(id);
        drawn.remove(id);
        show();
    }

    private void show() {
        List<RunLines.Shown> next = new ArrayList<>();
        for (RunId id : selection.get()) {
            row(id).ifPresent(row -> next.add(new RunLines.Shown(row.run().get(), data(row))));
        }
        shown.set(next);
    }

    private RunData data(RunRow row) {
        Optional<LiveRun> live = desk.live(row.id());
        if (live.isPresent()) {
            return new RunData(live.get().curves(), live.get().log());
        }
        RunData known = read.get(row.id());
        if (known == null) {
            read.put(row.id(), RunData.EMPTY);
            load(row.id());
            return RunData.EMPTY;
        }
        return known;
    }

    private void load(RunId id) {
        context.app().jobs().read(TEXTS.get("runs.reading"), () -> RunData.of(training.metrics(id, Set.of()), training.log(id)), data -> {
            read.put(id, data);
            show();
        });
    }
}
