package labelwright.ui.text;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import labelwright.model.ItemId;
import labelwright.model.WorkState;
import labelwright.model.query.ItemRow;
import labelwright.ui.action.Texts;
import labelwright.ui.control.AfterFrame;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.label.ProgressLine;

/// The texts of the queue, each with its state, its name and its beginning; and how far the project is.
final class ItemList extends VBox {
    private static final Texts TEXTS = Texts.of(ItemList.class);
    private static final double ROW = 46;

    private final TextDesk desk;
    private final Excerpts excerpts;
    private final ListView<ItemId> list;
    private final AfterFrame following = new AfterFrame(this::follow);
    /// The rows that the list still holds: it makes new ones and forgets others at will.
    private final Set<Row> rows = Collections.newSetFromMap(new WeakHashMap<>());

    ItemList(TextDesk desk, ProjectContext context) {
        this.desk = desk;
        excerpts = new Excerpts(context, desk.queue());
        getStyleClass().addAll(Styles.PANEL, "text-items");
        list = new ListView<>(desk.queue().items());
        list.setId("text-items");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.getStyleClass().add(Styles.DENSE);
        list.setCellFactory(_ -> new Row());
        list.setAccessibleText(TEXTS.get("items.title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(list, new ProgressLine(desk.queue()));
        desk.queue().position().subscribe(_ -> following.request());
        // What is shown comes in behind; a row that waits for it fills itself when it is there.
        desk.queue().rowsRead().addListener((_, _, _) -> refresh());
        excerpts.read().addListener((_, _, _) -> refresh());
    }

    private void refresh() {
        List.copyOf(rows).forEach(Row::refresh);
    }

    private void follow() {
        int position = desk.queue().position().get();
        if (position >= 0) {
            list.getSelectionModel().clearAndSelect(position);
            list.scrollTo(Math.max(0, position - (int) (list.getHeight() / ROW / 2)));
        }
    }

    /// One text of the list.
    private final class Row extends ListCell<ItemId> {
        private final Region state = new Region();
        private final Label name = new Label();
        private final Label count = new Label();
        private final Label excerpt = new Label();
        private final HBox head = new HBox(state, name, count);
        private final VBox content = new VBox(head, excerpt);

        Row() {
            setPrefWidth(0);
            state.getStyleClass().add("film-state");
            name.getStyleClass().addAll(Styles.SMALL, "text-item-name");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            count.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
            count.setMinWidth(Region.USE_PREF_SIZE);
            excerpt.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
            head.getStyleClass().add("annotate-row");
            content.getStyleClass().add("text-item");
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    desk.open(getItem());
                }
            });
            rows.add(this);
        }

        @Override
        protected void updateItem(@Nullable ItemId item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            setGraphic(content);
            name.setText("");
            count.setText("");
            excerpt.setText("");
            refresh();
        }

        private void refresh() {
            if (isEmpty() || getItem() == null || getIndex() >= desk.queue().items().size()) {
                return;
            }
            desk.queue().row(getIndex()).filter(row -> row.item().id().equals(getItem())).ifPresent(this::show);
            excerpts.find(getIndex()).ifPresent(text -> excerpt.setText(text.isBlank() ? TEXTS.get("items.empty") : text));
            setTooltip(new Tooltip(name.getText() + (excerpt.getText().isEmpty() ? "" : "\n" + excerpt.getText())));
        }

        private void show(ItemRow row) {
            for (WorkState each : WorkState.values()) {
                state.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == row.state());
            }
            name.setText(row.item().name());
            count.setText(row.annotations() == 0 ? "" : Words.number(row.annotations()));
        }
    }
}
