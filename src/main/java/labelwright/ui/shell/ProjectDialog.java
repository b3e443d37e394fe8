package labelwright.ui.shell;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.geometry.ShapeKind;
import labelwright.model.Colour;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.Styles;

/// Name and labels of a project, new or not.
final class ProjectDialog {
    private static final Texts TEXTS = Texts.of(ProjectDialog.class);
    private static final double WIDTH = 540;
    private static final double LABELS_HEIGHT = 260;
    private static final int KEYS = 9;

    private final ProjectForm form;
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok;
    private final Button okButton;
    private final VBox rows = new VBox();
    private final Label fault = new Label();

    ProjectDialog(ProjectForm form, String title, String yes, @Nullable Window owner) {
        this.form = form;
        dialog = Dialogs.plain("project", title, owner);
        dialog.getDialogPane().getStylesheets().add(Styles.sheet(ProjectDialog.class, "shell.css"));
        ok = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        okButton = Dialogs.buttons(dialog, yes, ok);
        okButton.getStyleClass().add(Styles.ACCENT);
        dialog.getDialogPane().setContent(content());
        fill();
        check();
    }

    /// The form as it was filled in; empty when it was cancelled.
    Optional<ProjectForm> ask() {
        return dialog.showAndWait().filter(ok::equals).map(_ -> form);
    }

    private Node content() {
        TextField name = new TextField(form.name());
        name.setId("project-name");
        name.setPromptText(TEXTS.get("project.name.prompt"));
        name.textProperty().subscribe(text -> {
            form.setName(text);
            check();
        });
        rows.getStyleClass().add("lw-label-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(LABELS_HEIGHT);
        scroll.getStyleClass().add("lw-bordered");
        fault.setId("project-fault");
        fault.getStyleClass().addAll(Styles.FAULT, Styles.SMALL);
        VBox content = new VBox(6, heading("project.name"), name, heading("project.labels"), scroll, adder(), fault);
        VBox.setMargin(scroll, new Insets(0, 0, 4, 0));
        content.setPrefWidth(WIDTH);
        Dialogs.focusFirst(dialog, name);
        return content;
    }

    private Node adder() {
        TextField field = new TextField();
        field.setId("project-new-label");
        field.setPromptText(TEXTS.get("project.labels.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button add = new Button(TEXTS.get("project.labels.add"), new FontIcon("mdi2p-plus"));
        add.setId("project-add-label");
        add.disableProperty().bind(field.textProperty().map(String::isBlank));
        Runnable adding = () -> {
            form.add(field.getText());
            field.clear();
            fill();
            check();
        };
        add.setOnAction(_ -> adding.run());
        // Enter adds the label that is being typed; it stores the project only when there is none.
        field.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER && !field.getText().isBlank()) {
                adding.run();
                event.consume();
            }
        });
        return new HBox(8, field, add);
    }

    private void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < form.lines().size(); i++) {
            rows.getChildren().add(row(i));
        }
        if (form.lines().isEmpty()) {
            Label none = Dialogs.words(TEXTS.get("project.labels.none"));
            none.getStyleClass().add(Styles.MUTED);
            rows.getChildren().add(none);
        }
    }

    private Node row(int index) {
        ProjectForm.Line line = form.lines().get(index);
        Label key = new Label(index < KEYS ? Integer.toString(index + 1) : "");
        key.getStyleClass().add(index < KEYS ? Styles.KEY : Styles.MUTED);
        key.setMinWidth(26);
        key.setAlignment(Pos.CENTER);
        ColorPicker colour = new ColorPicker(LabelSwatch.toPaint(line.colour()));
        colour.getStyleClass().addAll("button", "lw-colour");
        colour.setOnAction(_ -> form.set(index, form.lines().get(index).withColour(toColour(colour.getValue()))));
        TextField name = new TextField(line.name());
        HBox.setHgrow(name, Priority.ALWAYS);
        name.textProperty().subscribe(text -> {
            form.set(index, form.lines().get(index).withName(text));
            check();
        });
        HBox row = new HBox(6, key, colour, name, shape(index, ShapeKind.BOX, "mdi2r-rectangle-outline"),
                shape(index, ShapeKind.POLYGON, "mdi2v-vector-polygon"),
                small("mdi2a-arrow-up", "project.label.up", () -> form.move(index, -1)),
                small("mdi2a-arrow-down", "project.label.down", () -> form.move(index, 1)),
                small("mdi2c-close", "project.label.remove", () -> form.remove(index)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node shape(int index, ShapeKind kind, String icon) {
        ToggleButton toggle = new ToggleButton("", new FontIcon(icon));
        toggle.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "lw-shape");
        toggle.setTooltip(new Tooltip(TEXTS.name(kind)));
        toggle.setAccessibleText(TEXTS.name(kind));
        toggle.setSelected(form.lines().get(index).shapes().contains(kind));
        toggle.selectedProperty().subscribe(selected -> {
            ProjectForm.Line line = form.lines().get(index);
            Set<ShapeKind> shapes = EnumSet.noneOf(ShapeKind.class);
            shapes.addAll(line.shapes());
            if (selected) {
                shapes.add(kind);
            } else {
                shapes.remove(kind);
            }
            form.set(index, line.withShapes(shapes));
            check();
        });
        return toggle;
    }

    private Button small(String icon, String key, Runnable change) {
        Button button = new Button(TEXTS.get(key), new FontIcon(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setOnAction(_ -> {
            change.run();
            fill();
            check();
        });
        return button;
    }

    private void check() {
        Optional<ProjectForm.Fault> wrong = form.fault();
        boolean untouched = wrong.filter(ProjectForm.Fault.NO_NAME::equals).isPresent();
        fault.setText(wrong.filter(_ -> !untouched).map(TEXTS::name).orElse(""));
        okButton.setDisable(wrong.isPresent());
    }

    private static Label heading(String key) {
        Label label = new Label(TEXTS.get(key));
        label.getStyleClass().add(Styles.PANEL_TITLE);
        return label;
    }

    private static Colour toColour(Color paint) {
        int most = 255;
        return new Colour((int) Math.round(paint.getRed() * most) << 16 | (int) Math.round(paint.getGreen() * most) << 8
                | (int) Math.round(paint.getBlue() * most));
    }
}
