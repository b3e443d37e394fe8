package labelwright.ui.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.Colour;
import labelwright.model.Relation;
import labelwright.model.RelationType;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;
import labelwright.ui.label.Surface;

/// The relations of the text as a list, and what new ones are. Choosing in the list and on the text is one and the same selection.
final class RelationPanel extends VBox {
    private static final Texts TEXTS = Texts.of(RelationPanel.class);
    private static final double ROW = 42;
    private static final int MOST_ROWS = 4;

    private final TextDesk desk;
    private final RelationChanges changes;
    private final Surface surface;
    private final ObservableList<Relation> relations = FXCollections.observableArrayList();
    private final ListView<Relation> list = new ListView<>(relations);
    private final ComboBox<RelationType> type = new ComboBox<>();
    private final Label count = new Label();
    private Map<AnnotationId, Annotation> spans = Map.of();
    private boolean following;

    RelationPanel(TextDesk desk, RelationChanges changes, RelationActions actions, Surface surface, ProjectContext context) {
        this.desk = desk;
        this.changes = changes;
        this.surface = surface;
        getStyleClass().add("annotate-section");
        list.setId("text-relations");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add(Styles.DENSE);
        list.setCellFactory(_ -> new Row());
        list.setContextMenu(menu(actions));
        Label none = new Label(TEXTS.get("relations.none"));
        none.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        Wrapping.of(none);
        list.setPlaceholder(none);
        getChildren().addAll(title(), list, newOnes());
        actions.onFocus(this::switchFocus);
        desk.answer().subscribe(this::show);
        context.project().subscribe(_ -> showTypes());
        desk.relationType().subscribe(_ -> mark());
        desk.relation().subscribe(_ -> follow());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (!following) {
                desk.relation().set(Optional.ofNullable(chosen).map(Relation::id));
            }
        });
    }

    private HBox title() {
        Label title = new Label(TEXTS.get("relations.title"));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        count.setId("text-relation-count");
        count.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(title, gap, count);
    }

    /// The type of new relations, and a field for another one.
    private VBox newOnes() {
        type.setId("text-relation-type");
        type.setCellFactory(_ -> new TypeCell());
        type.setButtonCell(new TypeCell());
        type.setFocusTraversable(false);
        type.setMaxWidth(Double.MAX_VALUE);
        type.setTooltip(new Tooltip(TEXTS.get("relations.type.tip")));
        type.managedProperty().bind(type.visibleProperty());
        type.setOnAction(_ -> {
            RelationType chosen = type.getValue();
            if (chosen != null) {
                desk.relationType().set(chosen.id());
            }
        });
        TextField name = new TextField();
        name.setId("text-new-relation");
        name.setPromptText(TEXTS.get("relations.add"));
        name.setOnAction(_ -> {
            if (!name.getText().isBlank()) {
                changes.addType(name.getText());
                name.clear();
                surface.takeKeys();
            }
        });
        VBox both = new VBox(type, name);
        both.getStyleClass().add("annotate-buttons");
        return both;
    }

    private ContextMenu menu(RelationActions actions) {
        Menu retype = new Menu(TEXTS.get("relations.retype"));
        ContextMenu menu = new ContextMenu();
        for (Action action : actions.ofOne()) {
            menu.getItems().add(ActionControls.menuItem(action));
        }
        menu.getItems().addAll(new SeparatorMenuItem(), retype);
        menu.setOnShowing(_ -> {
            retype.getItems().clear();
            for (RelationType each : desk.relationTypes()) {
                MenuItem item = new MenuItem(each.name(), new LabelSwatch(each.colour()));
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> changes.retype(each.id()));
                retype.getItems().add(item);
            }
            retype.setDisable(retype.getItems().isEmpty() || desk.findRelation().isEmpty());
        });
        return menu;
    }

    private void switchFocus() {
        if (list.isFocused()) {
            surface.takeKeys();
        } else {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty() && !relations.isEmpty()) {
                list.getSelectionModel().select(0);
            }
        }
    }

    private void show(@Nullable AnnotationSet set) {
        Map<AnnotationId, Annotation> now = new HashMap<>();
        if (set != null && !set.relations().isEmpty()) {
            set.annotations().forEach(span -> now.put(span.id(), span));
        }
        spans = now;
        following = true;
        relations.setAll(set == null ? List.of() : set.relations());
        following = false;
        count.setText(relations.isEmpty() ? "" : Words.number(relations.size()));
        double height = Math.clamp(relations.size(), 1, MOST_ROWS) * ROW + 2;
        list.setPrefHeight(height);
        list.setMinHeight(ROW);
        list.setMaxHeight(height);
        follow();
    }

    private void follow() {
        following = true;
        list.getSelectionModel().clearSelection();
        desk.findRelation().ifPresent(relation -> {
            int at = relations.indexOf(relation);
            if (at >= 0) {
                list.getSelectionModel().select(at);
                list.scrollTo(Math.max(0, at - 1));
            }
        });
        following = false;
    }

    private void showTypes() {
        type.getItems().setAll(desk.relationTypes());
        type.setVisible(!type.getItems().isEmpty());
        mark();
        list.refresh();
    }

    private void mark() {
        type.setValue(desk.relationTypes().stream().filter(each -> each.id().equals(desk.relationType().get())).findFirst().orElse(null));
    }

    private String covered(AnnotationId span) {
        Annotation found = spans.get(span);
        return found != null && found.shape() instanceof TextSpan shape ? shape.covered().replaceAll("\\s+", " ") : "";
    }

    /// A type of relation with its colour.
    private static final class TypeCell extends ListCell<RelationType> {
        @Override
        protected void updateItem(@Nullable RelationType item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.name());
            setGraphic(empty || item == null ? null : new LabelSwatch(item.colour()));
        }
    }

    /// One relation: its type, and what it leads from and to.
    private final class Row extends ListCell<Relation> {
        private final LabelSwatch swatch = new LabelSwatch(new Colour(0));
        private final Label name = new Label();
        private final Label from = new Label();
        private final Label to = new Label();
        private final FontIcon arrow = new FontIcon();
        private final HBox ends = new HBox(from, arrow, to);
        private final VBox content = new VBox(new HBox(swatch, name), ends);

        Row() {
            setPrefWidth(0);
            content.getChildren().getFirst().getStyleClass().add("annotate-row");
            ends.getStyleClass().add("annotate-row");
            ends.setAlignment(Pos.CENTER_LEFT);
            from.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
            to.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
            content.getStyleClass().add("text-relation");
        }

        @Override
        protected void updateItem(@Nullable Relation relation, boolean empty) {
            super.updateItem(relation, empty);
            if (empty || relation == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Optional<RelationType> known = desk.labels().schema().findRelation(relation.type());
            swatch.setColour(known.map(RelationType::colour).orElse(new Colour(0x9AA4AF)));
            name.setText(known.map(RelationType::name).orElse(TEXTS.get("relations.noType")));
            from.setText(covered(relation.from()));
            to.setText(covered(relation.to()));
            boolean mutual = known.filter(each -> each.direction() == RelationType.Direction.MUTUAL).isPresent();
            arrow.setIconLiteral(mutual ? "mdi2a-arrow-left-right" : "mdi2a-arrow-right");
            StringBuilder tip = new StringBuilder(name.getText()).append('\n').append(from.getText())
                    .append(mutual ? " \u2194 " : " \u2192 ")
                    .append(to.getText());
            relation.attributes().forEach((key, value) -> tip.append('\n').append(key).append(": ").append(value));
            setTooltip(new Tooltip(tip.toString()));
            setGraphic(content);
        }
    }

}
