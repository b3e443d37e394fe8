package labelwright.ui.models;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import labelwright.ui.action.Texts;
import labelwright.ui.control.Segments;
import labelwright.ui.control.Styles;
import labelwright.ui.control.Words;
import labelwright.ui.control.Wrapping;

/// What the selected model is: stage, where it comes from, what people said to its suggestions.
final class AboutPane extends VBox {
    private static final Texts TEXTS = Texts.of(AboutPane.class);
    private static final int HASH_SHOWN = 12;

    private final Label name = new Label();
    private final GridPane facts = new GridPane();

    AboutPane(ModelsModel model, ModelsActions actions) {
        getStyleClass().add("block");
        name.setId("models-name");
        name.getStyleClass().add(Styles.SUBTITLE);
        facts.getStyleClass().add("facts");
        facts.getColumnConstraints().add(new ColumnConstraints());
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().add(values);
        getChildren().addAll(name, new Segments(actions.stages()), facts);
        model.selected().subscribe(selected -> selected.ifPresent(this::show));
    }

    private void show(ModelRow row) {
        name.setText(row.version().name());
        facts.getChildren().clear();
        fact("run", row.run().isEmpty() ? TEXTS.get("about.run.none") : row.run());
        String hash = row.dataHash();
        fact("data", hash.isEmpty() ? "–" : hash.substring(0, Math.min(hash.length(), HASH_SHOWN)));
        fact("labels", String.join(", ", row.version().labels()));
        fact("family", row.version().family());
        fact("answered", TEXTS.format("about.answers", Words.number(row.counts().taken()), Words.number(row.counts().changed()),
                Words.number(row.counts().refused()), Words.number(row.counts().open())));
        if (row.answered() > 0) {
            fact("acceptance", Words.percent(row.acceptance()));
        }
    }

    private void fact(String key, String value) {
        Label title = new Label(TEXTS.get("about." + key));
        title.getStyleClass().add(Styles.MUTED);
        title.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(value);
        text.setId("models-about-" + key);
        Wrapping.of(text);
        text.setTooltip(new Tooltip(TEXTS.get("about.tip." + key)));
        facts.addRow(facts.getRowCount(), title, text);
    }
}
