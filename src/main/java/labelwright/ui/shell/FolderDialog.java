package labelwright.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.FileChoosers;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// Asks where a new workspace is to be, and says at once when the place will not do.
final class FolderDialog {
    private static final Texts TEXTS = Texts.of(FolderDialog.class);
    private static final double WIDTH = 520;

    /// Whether a folder will do for a new workspace.
    enum Fit {
        GOOD, IS_WORKSPACE, HOLDS_FILES, NOT_A_FOLDER, NO_PATH
    }

    /// @param id of the nodes
    /// @param fits whether what was found will do
    record Request(String id, String title, String text, String yes, Path start, Function<Fit, Boolean> fits) {}

    private final Request request;
    private final FileChoosers files;
    private final LatestRead checks;
    private final Dialog<Path> dialog;
    private final ButtonType ok;
    private final Button okButton;
    private final TextField field;
    private final Label fault = new Label();

    FolderDialog(Request request, FileChoosers files, FxJobs jobs, @Nullable Window owner) {
        this.request = request;
        this.files = files;
        checks = jobs.latest();
        dialog = Dialogs.plain(request.id(), request.title(), owner);
        ok = new ButtonType(request.yes(), ButtonBar.ButtonData.OK_DONE);
        field = new TextField(request.start().toString());
        field.setId(request.id() + "-folder");
        HBox.setHgrow(field, Priority.ALWAYS);
        Button browse = new Button(TEXTS.get("folder.browse"), new FontIcon("mdi2f-folder-search-outline"));
        browse.setOnAction(_ -> this.files.chooseFolder(request.title(), path().orElse(request.start()))
                .ifPresent(chosen -> field.setText(chosen.toString())));
        fault.setId(request.id() + "-fault");
        fault.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Wrapping.of(fault);
        VBox content = new VBox(10, Dialogs.words(request.text()), new HBox(8, field, browse), fault);
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(content);
        okButton = Dialogs.buttons(dialog, request.yes(), ok);
        okButton.getStyleClass().add(Styles.ACCENT);
        Dialogs.focusFirst(dialog, field);
        field.textProperty().subscribe(_ -> check());
    }

    Optional<Path> ask() {
        dialog.setResultConverter(pressed -> ok.equals(pressed) ? path().orElse(null) : null);
        return dialog.showAndWait();
    }

    private void check() {
        okButton.setDisable(true);
        Optional<Path> folder = path();
        checks.read(request.title(), () -> folder.map(FolderDialog::look).orElse(Fit.NO_PATH), fit -> {
            okButton.setDisable(!request.fits().apply(fit));
            fault.setText(fit == Fit.GOOD ? "" : TEXTS.name(fit));
        });
    }

    /// Looks at the disk; not on the FX thread.
    static Fit look(Path folder) {
        if (WorkspaceModel.isWorkspace(folder)) {
            return Fit.IS_WORKSPACE;
        }
        if (!Files.exists(folder)) {
            return Fit.GOOD;
        }
        if (!Files.isDirectory(folder)) {
            return Fit.NOT_A_FOLDER;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent() ? Fit.HOLDS_FILES : Fit.GOOD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> path() {
        String text = field.getText().strip();
        String home = System.getProperty("user.home", "");
        try {
            Path path = Path.of(text.startsWith("~") ? home + text.substring(1) : text);
            return text.isEmpty() || !path.isAbsolute() ? Optional.empty() : Optional.of(path.normalize());
        } catch (InvalidPathException e) {
            fault.setText(e.getReason());
            return Optional.empty();
        }
    }
}
