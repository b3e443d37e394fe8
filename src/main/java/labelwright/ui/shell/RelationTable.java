package labelwright.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.model.RelationType.Direction;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.Styles;

/// The types of relation of a project of texts: name, colour, and whether the direction counts.
final class RelationTable extends VBox {
    private static final Texts TEXTS = Texts.of(RelationTable.class);
    private static final double HEIGHT = 96;
    private static final double DIRECTION_WIDTH = 132;
    private static final double SPACE = 6;

    private final ProjectForm form;
    private final Runnable changed;
    private final VBox rows = new VBox();

    /// @param changed called after every change
    RelationTable(ProjectForm form, Runnable changed) {
        super(SPACE);
        this.form = form;
        this.changed = changed;
        rows.getStyleClass().add("lw-label-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        scroll.setMinHeight(HEIGHT);
        scroll.getStyleClass().add("lw-bordered");
        getChildren().addAll(scroll, adder());
        fill();
    }

    private Node adder() {
        TextField field = new TextField();
        field.setId("project-new-relation");
        field.setPromptText(TEXTS.get("project.relations.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button add = new Button(TEXTS.get("project.labels.add"), new FontIcon("mdi2p-plus"));
        add.setId("project-add-relation");
        add.disableProperty().bind(field.textProperty().map(String::isBlank));
        Runnable adding = () -> {
            form.addRelations(field.getText());
            field.clear();
            fill();
            changed.run();
        };
        add.setOnAction(_ -> adding.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !field.getText().isBlank()) {
                adding.run();
                event.consume();
            }
        });
        return new HBox(8, field, add);
    }

    /// Shows what the form holds now.
    void fill() {
        rows.getChildren().clear();
        for (int i = 0; i < form.relations().size(); i++) {
            rows.getChildren().add(row(i));
        }
        if (form.relations().isEmpty()) {
            Label none = Dialogs.words(TEXTS.get("project.relations.none"));
            none.getStyleClass().add(Styles.MUTED);
            rows.getChildren().add(none);
        }
    }

    private Node row(int index) {
        ProjectForm.RelationLine line = form.relations().get(index);
        ColorPicker colour = new ColorPicker(LabelSwatch.toPaint(line.colour()));
        colour.getStyleClass().addAll("button", "lw-colour");
        colour.setOnAction(_ -> form.setRelation(index,
                form.relations().get(index).withColour(ProjectDialog.toColour(colour.getValue()))));
        TextField name = new TextField(line.name());
        name.setId("project-relation-" + index);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.textProperty().subscribe(text -> {
            form.setRelation(index, form.relations().get(index).withName(text));
            changed.run();
        });
        ChoiceBox<Direction> direction = new ChoiceBox<>();
        direction.setId("project-direction-" + index);
        direction.setPrefWidth(DIRECTION_WIDTH);
        direction.setMinWidth(DIRECTION_WIDTH);
        direction.getItems().setAll(Direction.values());
        direction.setConverter(new StringConverter<>() {
            @Override
            public String toString(Direction value) {
                return value == null ? "" : TEXTS.name(value);
            }

            @Override
            public Direction fromString(String text) {
                throw new UnsupportedOperationException("A direction is not typed");
            }
        });
        direction.setValue(line.direction());
        direction.setOnAction(_ -> form.setRelation(index, form.relations().get(index).with(direction.getValue())));
        Button remove = new Button(TEXTS.get("project.relation.remove"), new FontIcon("mdi2c-close"));
        remove.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        remove.setTooltip(new Tooltip(TEXTS.get("project.relation.remove")));
        remove.setOnAction(_ -> {
            form.removeRelation(index);
            fill();
            changed.run();
        });
        HBox row = new HBox(SPACE, colour, name, direction, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
