package labelwright.ui.text;

import java.util.List;
import java.util.Optional;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import labelwright.geometry.TextRange;
import labelwright.model.Colour;
import labelwright.model.LabelClass;
import labelwright.textview.TextSurface;
import labelwright.ui.action.Action;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LabelSwatch;
import labelwright.ui.control.Notices;
import labelwright.ui.control.Place;
import labelwright.ui.control.Styles;

/// Asks whether all places that say the same shall get the same label: how many there are, and where, is shown before anything happens.
/// Enter labels them as one step, Esc leaves everything as it was.
final class IdenticalBar extends VBox {
    private static final Texts TEXTS = Texts.of(IdenticalBar.class);
    private static final int MOST_WORDS = 200;

    private final IdenticalModel model;
    private final TextDesk desk;
    private final TextSurface surface;
    private final Action open;
    private final LabelSwatch swatch = new LabelSwatch(new Colour(0));
    private final Label label = new Label();
    private final Label words = new Label();
    private final Label count = new Label();
    private final Button take = new Button();
    private int looked;

    IdenticalBar(IdenticalModel model, TextDesk desk, TextSurface surface, Notices notices) {
        this.model = model;
        this.desk = desk;
        this.surface = surface;
        setId("text-identical-bar");
        getStyleClass().addAll("text-bar", "text-identical");
        open = Action.of(TEXTS, "text.identical").icon("mdi2c-checkbox-multiple-marked-outline").shortcut("Shift+I")
                .scope(Scope.of(Place.TEXT)).group(TEXTS.get("group.spans")).does(() -> open(notices));
        words.setId("text-identical-words");
        words.getStyleClass().add(Styles.STRONG);
        words.setMaxWidth(MOST_WORDS);
        label.setMaxWidth(MOST_WORDS);
        count.setId("text-identical-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = row(words, count, swatch, label);
        CheckBox wholeWords = box("text-identical-whole", "identical.whole", model.wholeWords());
        CheckBox matchCase = box("text-identical-case", "identical.case", model.matchCase());
        Button next = new Button(TEXTS.get("identical.look"));
        next.setId("text-identical-look");
        next.setOnAction(_ -> look());
        take.setId("text-identical-take");
        take.getStyleClass().add(Styles.ACCENT);
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(_ -> take());
        Button cancel = new Button(TEXTS.get("identical.cancel"));
        cancel.setId("text-identical-cancel");
        cancel.setOnAction(_ -> close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(first, row(wholeWords, matchCase, gap, next, cancel, take));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.wanted().subscribe(this::show);
        model.places().subscribe(this::show);
    }

    Action action() {
        return open;
    }

    private static HBox row(javafx.scene.Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("annotate-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static CheckBox box(String id, String key, javafx.beans.property.BooleanProperty value) {
        CheckBox box = new CheckBox(TEXTS.get(key));
        box.setId(id);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private void open(Notices notices) {
        looked = -1;
        if (model.open(surface.caretProperty().get().range())) {
            take.requestFocus();
        } else {
            notices.say(TEXTS.get("identical.nothing"));
        }
    }

    private void show(Optional<IdenticalModel.Wanted> wanted) {
        setVisible(wanted.isPresent());
        wanted.ifPresent(known -> {
            String line = known.words().replaceAll("\\s+", " ");
            words.setText(line);
            words.setTooltip(new Tooltip(line));
            Optional<LabelClass> found = desk.labels().schema().find(known.label());
            label.setText(found.map(LabelClass::name).orElse(""));
            found.map(LabelClass::colour).ifPresent(swatch::setColour);
        });
    }

    private void show(List<TextRange> places) {
        count.setText(TEXTS.format("identical.count", places.size()));
        take.setText(TEXTS.format("identical.take", places.size()));
        take.setDisable(places.isEmpty());
        surface.propose(places);
    }

    /// Shows one place after the other.
    private void look() {
        List<TextRange> places = model.places().get();
        if (!places.isEmpty()) {
            looked = (looked + 1) % places.size();
            surface.reveal(places.get(looked));
        }
    }

    private void take() {
        model.wanted().get().ifPresent(known -> surface.labelAll(model.places().get(), known.label()));
        close();
    }

    private void close() {
        model.close();
        surface.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !take.isDisabled()) {
            take();
            event.consume();
        }
    }
}
