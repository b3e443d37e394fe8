package labelwright.ui.data;

import java.util.List;
import java.util.Locale;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import labelwright.model.LabelClass;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.Facets;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;

/// How the items divide, at the left; a click asks for those alone, a second click takes it back.
final class FacetPanel extends ScrollPane {
    private static final Texts TEXTS = Texts.of(FacetPanel.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 208;

    private final ProjectContext context;
    private final DataModel model;
    private final VBox groups = new VBox();

    FacetPanel(ProjectContext context, DataModel model) {
        this.context = context;
        this.model = model;
        setId("data-facets");
        setFitToWidth(true);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("edge-to-edge", Styles.PANEL, "lw-facets");
        groups.getStyleClass().add("lw-facet-groups");
        setContent(groups);
        model.found().subscribe(_ -> fill());
    }

    /// To be called when the labels may have changed.
    void fill() {
        Facets facets = model.found().get().facets();
        VBox states = group("facet.state");
        for (WorkState state : WorkState.values()) {
            long count = facets.states().getOrDefault(state, 0L);
            add(states, "state", state.name().toLowerCase(Locale.ROOT), new Label(Words.of(state)), count);
        }
        VBox labels = group("facet.label");
        List<LabelClass> all = context.project().get().schema().labels();
        for (LabelClass label : all) {
            Label name = new Label(label.name(), new LabelSwatch(label.colour()));
            add(labels, "label", label.name(), name, facets.labels().getOrDefault(label.id(), 0L));
        }
        if (all.isEmpty()) {
            Label none = new Label(TEXTS.get("facet.label.none"));
            none.getStyleClass().addAll(Styles.MUTED, Styles.SMALL, "lw-facet-none");
            labels.getChildren().add(none);
        }
        VBox splits = group("facet.split");
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST, Split.NONE)) {
            add(splits, "split", split.key(), new Label(Words.of(split)), facets.splits().getOrDefault(split, 0L));
        }
        groups.getChildren().setAll(states, labels, splits);
    }

    /// Letters of other scripts are kept, so that two labels have two ids.
    private static String id(String field, String value) {
        return field + "-" + value.replaceAll("[^\\p{L}\\p{N}]", "_");
    }

    private static VBox group(String key) {
        Label heading = new Label(TEXTS.get(key));
        heading.getStyleClass().add(Styles.PANEL_TITLE);
        VBox group = new VBox(heading);
        group.getStyleClass().add("lw-facet-group");
        return group;
    }

    /// A row stays when nobody has the value, so that it can be taken out of the query again and nothing jumps.
    private void add(VBox group, String field, String value, Label name, long count) {
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label number = new Label(Words.number(count));
        number.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        number.setMinWidth(USE_PREF_SIZE);
        number.setId("facet-" + id(field, value) + "-count");
        HBox content = new HBox(6, name, number);
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.setId("facet-" + id(field, value));
        row.setGraphic(content);
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new Tooltip(name.getText()));
        row.getStyleClass().addAll(Styles.FLAT, "lw-facet");
        row.setAccessibleText(name.getText() + " " + count);
        row.pseudoClassStateChanged(CHOSEN, model.isFacetChosen(field, value));
        content.prefWidthProperty().bind(row.widthProperty().subtract(18));
        content.setOpacity(count == 0 && !model.isFacetChosen(field, value) ? 0.55 : 1);
        row.setOnAction(_ -> model.toggleFacet(field, value));
        group.getChildren().add(row);
    }
}
