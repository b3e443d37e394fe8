package labelwright.ui.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Project;
import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.model.SuggestionCount;
import labelwright.task.JobRunner.Lane;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Words;

/// The models of the project and the one that is selected. FX thread only.
final class ModelsModel {
    private static final Texts TEXTS = Texts.of(ModelsModel.class);

    private final ProjectContext context;
    private final LatestRead listing;
    private final ObservableList<ModelRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ModelRow>> selected = new ReadOnlyObjectWrapper<>(this, "selected", Optional.empty());

    ModelsModel(ProjectContext context) {
        this.context = context;
        listing = context.app().jobs().latest();
    }

    /// Newest first.
    ObservableList<ModelRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Optional<ModelRow>> selected() {
        return selected.getReadOnlyProperty();
    }

    void select(ModelId id) {
        selected.set(rows.stream().filter(row -> row.version().id().equals(id)).findFirst());
    }

    /// Reads the list again; the same model stays selected if it is still there, else the newest is.
    void refresh() {
        read(selected.get().map(row -> row.version().id()));
    }

    /// As [#refresh], and then selects the model.
    void refreshAndSelect(ModelId id) {
        read(Optional.of(id));
    }

    void setStage(ModelVersion.Stage stage) {
        change(TEXTS.get("models.staging"), id -> context.workbench().models().setStage(id, stage));
    }

    void rename(String name) {
        change(TEXTS.get("models.renaming"), id -> context.workbench().models().rename(id, name));
    }

    /// Writes the selected model into a file.
    void exportTo(Path file) {
        selected.get().ifPresent(row -> context.app().jobs().start(Lane.PROJECT, TEXTS.format("job.export", row.version().name()),
                (_, _) -> {
                    context.workbench().models().files().write(row.version().id(), file);
                    return file;
                }, written -> context.app().notices().say(TEXTS.format("export.done", row.version().name(), Words.path(written)))));
    }

    private record Imported(ModelVersion version, List<String> unknownLabels) {}

    /// Adds the model of a file and selects it.
    void importFrom(Path file) {
        Project project = context.project().get();
        context.app().jobs().start(Lane.PROJECT, TEXTS.format("job.import", String.valueOf(file.getFileName())), (_, _) -> {
            ModelVersion version = context.workbench().models().files().read(project, file, "");
            return new Imported(version, context.workbench().models().files().unknownLabels(version));
        }, imported -> {
            refreshAndSelect(imported.version.id());
            context.app().notices().say(imported.unknownLabels.isEmpty()
                    ? TEXTS.format("import.done", imported.version.name())
                    : TEXTS.format("import.done.unknown", imported.version.name(), String.join(", ", imported.unknownLabels)));
        });
    }

    /// Deletes the selected model with its files and its open suggestions.
    void delete() {
        change(TEXTS.get("models.deleting"), id -> context.workbench().models().delete(id));
        context.dataChanged();
    }

    private void change(String doing, java.util.function.Consumer<ModelId> change) {
        selected.get().ifPresent(row -> context.app().jobs().read(doing, () -> {
            change.accept(row.version().id());
            return row;
        }, _ -> refresh()));
    }

    private void read(Optional<ModelId> wanted) {
        Project project = context.project().get();
        listing.read(TEXTS.get("models.reading"), () -> list(project), found -> {
            rows.setAll(found);
            selected.set(found.stream().filter(row -> wanted.filter(row.version().id()::equals).isPresent()).findFirst()
                    .or(() -> found.stream().findFirst()));
        });
    }

    private List<ModelRow> list(Project project) {
        Map<ModelId, SuggestionCount> counts = new HashMap<>();
        context.workbench().models().counts(project).forEach(count -> counts.put(count.model(), count));
        Map<RunId, Run> runs = context.workbench().training().runs(project).stream()
                .collect(Collectors.toMap(Run::id, Function.identity()));
        List<ModelRow> found = new ArrayList<>();
        for (ModelVersion version : context.workbench().models().all(project).reversed()) {
            Run run = version.run() == null ? null : runs.get(version.run());
            found.add(new ModelRow(version, run == null ? "" : run.name(), run == null ? "" : run.progress().dataHash(),
                    counts.getOrDefault(version.id(), new SuggestionCount(version.id(), 0, 0, 0, 0))));
        }
        return found;
    }
}
