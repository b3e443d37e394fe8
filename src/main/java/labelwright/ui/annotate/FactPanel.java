package labelwright.ui.annotate;

import java.util.List;
import java.util.Map;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Wrapping;

/// What is known of the one selected region; gone when none or several are selected.
final class FactPanel extends VBox {
    private static final Texts TEXTS = Texts.of(FactPanel.class);

    private final Workplace workplace;
    private final GridPane grid = new GridPane();

    FactPanel(Workplace workplace) {
        this.workplace = workplace;
        getStyleClass().add("annotate-section");
        setId("annotate-facts");
        grid.getStyleClass().add("annotate-facts");
        Label title = new Label(TEXTS.get("facts.title"));
        title.getStyleClass().add(Styles.PANEL_TITLE);
        getChildren().addAll(title, grid);
        managedProperty().bind(visibleProperty());
        workplace.selection().subscribe(_ -> show());
        workplace.answer().subscribe(_ -> show());
    }

    private void show() {
        AnnotationSet set = workplace.answer().get();
        List<Annotation> chosen = set == null ? List.of() : workplace.selection().get().of(set);
        setVisible(chosen.size() == 1);
        grid.getChildren().clear();
        if (chosen.size() == 1) {
            int row = 0;
            for (Map.Entry<String, String> fact : RegionWords.facts(chosen.getFirst(), workplace.labels().schema()).entrySet()) {
                Label name = new Label(fact.getKey());
                name.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
                name.setMinWidth(Region.USE_PREF_SIZE);
                Label value = new Label(fact.getValue());
                value.getStyleClass().add(Styles.SMALL);
                Wrapping.of(value);
                grid.addRow(row++, name, value);
            }
        }
    }
}
