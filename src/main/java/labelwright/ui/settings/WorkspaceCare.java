package labelwright.ui.settings;

import java.nio.file.Path;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import labelwright.model.IntegrityReport;
import labelwright.task.JobRunner.Lane;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Place;
import labelwright.ui.control.Words;
import labelwright.workbench.Workbench;

/// Checks the open workspace, and writes a backup of it.
final class WorkspaceCare {
    private static final Texts TEXTS = Texts.of(WorkspaceCare.class);
    private static final Scope HERE = Scope.of(Place.SETTINGS);

    private final AppServices app;
    private final ObservableValue<@Nullable Workbench> workbench;
    private final List<Action> actions;

    WorkspaceCare(AppServices app, ObservableValue<@Nullable Workbench> workbench) {
        this.app = app;
        this.workbench = workbench;
        BooleanBinding open = Bindings.createBooleanBinding(() -> workbench.getValue() != null, workbench);
        actions = List.of(
                Action.of(TEXTS, "settings.check").icon("mdi2c-clipboard-check-outline").scope(HERE).needs(open, "needs.workspace")
                        .does(this::check),
                Action.of(TEXTS, "settings.backup").icon("mdi2b-backup-restore").scope(HERE).needs(open, "needs.workspace")
                        .does(this::backup));
    }

    List<Action> actions() {
        return actions;
    }

    private void check() {
        Workbench open = workbench.getValue();
        if (open != null) {
            app.jobs().start(Lane.PROJECT, TEXTS.get("doing.check"), (_, _) -> open.maintenance().check(), this::checked);
        }
    }

    private void checked(IntegrityReport report) {
        String counts = TEXTS.format("check.counts", report.projects(), report.items(), report.annotations());
        if (report.ok()) {
            app.notices().say(TEXTS.format("check.ok", counts));
            return;
        }
        Dialog<ButtonType> dialog = Dialogs.plain("check", TEXTS.get("check.title"), null);
        ListView<String> list = new ListView<>();
        list.getItems().setAll(report.problems());
        dialog.getDialogPane().setContent(new VBox(10, Dialogs.words(TEXTS.format("check.bad", counts)), list));
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(TEXTS.get("check.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.show();
    }

    private void backup() {
        Workbench open = workbench.getValue();
        if (open != null) {
            app.jobs().start(Lane.PROJECT, TEXTS.get("doing.backup"), (_, _) -> open.maintenance().backup(), this::backedUp);
        }
    }

    private void backedUp(Path file) {
        app.notices().say(TEXTS.format("backup.done", Words.path(file)));
    }
}
