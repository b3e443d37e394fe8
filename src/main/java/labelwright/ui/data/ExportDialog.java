package labelwright.ui.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.ExportTask;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.task.CancelToken;
import labelwright.task.Progress;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.workbench.ExportRequest;
import labelwright.workbench.FormatInfo;
import labelwright.workbench.Loss;
import labelwright.workbench.Verify;

/// Asks what to export, and how; says beforehand what the format cannot hold.
final class ExportDialog {
    private static final Texts TEXTS = Texts.of(ExportDialog.class);
    private static final double WIDTH = 560;

    private final ProjectContext context;
    private final String query;
    private final LatestRead looks;
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok;
    private final ChoiceBox<FormatInfo> format = new ChoiceBox<>();
    private final ChoiceBox<ExportTask> task = new ChoiceBox<>();
    private final RadioButton counting = new RadioButton(TEXTS.get("export.who.counting"));
    private final RadioButton mine = new RadioButton();
    private final RadioButton all = new RadioButton(TEXTS.get("export.what.all"));
    private final RadioButton shown = new RadioButton();
    private final TextField folder = new TextField();
    private final CheckBox verify = new CheckBox(TEXTS.get("export.verify"));
    private final VBox losses = new VBox(4);

    /// @param query what the screen shows now
    ExportDialog(ProjectContext context, List<FormatInfo> formats, String query, @Nullable Window owner) {
        this.context = context;
        this.query = query;
        looks = context.app().jobs().latest();
        Project project = context.project().get();
        dialog = Dialogs.plain("export", TEXTS.format("export.title", project.name()), owner);
        String yes = TEXTS.get("export.yes");
        ok = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        format.getItems().setAll(formats);
        format.setValue(formats.getFirst());
        folder.setText(suggestedFolder(formats.getFirst()).toString());
        VBox content = new VBox(14, choices(), losses);
        losses.setId("export-losses");
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(content);
        Button button = Dialogs.buttons(dialog, yes, ok);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> path().isEmpty(), folder.textProperty()));
        format.valueProperty().subscribe((before, chosen) -> {
            if (folder.getText().equals(suggestedFolder(before).toString())) {
                folder.setText(suggestedFolder(chosen).toString());
            }
            look();
        });
        task.valueProperty().subscribe(this::look);
        counting.selectedProperty().subscribe(this::look);
        all.selectedProperty().subscribe(this::look);
        look();
    }

    Optional<ExportRequest> ask() {
        Optional<ExportRequest> answer = dialog.showAndWait().filter(ok::equals).flatMap(_ -> path()).map(this::request);
        looks.forget();
        return answer;
    }

    private ExportRequest request(Path out) {
        Author who = mine.isSelected() ? context.annotator().get() : null;
        return new ExportRequest(context.project().get(), out, format.getValue().id(), who, shown.isSelected() ? query : "",
                verify.isSelected() ? Verify.YES : Verify.NO)
                .withTask(format.getValue().tasks().isEmpty() ? ExportTask.AUTO : task.getValue());
    }

    private void look() {
        ExportRequest request = request(path().orElse(Path.of("")));
        losses.getChildren().setAll(muted(TEXTS.get("export.losses.looking")));
        looks.read(TEXTS.get("doing.losses"), () -> context.workbench().exports().losses(request, Progress.NONE, new CancelToken()),
                this::showLosses);
    }

    private void showLosses(List<Loss> found) {
        losses.getChildren().clear();
        if (found.isEmpty()) {
            losses.getChildren().add(muted(TEXTS.get("export.losses.none")));
            return;
        }
        Label heading = new Label(TEXTS.get("export.losses"));
        heading.getStyleClass().add(Styles.PANEL_TITLE);
        losses.getChildren().add(heading);
        for (Loss loss : found) {
            Label line = Dialogs.words(loss.what() + " \u2014 " + loss.why());
            line.setMaxWidth(WIDTH);
            losses.getChildren().add(line);
        }
    }

    private Node choices() {
        format.setId("export-format");
        format.setConverter(new StringConverter<>() {
            @Override
            public String toString(FormatInfo value) {
                return value == null ? "" : value.name();
            }

            @Override
            public FormatInfo fromString(String text) {
                throw new UnsupportedOperationException("A format is not typed");
            }
        });
        task.setId("export-task");
        task.setConverter(new StringConverter<>() {
            @Override
            public String toString(ExportTask value) {
                return value == null ? "" : TEXTS.name(value);
            }

            @Override
            public ExportTask fromString(String text) {
                throw new UnsupportedOperationException("A task is not typed");
            }
        });
        task.getItems().setAll(ExportTask.values());
        task.setValue(ExportTask.AUTO);
        mine.setText(TEXTS.format("export.who.mine", context.annotator().get().name()));
        pair(counting, mine);
        shown.setText(
                query.isBlank() || query.startsWith("id:") ? TEXTS.get("export.what.shown.all") : TEXTS.format("export.what.shown", query));
        shown.setDisable(query.isBlank());
        pair(all, shown);
        verify.setId("export-verify");
        verify.setSelected(true);
        folder.setId("export-folder");
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button browse = new Button(TEXTS.get("browse"));
        browse.setOnAction(_ -> context.app().files().chooseFolder(TEXTS.get("export.folder"), path().orElse(Path.of("")))
                .ifPresent(chosen -> folder.setText(chosen.resolve(context.project().get().name()).toString())));
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(12);
        ColumnConstraints words = new ColumnConstraints();
        words.setMinWidth(HBox.USE_PREF_SIZE);
        words.setHalignment(HPos.RIGHT);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(words, fields);
        row(grid, "export.format", format);
        if (context.project().get().kind() == ProjectKind.IMAGE) {
            row(grid, "export.task", task);
        }
        format.valueProperty().subscribe(chosen -> task.setDisable(chosen == null || chosen.tasks().isEmpty()));
        row(grid, "export.folder", new HBox(6, folder, browse));
        row(grid, "export.what." + context.project().get().kind().name(), new VBox(6, all, shown));
        row(grid, "export.who", new VBox(6, counting, mine));
        row(grid, "export.after", verify);
        return grid;
    }

    private static void pair(RadioButton first, RadioButton second) {
        ToggleGroup group = new ToggleGroup();
        first.setToggleGroup(group);
        second.setToggleGroup(group);
        first.setSelected(true);
    }

    private static void row(GridPane grid, String key, Node field) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add(Styles.MUTED);
        int row = grid.getRowCount();
        GridPane.setValignment(label, field instanceof VBox ? VPos.TOP : VPos.CENTER);
        grid.add(label, 0, row);
        grid.add(field, 1, row);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.MUTED);
        return label;
    }

    private Path suggestedFolder(FormatInfo chosen) {
        String name = context.project().get().name().replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return Path.of(System.getProperty("user.home", ".")).resolve("Labelwright").resolve("exports").resolve(name + "-" + chosen.id());
    }

    private Optional<Path> path() {
        String text = folder.getText().strip();
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? Optional.of(path.normalize()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
