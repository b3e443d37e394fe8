package labelwright.ui.label;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.geometry.ShapeKind;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.ui.action.Shortcut;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Dialogs;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// The palette: a click or a key chooses a label; the menu of a label changes it; a line at the end adds one.
public final class LabelPanel extends VBox {
    private static final Texts TEXTS = Texts.of(LabelPanel.class);
    private static final int COLOURS = 16;
    private static final double ROW = 30;
    private static final int MOST_ROWS = 9;
    private static final int MOST_ICONS = 4;

    private final Labels labels;
    private final ListView<LabelClass> list = new ListView<>();
    private final DeskActions actions;
    private final Shapes shapes;
    private final Surface surface;

    /// The shapes that a label may allow here, with an icon and a name for each.
    ///
    /// @param kinds none where all regions have one shape; then nothing is said about it
    public record Shapes(Set<ShapeKind> kinds, Function<ShapeKind, String> icon, Function<ShapeKind, String> name) {
        public static final Shapes NONE = new Shapes(Set.of(), _ -> "", _ -> "");
    }

    public LabelPanel(Labels labels, DeskActions actions, Shapes shapes, Surface surface, ProjectContext context) {
        this.labels = labels;
        this.shapes = shapes;
        this.actions = actions;
        this.surface = surface;
        getStyleClass().add("annotate-section");
        Label title = new Label(TEXTS.get("labels.title"));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        list.setId("annotate-labels");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.getStyleClass().add(Styles.DENSE);
        list.setCellFactory(_ -> new Row());
        Label none = new Label(TEXTS.get("labels.none"));
        none.getStyleClass().add(Styles.MUTED);
        Wrapping.of(none);
        list.setPlaceholder(none);
        getChildren().addAll(title, list, adding());
        context.project().subscribe(project -> fill(project.schema().labels()));
        labels.active().subscribe(_ -> mark());
        actions.labels().forEach(action -> action.shortcutsValue().addListener((_, _, _) -> list.refresh()));
    }

    private void fill(List<LabelClass> all) {
        list.getItems().setAll(all);
        double height = Math.max(2, Math.min(all.size(), MOST_ROWS)) * ROW + 2;
        list.setPrefHeight(height);
        list.setMinHeight(Math.min(height, 3 * ROW + 2));
        list.setMaxHeight(height);
        mark();
    }

    private void mark() {
        LabelId active = labels.active().get();
        int at = active == null ? -1 : labels.schema().indexOf(active);
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(at);
        }
    }

    private TextField adding() {
        TextField name = new TextField();
        name.setId("annotate-new-label");
        name.setPromptText(TEXTS.get("labels.add"));
        name.setOnAction(_ -> {
            if (!name.getText().isBlank()) {
                labels.add(name.getText());
                name.clear();
                surface.takeKeys();
            }
        });
        return name;
    }

    /// One label with its key.
    private final class Row extends ListCell<LabelClass> {
        private final Label key = new Label();
        private final LabelSwatch swatch = new LabelSwatch(new Colour(0));
        private final Label name = new Label();
        private final HBox allowed = new HBox();
        private final HBox content = new HBox(swatch, name, allowed, key);

        Row() {
            // As wide as the list, never wider: the name gives way.
            setPrefWidth(0);
            content.getStyleClass().add("annotate-row");
            allowed.getStyleClass().add("annotate-row");
            allowed.setMinWidth(Region.USE_PREF_SIZE);
            key.getStyleClass().add(Styles.KEY);
            key.setMinWidth(Region.USE_PREF_SIZE);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            setOnMouseClicked(event -> {
                if (getItem() != null && event.isStillSincePress() && event.getButton() == MouseButton.PRIMARY) {
                    actions.pick(getItem().id());
                    mark();
                    surface.takeKeys();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable LabelClass label, boolean empty) {
            super.updateItem(label, empty);
            if (empty || label == null) {
                setGraphic(null);
                setContextMenu(null);
                return;
            }
            swatch.setColour(label.colour());
            name.setText(label.name());
            showAllowed(label);
            List<Shortcut> keys = getIndex() < actions.labels().size() ? actions.labels().get(getIndex()).shortcuts() : List.of();
            key.setText(keys.isEmpty() ? "" : keys.getFirst().display());
            key.setVisible(!keys.isEmpty());
            setGraphic(content);
            setContextMenu(menu(label));
        }

        /// Which tools the label allows, unless it allows all of them.
        private void showAllowed(LabelClass label) {
            allowed.getChildren().clear();
            List<ShapeKind> kinds = shapes.kinds().stream().filter(label.shapes()::contains).toList();
            boolean some = kinds.size() < shapes.kinds().size();
            if (some) {
                kinds.stream().limit(MOST_ICONS).forEach(kind -> allowed.getChildren().add(new FontIcon(shapes.icon().apply(kind))));
            }
            String words = String.join(", ", kinds.stream().map(shapes.name()).toList());
            setTooltip(new Tooltip(some ? label.name() + "\n" + words : label.name()));
        }

        private ContextMenu menu(LabelClass label) {
            MenuItem rename = item("labels.rename", () -> rename(label));
            MenuItem up = item("labels.up", () -> labels.move(label.id(), -1));
            up.setDisable(getIndex() == 0);
            MenuItem down = item("labels.down", () -> labels.move(label.id(), 1));
            down.setDisable(getIndex() == labels.schema().labels().size() - 1);
            ContextMenu menu = new ContextMenu(rename, colour(label));
            if (!shapes.kinds().isEmpty()) {
                Menu allowing = new Menu(TEXTS.get("labels.shapes"));
                shapes.kinds().forEach(kind -> allowing.getItems().add(shape(label, kind)));
                menu.getItems().add(allowing);
            }
            menu.getItems().addAll(new SeparatorMenuItem(), up, down, new SeparatorMenuItem(),
                    item("labels.remove", () -> labels.remove(label.id())));
            return menu;
        }

        private MenuItem item(String key, Runnable command) {
            MenuItem item = new MenuItem(TEXTS.get(key));
            item.setOnAction(_ -> command.run());
            return item;
        }

        private Menu colour(LabelClass label) {
            Menu menu = new Menu(TEXTS.get("labels.colour"), new LabelSwatch(label.colour()));
            for (int i = 0; i < COLOURS; i++) {
                Colour colour = Colour.ofPalette(i);
                MenuItem item = new MenuItem(colour.toHex(), new LabelSwatch(colour));
                item.setOnAction(_ -> labels.recolour(label.id(), colour));
                menu.getItems().add(item);
            }
            menu.getItems().addAll(new SeparatorMenuItem(), item("labels.otherColour", () -> otherColour(label)));
            return menu;
        }

        private void otherColour(LabelClass label) {
            Dialogs.Question question = new Dialogs.Question(TEXTS.get("labels.otherColour"), TEXTS.get("labels.colourCode"),
                    label.colour().toHex(), TEXTS.get("labels.colour.yes"));
            Dialogs.askLine("label-colour", question, getScene().getWindow()).filter(text -> text.matches("#[0-9a-fA-F]{6}"))
                    .ifPresent(text -> labels.recolour(label.id(), Colour.parse(text)));
        }

        private MenuItem shape(LabelClass label, ShapeKind kind) {
            CheckMenuItem item = new CheckMenuItem(shapes.name().apply(kind));
            item.setSelected(label.shapes().contains(kind));
            item.setDisable(label.shapes().equals(Set.of(kind)));
            item.setOnAction(_ -> {
                Set<ShapeKind> changed = EnumSet.copyOf(label.shapes());
                if (!changed.remove(kind)) {
                    changed.add(kind);
                }
                labels.setShapes(label.id(), changed);
            });
            return item;
        }

        private void rename(LabelClass label) {
            Dialogs.Question question = new Dialogs.Question(TEXTS.get("labels.rename"), TEXTS.get("labels.name"), label.name(),
                    TEXTS.get("labels.rename.yes"));
            Optional<String> answer = Dialogs.askLine("rename-label", question, getScene().getWindow());
            answer.ifPresent(changed -> labels.rename(label.id(), changed));
        }
    }
}
