package labelwright.ui.shell;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
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
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.LabelSchema.SubmitRule;
import labelwright.model.ProjectKind;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.FileChoosers;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.workbench.SchemaFile;
import labelwright.workbench.WorkbenchException;

/// Name, labels and relations of a project, new or not, and the kind of a new one.
final class ProjectDialog {
    private static final Texts TEXTS = Texts.of(ProjectDialog.class);
    private static final double WIDTH = 660;
    private static final double LABELS_HEIGHT = 260;
    private static final double LABELS_BESIDE_RELATIONS = 150;
    private static final double SHAPES_WIDTH = 128;
    private static final int KEYS = 9;
    private static final double SPACE = 6;
    private static final List<String> SCHEMAS = List.of("yaml", "yml", "json");
    private static final Path HOME = Path.of(System.getProperty("user.home", "."));
    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

    private final ProjectForm form;
    private final Dialog<ButtonType> dialog;
    private final ButtonType ok;
    private final Button okButton;
    private final VBox rows = new VBox();
    private final ScrollPane labels = new ScrollPane(rows);
    private final Label fault = new Label();
    private final FileChoosers files;
    private final LabelSchema present;
    private final CheckBox strict = new CheckBox();
    private final Age age;
    private final Label pictureHeading = heading("project.picture.IMAGE");
    private final RelationTable relations;
    private final VBox relationPart;
    private Runnable counting = () -> {};

    /// Whether the kind of the project can still be chosen.
    enum Age {
        NEW, OLD
    }

    /// @param form what is stored now is what it holds now
    ProjectDialog(ProjectForm form, Age age, FileChoosers files, String title, String yes, @Nullable Window owner) {
        this.form = form;
        this.age = age;
        relations = new RelationTable(form, this::check);
        relationPart = new VBox(SPACE, heading("project.relations"), relations);
        this.files = files;
        present = form.schema();
        dialog = Dialogs.plain("project", title, owner);
        dialog.getDialogPane().getStyleClass().add("lw-wide");
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
        labels.setFitToWidth(true);
        labels.getStyleClass().add("lw-bordered");
        fault.setId("project-fault");
        fault.getStyleClass().addAll(Styles.FAULT, Styles.SMALL);
        VBox content = new VBox(SPACE, heading("project.name"), name);
        if (age == Age.NEW) {
            content.getChildren().addAll(heading("project.kind"), kinds());
        }
        content.getChildren().addAll(heading("project.labels"), labels, adder(), relationPart, pictureHeading, picture(), fault);
        showKind();
        VBox.setMargin(labels, new Insets(0, 0, 4, 0));
        content.setPrefWidth(WIDTH);
        Dialogs.focusFirst(dialog, name);
        return content;
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox line = new HBox(16);
        for (ProjectKind kind : ProjectKind.values()) {
            RadioButton button = new RadioButton(TEXTS.name(kind));
            button.setId("project-kind-" + kind.key());
            button.setToggleGroup(group);
            button.setSelected(kind == form.kind());
            button.setOnAction(_ -> {
                form.setKind(kind);
                showKind();
                fill();
                check();
            });
            line.getChildren().add(button);
        }
        return line;
    }

    private void showKind() {
        boolean texts = form.kind() == ProjectKind.TEXT;
        relationPart.setVisible(texts);
        relationPart.setManaged(texts);
        labels.setPrefHeight(texts ? LABELS_BESIDE_RELATIONS : LABELS_HEIGHT);
        pictureHeading.setText(TEXTS.get("project.picture." + form.kind().name()));
        counting.run();
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
        HBox row = new HBox(SPACE, key, colour, name);
        switch (form.kind()) {
            case IMAGE -> row.getChildren().addAll(shapes(index), attributes(index), skeleton(index));
            case TEXT -> row.getChildren().add(attributes(index));
        }
        row.getChildren().addAll(small("mdi2a-arrow-up", "project.label.up", () -> form.move(index, -1)),
                small("mdi2a-arrow-down", "project.label.down", () -> form.move(index, 1)),
                small("mdi2c-close", "project.label.remove", () -> form.remove(index)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private MenuButton shapes(int index) {
        MenuButton menu = new MenuButton();
        menu.setId("project-shapes-" + index);
        menu.setPrefWidth(SHAPES_WIDTH);
        menu.setMinWidth(SHAPES_WIDTH);
        menu.setTooltip(new Tooltip(TEXTS.get("project.shapes.tip")));
        for (ShapeKind kind : ShapeKind.OF_PICTURES) {
            CheckBox box = new CheckBox(TEXTS.name(kind));
            box.setSelected(form.lines().get(index).shapes().contains(kind));
            box.selectedProperty().addListener((_, _, chosen) -> {
                Set<ShapeKind> shapes = EnumSet.noneOf(ShapeKind.class);
                shapes.addAll(form.lines().get(index).shapes());
                if (chosen) {
                    shapes.add(kind);
                } else {
                    shapes.remove(kind);
                }
                form.set(index, form.lines().get(index).withShapes(shapes));
                menu.setText(shapeWords(shapes));
                check();
            });
            // Several kinds are chosen in a row: the menu stays.
            menu.getItems().add(new CustomMenuItem(box, false));
        }
        menu.setText(shapeWords(form.lines().get(index).shapes()));
        return menu;
    }

    private static String shapeWords(Set<ShapeKind> shapes) {
        return switch (shapes.size()) {
            case 1 -> TEXTS.name(shapes.iterator().next());
            default -> shapes.size() == ShapeKind.OF_PICTURES.size()
                    ? TEXTS.get("project.shapes.any")
                    : TEXTS.format("project.shapes.some", shapes.size());
        };
    }

    private Button attributes(int index) {
        int count = form.lines().get(index).attributes().definitions().size();
        Button button = new Button(count == 0 ? "" : Integer.toString(count), new FontIcon("mdi2f-form-textbox"));
        button.setId("project-attributes-" + index);
        button.getStyleClass().addAll(Styles.FLAT, "lw-label-button");
        mark(button, count > 0, "project.attributes");
        button.setOnAction(_ -> {
            ProjectForm.Line line = form.lines().get(index);
            AttributeLines lines = new AttributeLines(AttributeLines.Subject.REGIONS, line.attributes());
            new AttributesDialog(lines, Map.of(), TEXTS.format("attributes.title", line.name()), window()).ask().ifPresent(entered -> {
                form.set(index, form.lines().get(index).withAttributes(entered));
                fill();
            });
        });
        return button;
    }

    private Button skeleton(int index) {
        Button button = new Button("", new FontIcon("mdi2h-human"));
        button.setId("project-skeleton-" + index);
        button.getStyleClass().addAll(Styles.FLAT, "lw-label-button");
        mark(button, form.lines().get(index).skeleton() != null, "project.skeleton");
        button.setOnAction(_ -> {
            ProjectForm.Line line = form.lines().get(index);
            SkeletonDraft draft = new SkeletonDraft(line.skeleton());
            if (new SkeletonDialog(draft, TEXTS.format("skeleton.title", line.name()), window()).ask()) {
                form.set(index, form.lines().get(index).withSkeleton(draft.template().orElse(null)));
                fill();
            }
        });
        return button;
    }

    private static void mark(Button button, boolean used, String tip) {
        button.setTooltip(new Tooltip(TEXTS.get(tip)));
        button.setAccessibleText(TEXTS.get(tip));
        button.pseudoClassStateChanged(USED, used);
    }

    /// What is asked about pictures, the rule of submitting, and the schema as a file.
    private Node picture() {
        Button asked = new Button("", new FontIcon("mdi2f-form-textbox"));
        asked.setId("project-picture");
        Runnable count = () -> asked.setText(TEXTS.format("project.questions." + form.kind().name(), form.picture().definitions().size()));
        count.run();
        counting = count;
        asked.setOnAction(_ -> {
            Map<LabelId, String> labels = new LinkedHashMap<>();
            form.lines().forEach(line -> labels.put(line.id(), line.name()));
            AttributeLines lines = new AttributeLines(AttributeLines.Subject.PICTURE, form.picture());
            new AttributesDialog(lines, labels, TEXTS.get("attributes.title.item." + form.kind().name()), window()).ask()
                    .ifPresent(entered -> {
                        form.setPicture(entered);
                        count.run();
                    });
        });
        strict.setText(TEXTS.get("project.submitting"));
        strict.setId("project-strict");
        strict.setSelected(form.submitting() == SubmitRule.ANSWERED_ONLY);
        strict.setOnAction(_ -> form.setSubmitting(strict.isSelected() ? SubmitRule.ANSWERED_ONLY : SubmitRule.ASK));
        Button read = new Button(TEXTS.get("project.schema.read"), new FontIcon("mdi2i-import"));
        read.setId("project-schema-read");
        read.setOnAction(_ -> files.chooseFile(TEXTS.get("project.schema.read"), HOME, SCHEMAS).ifPresent(this::readSchema));
        Button write = new Button(TEXTS.get("project.schema.write"), new FontIcon("mdi2e-export"));
        write.setId("project-schema-write");
        write.setOnAction(_ -> files.chooseNewFile(TEXTS.get("project.schema.write"), HOME.resolve("labels.yaml"))
                .ifPresent(this::writeSchema));
        javafx.scene.layout.Region gap = new javafx.scene.layout.Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, asked, gap, read, write);
        return new VBox(6, buttons, strict);
    }

    private void readSchema(Path file) {
        try {
            form.take(SchemaFile.read(file, present));
            strict.setSelected(form.submitting() == SubmitRule.ANSWERED_ONLY);
            counting.run();
            relations.fill();
            fill();
            check();
        } catch (WorkbenchException e) {
            fault.setText(e.getMessage());
        }
    }

    private void writeSchema(Path file) {
        if (form.fault().isPresent()) {
            check();
            return;
        }
        try {
            SchemaFile.write(form.schema(), file);
            fault.setText(TEXTS.format("project.schema.written", Words.path(file)));
        } catch (WorkbenchException e) {
            fault.setText(e.getMessage());
        }
    }

    private @Nullable Window window() {
        return dialog.getDialogPane().getScene().getWindow();
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

    static Colour toColour(Color paint) {
        int most = 255;
        return new Colour((int) Math.round(paint.getRed() * most) << 16 | (int) Math.round(paint.getGreen() * most) << 8
                | (int) Math.round(paint.getBlue() * most));
    }
}
