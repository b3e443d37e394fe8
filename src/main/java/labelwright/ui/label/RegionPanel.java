package labelwright.ui.label;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.Flag;
import labelwright.model.LabelClass;
import labelwright.ui.action.Action;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AfterFrame;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;

/// The annotations of the item as a list. Choosing in the list and on the surface is one and the same selection.
public final class RegionPanel extends VBox {
    private static final Texts TEXTS = Texts.of(RegionPanel.class);
    private static final double ROW = 28;
    /// What of a row a name takes where the detail grows.
    private static final double LEAST_NAME = 56;
    private static final double MOST_NAME = 92;
    /// More rows than these are neither marked nor exchanged one by one.
    private static final int MOST_MARKED = 2_000;
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    /// What of a row gets the room that is left.
    public enum Room {
        NAME, DETAIL
    }

    /// How a region is told beside its label.
    public record Look(Function<Annotation, String> detail, Room room) {}

    private final LabellingDesk desk;
    private final Surface surface;
    private final Look look;
    private final KindWords words;
    /// What the list shows: the regions of the desk, one frame behind the surface.
    private final ObservableList<Annotation> listed = FXCollections.observableArrayList();
    private final ListView<Annotation> list;
    private final AfterFrame late = new AfterFrame(this::follow);
    private boolean following;

    public RegionPanel(LabellingDesk desk, Surface surface, Look look, ContextMenu menu, ProjectContext context) {
        this.desk = desk;
        this.surface = surface;
        this.look = look;
        words = new KindWords(context);
        getStyleClass().add("annotate-section");
        VBox.setVgrow(this, Priority.ALWAYS);
        list = new ListView<>(listed);
        list.setId("annotate-regions");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add(Styles.DENSE);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new Row());
        list.setMinHeight(3 * ROW);
        list.setPrefHeight(3 * ROW);
        list.setContextMenu(menu);
        Label none = new Label(words.get("regions.none."));
        none.getStyleClass().add(Styles.MUTED);
        Wrapping.of(none);
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        TextField filter = new TextField();
        filter.setId("annotate-region-filter");
        filter.setPromptText(words.get("regions.filter."));
        filter.textProperty().bindBidirectional(desk.regions().filter());
        getChildren().addAll(title(), filter, list);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Annotation>) _ -> chosenInList());
        desk.selection().subscribe(_ -> followLater());
        desk.regions().shown().addListener((ListChangeListener<Annotation>) _ -> late.request());
        desk.regions().hidden().subscribe(_ -> list.refresh());
        desk.regions().locked().subscribe(_ -> list.refresh());
    }

    /// Goes from the surface to the list and back.
    public Action focusAction(Area area) {
        return Action.named(area.id("focusRegions"), words.get("action.focusRegions."), TEXTS).icon("mdi2f-format-list-bulleted")
                .shortcut("F6").scope(area.scope()).group(words.get("regions.title.")).does(this::switchFocus);
    }

    private void switchFocus() {
        if (list.isFocused()) {
            surface.takeKeys();
        } else {
            list.requestFocus();
        }
    }

    private Node title() {
        Label title = new Label(words.get("regions.title."));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        Label count = new Label();
        count.setId("annotate-region-count");
        count.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        desk.answer().subscribe(set -> count.setText(set == null ? "" : Words.number(set.annotations().size())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(title, gap, count);
    }

    private void chosenInList() {
        if (!following) {
            List<AnnotationId> ids = list.getSelectionModel().getSelectedItems().stream().filter(region -> region != null)
                    .map(Annotation::id).toList();
            following = true;
            desk.selection().set(Selection.of(ids));
            following = false;
        }
    }

    private void followLater() {
        if (!following) {
            late.request();
        }
    }

    /// Lists the regions and marks those selected on the surface.
    private void follow() {
        following = true;
        Set<AnnotationId> ids = desk.selection().get().ids();
        list.getSelectionModel().clearSelection();
        bringUpToDate();
        if (ids.size() == listed.size() && !ids.isEmpty()) {
            list.getSelectionModel().selectAll();
        } else if (!ids.isEmpty() && ids.size() <= MOST_MARKED) {
            int[] marked = IntStream.range(0, listed.size()).filter(i -> ids.contains(listed.get(i).id())).toArray();
            if (marked.length > 0) {
                list.getSelectionModel().selectIndices(marked[0], Arrays.copyOfRange(marked, 1, marked.length));
                list.scrollTo(Math.max(0, marked[0] - 2));
            }
        }
        following = false;
    }

    /// Changes only the rows that differ, so that an edit among thousands of regions costs one row.
    private void bringUpToDate() {
        List<Annotation> wanted = desk.regions().shown();
        int same = Math.min(listed.size(), wanted.size());
        int head = 0;
        while (head < same && listed.get(head).equals(wanted.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < same - head && listed.get(listed.size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
            tail++;
        }
        if (listed.size() - head - tail > MOST_MARKED) {
            // An observable list takes a range out row by row, each time moving all that follow.
            listed.setAll(wanted);
            return;
        }
        listed.remove(head, listed.size() - tail);
        listed.addAll(head, wanted.subList(head, wanted.size() - tail));
    }

    /// One region: label, size, and switches to hide and lock it.
    private final class Row extends ListCell<Annotation> {
        private final LabelSwatch swatch = new LabelSwatch(new Colour(0));
        private final Label name = new Label();
        private final Label size = new Label();
        private final Button hide = button("regions.hide");
        private final Button lock = button("regions.lock");
        private final Map<Flag, Node> flags = flags();
        /// Says in full what the row may have to cut.
        private final Tooltip tip = new Tooltip();
        private final HBox content = new HBox(swatch, name);

        Row() {
            content.getChildren().addAll(flags.values());
            HBox buttons = new HBox(hide, lock);
            buttons.setMinWidth(Region.USE_PREF_SIZE);
            buttons.setAlignment(Pos.CENTER);
            content.getChildren().addAll(look.room() == Room.DETAIL ? 1 : content.getChildren().size(), List.of(size));
            content.getChildren().add(buttons);
            // As wide as the list, never wider: the name gives way.
            setPrefWidth(0);
            content.getStyleClass().add("annotate-row");
            Label growing = look.room() == Room.DETAIL ? size : name;
            Label other = look.room() == Room.DETAIL ? name : size;
            growing.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(growing, Priority.ALWAYS);
            other.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
            if (look.room() == Room.NAME) {
                other.setMinWidth(Region.USE_PREF_SIZE);
            } else {
                other.setMinWidth(LEAST_NAME);
                other.setMaxWidth(MOST_NAME);
            }
            hide.setOnAction(_ -> desk.regions().toggleHidden(affected()));
            lock.setOnAction(_ -> desk.regions().toggleLocked(affected()));
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && getItem() != null) {
                    surface.reveal(getItem().id());
                }
            });
        }

        /// All that are selected when this one is among them.
        private Set<AnnotationId> affected() {
            Selection selection = desk.selection().get();
            return selection.contains(getItem().id()) ? selection.ids().stream().collect(Collectors.toSet()) : Set.of(getItem().id());
        }

        @Override
        protected void updateItem(@Nullable Annotation region, boolean empty) {
            super.updateItem(region, empty);
            if (empty || region == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            LabelClass label = desk.labels().schema().find(region.label()).orElse(null);
            swatch.setColour(label == null ? new Colour(0x9AA4AF) : label.colour());
            name.setText(label == null ? TEXTS.get("regions.noLabel") : label.name());
            size.setText(look.detail().apply(region));
            tip.setText(name.getText() + "\n" + size.getText());
            setTooltip(tip);
            boolean hidden = desk.regions().hidden().get().contains(region.id());
            boolean locked = desk.regions().locked().get().contains(region.id());
            icon(hide, hidden ? "mdi2e-eye-off-outline" : "mdi2e-eye-outline");
            icon(lock, locked ? "mdi2l-lock" : "mdi2l-lock-open-variant-outline");
            hide.pseudoClassStateChanged(OFF, !hidden);
            lock.pseudoClassStateChanged(OFF, !locked);
            flags.forEach((flag, icon) -> {
                icon.setVisible(region.has(flag));
                icon.setManaged(region.has(flag));
            });
            content.setOpacity(hidden ? 0.55 : 1);
            setGraphic(content);
        }

        /// A new icon costs as much as the rest of the row.
        private static void icon(Button button, String literal) {
            if (!(button.getGraphic() instanceof FontIcon known && known.getIconLiteral().equals(literal))) {
                button.setGraphic(new FontIcon(literal));
            }
        }

        private static Map<Flag, Node> flags() {
            Map<Flag, Node> icons = new EnumMap<>(Flag.class);
            for (Flag flag : Flag.values()) {
                Label icon = new Label(null, new FontIcon(FlagIcons.of(flag)));
                icon.getStyleClass().add("annotate-flag");
                icon.setMinWidth(USE_PREF_SIZE);
                icon.setTooltip(new Tooltip(TEXTS.name(flag)));
                icons.put(flag, icon);
            }
            return icons;
        }

        private static Button button(String key) {
            Button button = new Button();
            button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "annotate-row-button");
            button.setFocusTraversable(false);
            button.setTooltip(new Tooltip(TEXTS.get(key)));
            button.setAccessibleText(TEXTS.get(key));
            return button;
        }
    }
}
