package labelwright.ui.data;

import java.util.ArrayList;
import java.util.List;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// The query line with what was asked before and how to ask; what is wrong with it is said right below.
final class QueryBar extends StackPane {
    private static final Texts TEXTS = Texts.of(QueryBar.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Duration PAUSE = Duration.millis(300);
    private static final int MOST_REMEMBERED = 12;
    private static final List<String> EXAMPLES = List.of("blood", "label", "state", "split", "score", "annotations", "suggested", "missing",
            "name", "text", "not");

    private final DataModel model;
    private final TextField field = new TextField();
    private final Label fault = new Label();
    private final List<String> asked = new ArrayList<>();

    QueryBar(DataModel model) {
        this.model = model;
        field.setId("data-query");
        field.setPromptText(TEXTS.get("query.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setText(model.query().get());
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(_ -> ask());
        field.textProperty().subscribe(() -> pause.playFromStart());
        model.query().subscribe(query -> {
            if (!query.equals(field.getText())) {
                field.setText(query);
                pause.stop();
            }
        });
        field.setOnAction(_ -> {
            pause.stop();
            ask();
            remember(field.getText());
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        fault.setId("data-query-fault");
        fault.getStyleClass().addAll(Styles.FAULT, Styles.SMALL, "lw-query-fault");
        fault.textProperty().subscribe(this::requestLayout);
        Wrapping.of(fault);
        fault.textProperty().bind(model.fault());
        fault.visibleProperty().bind(model.fault().isNotEmpty());
        fault.setManaged(false);
        model.fault().subscribe(text -> field.pseudoClassStateChanged(WRONG, !text.isEmpty()));
        HBox line = new HBox(2, field, history(), help());
        line.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, fault);
    }

    /// Hangs below the field, over what comes there, so that nothing moves while a person types.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double width = Math.min(fault.prefWidth(-1), getWidth());
        fault.resizeRelocate(0, getHeight() + 2, width, fault.prefHeight(width));
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private void ask() {
        model.query().set(field.getText());
    }

    private void remember(String query) {
        if (!query.isBlank()) {
            asked.remove(query.strip());
            asked.addFirst(query.strip());
            if (asked.size() > MOST_REMEMBERED) {
                asked.removeLast();
            }
        }
    }

    private Node history() {
        MenuButton menu = new MenuButton();
        menu.setId("data-query-history");
        menu.setGraphic(new FontIcon("mdi2h-history"));
        menu.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, "no-arrow");
        menu.setTooltip(new Tooltip(TEXTS.get("query.history")));
        menu.setAccessibleText(TEXTS.get("query.history"));
        menu.getItems().add(nothingAsked());
        menu.setOnShowing(_ -> {
            remember(model.query().get());
            menu.getItems().setAll(asked.stream().map(this::again).toList());
            if (asked.isEmpty()) {
                menu.getItems().add(nothingAsked());
            }
        });
        return menu;
    }

    private MenuItem again(String query) {
        MenuItem item = new MenuItem(query);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.query().set(query));
        return item;
    }

    private static MenuItem nothingAsked() {
        MenuItem item = new MenuItem(TEXTS.get("query.history.none"));
        item.setDisable(true);
        return item;
    }

    private Node help() {
        Button button = new Button(TEXTS.get("query.help"), new FontIcon("mdi2h-help-circle-outline"));
        button.setId("data-query-help");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        button.setTooltip(new Tooltip(TEXTS.get("query.help")));
        button.setOnAction(_ -> {
            GridPane grid = new GridPane();
            grid.setHgap(16);
            grid.setVgap(6);
            for (int i = 0; i < EXAMPLES.size(); i++) {
                Label example = new Label(TEXTS.get("query.example." + EXAMPLES.get(i)));
                example.getStyleClass().add(Styles.MONO);
                grid.add(example, 0, i);
                grid.add(new Label(TEXTS.get("query.meaning." + EXAMPLES.get(i))), 1, i);
            }
            VBox content = new VBox(10, Dialogs.words(TEXTS.get("query.help.text")), grid);
            content.getStyleClass().add("lw-popover");
            PopOver popover = new PopOver(content);
            popover.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
            popover.setAnimated(false);
            popover.setDetachable(false);
            popover.show(button);
        });
        return button;
    }
}
