package labelwright.ui.annotate;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.workbench.LabellingSession;

/// Where one is, how to go on, undo and redo, and how things look.
final class TopBar extends HBox {
    private static final Texts TEXTS = Texts.of(TopBar.class);
    private static final int MOST_SPACING = 10_000;

    private final Workplace workplace;
    private final AnnotateActions actions;

    TopBar(Workplace workplace, AnnotateActions actions, ViewOptions options) {
        this.workplace = workplace;
        this.actions = actions;
        getStyleClass().add(Styles.TOOLBAR);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button submit = ActionControls.button(actions.get("annotate.submit"));
        submit.getStyleClass().add(Styles.ACCENT);
        submit.setMinWidth(Region.USE_PREF_SIZE);
        submit.setFocusTraversable(false);
        getChildren().addAll(icon("annotate.previous"), icon("annotate.next"), icon("annotate.nextUnlabelled"), place(), state(), name(),
                gap,
                sequence(), separator(), icon("annotate.undo"), icon("annotate.redo"), separator(), toggle("annotate.compare"),
                toggle("annotate.tone"),
                appearance(options), submit);
    }

    private Node icon(String id) {
        Button button = ActionControls.iconButton(actions.get(id));
        button.setFocusTraversable(false);
        return button;
    }

    private Node toggle(String id) {
        ToggleButton button = ActionControls.iconToggle(actions.get(id));
        button.setFocusTraversable(false);
        return button;
    }

    private Node place() {
        WorkQueue queue = workplace.queue();
        Label place = new Label();
        place.setId("annotate-place");
        place.getStyleClass().add(Styles.MUTED);
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> queue.position().get() < 0 ? "" : TEXTS.format("place", queue.position().get() + 1, queue.items().size()),
                        queue.position(), queue.items()));
        return place;
    }

    private Node name() {
        Label name = new Label();
        name.setId("annotate-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(60);
        workplace.session().subscribe(session -> {
            name.setText(session == null ? "" : session.item().name());
            name.setTooltip(session == null ? null : new Tooltip(session.item().name()));
        });
        return name;
    }

    private Node state() {
        Label state = new Label();
        state.setId("annotate-state");
        state.getStyleClass().add(Styles.CHIP);
        state.setMinWidth(Region.USE_PREF_SIZE);
        workplace.answer().subscribe(_ -> {
            LabellingSession session = workplace.session().get();
            state.setVisible(session != null);
            state.setText(session == null ? "" : Words.of(session.state()));
        });
        return state;
    }

    private Node sequence() {
        ComboBox<Sequence> box = new ComboBox<>(FXCollections.observableArrayList(List.of(Sequence.values())));
        box.setId("annotate-sequence");
        box.setFocusTraversable(false);
        box.setTooltip(new Tooltip(TEXTS.get("sequence.tip")));
        box.setConverter(new NameOfSequence());
        workplace.queue().sequence().subscribe(sequence -> {
            box.getItems().setAll(Sequence.values());
            if (sequence != Sequence.GIVEN) {
                box.getItems().remove(Sequence.GIVEN);
            }
            box.setValue(sequence);
        });
        box.setOnAction(_ -> {
            Sequence chosen = box.getValue();
            if (chosen != null && chosen != workplace.queue().sequence().get()) {
                workplace.queue().sequence().set(chosen);
                workplace.start();
            }
        });
        return box;
    }

    private Node appearance(ViewOptions options) {
        Slider fill = new Slider(0, 0.8, options.fill().get());
        fill.setId("annotate-fill");
        fill.valueProperty().bindBidirectional(options.fill());
        Slider outline = new Slider(1, 6, options.outline().get());
        outline.setId("annotate-outline");
        outline.valueProperty().bindBidirectional(options.outline());
        CustomMenuItem filling = held(new Label(TEXTS.get("view.fill")), fill);
        CustomMenuItem outlining = held(new Label(TEXTS.get("view.outline")), outline);
        MenuButton menu = new MenuButton();
        menu.setId("annotate-view");
        menu.setGraphic(new FontIcon("mdi2t-tune-variant"));
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        menu.setTooltip(new Tooltip(TEXTS.get("view.tip")));
        menu.setAccessibleText(TEXTS.get("view.tip"));
        menu.setFocusTraversable(false);
        menu.getItems().addAll(item("annotate.names"), filling, outlining, item("annotate.colourByLabel"),
                item("annotate.colourByInstance"),
                item("annotate.colourByAuthor"), new SeparatorMenuItem(), item("annotate.crosshair"),
                item("annotate.minimap"), item("annotate.rulers"), item("annotate.pixelGrid"), item("annotate.grid"), spacing(options),
                new SeparatorMenuItem(), item("annotate.compareNext"), item("annotate.comparePrevious"), item("annotate.compareNeighbours"),
                item("annotate.compareChannels"), new SeparatorMenuItem(), item("annotate.keyCursor"), item("annotate.reopen"));
        return menu;
    }

    private MenuItem item(String id) {
        return ActionControls.menuItem(actions.get(id));
    }

    private static MenuItem spacing(ViewOptions options) {
        Spinner<Integer> spinner = new Spinner<>(2, MOST_SPACING, (int) Math.round(options.spacing().get()));
        spinner.setId("annotate-grid-spacing");
        spinner.setEditable(true);
        spinner.setPrefWidth(90);
        spinner.valueProperty().subscribe(value -> options.spacing().set(value));
        return held(new Label(TEXTS.get("view.spacing")), spinner);
    }

    /// A line of the menu that stays open while it is used.
    private static CustomMenuItem held(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("annotate-row");
        CustomMenuItem item = new CustomMenuItem(row);
        item.setHideOnClick(false);
        return item;
    }

    private static Node separator() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add(Styles.SMALL);
        return line;
    }

    private static final class NameOfSequence extends StringConverter<Sequence> {
        @Override
        public String toString(@Nullable Sequence sequence) {
            return sequence == null ? "" : TEXTS.name(sequence);
        }

        @Override
        public @Nullable Sequence fromString(String text) {
            return null;
        }
    }
}
