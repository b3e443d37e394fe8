package labelwright.ui.text;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import labelwright.textview.TextSurface;
import labelwright.ui.action.Action;
import labelwright.ui.action.ActionControls;
import labelwright.ui.action.Scope;
import labelwright.ui.action.Texts;
import labelwright.ui.control.Place;
import labelwright.ui.control.Styles;

/// Looks for words in the open text. Enter goes on, Shift+Enter back, Esc closes and leaves the place that was found marked.
final class FindBar extends HBox {
    private static final Texts TEXTS = Texts.of(FindBar.class);
    private static final Scope HERE = Scope.of(Place.TEXT);

    private final FindModel model;
    private final TextSurface surface;
    private final TextField field = new TextField();
    private final List<Action> actions;

    FindBar(FindModel model, TextSurface surface) {
        this.model = model;
        this.surface = surface;
        setId("text-find-bar");
        getStyleClass().add("text-bar");
        setAlignment(Pos.CENTER_LEFT);
        visibleProperty().bind(model.shown());
        String group = TEXTS.get("group.find");
        Action open = Action.of(TEXTS, "text.find").icon("mdi2m-magnify").shortcut("Shortcut+F").scope(HERE).group(group).does(this::open);
        Action next = Action.of(TEXTS, "text.findNext").icon("mdi2c-chevron-down").shortcut("Shortcut+G").scope(HERE).group(group)
                .does(() -> go(1));
        Action previous = Action.of(TEXTS, "text.findPrevious").icon("mdi2c-chevron-up").shortcut("Shortcut+Shift+G").scope(HERE)
                .group(group).does(() -> go(-1));
        Action matchCase = Action.of(TEXTS, "text.findCase").icon("mdi2f-format-letter-case").scope(HERE).group(group)
                .selected(model.matchCase()).does(() -> model.matchCase().set(!model.matchCase().get()));
        Action words = Action.of(TEXTS, "text.findWords").icon("mdi2f-format-letter-matches").scope(HERE).group(group)
                .selected(model.wholeWords()).does(() -> model.wholeWords().set(!model.wholeWords().get()));
        Action close = Action.of(TEXTS, "text.findClose").icon("mdi2c-close").scope(HERE).group(group).does(this::close);
        actions = List.of(open, next, previous, matchCase, words, close);
        field.setId("text-find-field");
        field.setPromptText(TEXTS.get("find.prompt"));
        field.setPrefColumnCount(18);
        field.textProperty().bindBidirectional(model.wanted());
        Label count = new Label();
        count.setId("text-find-count");
        count.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty().bind(Bindings.createStringBinding(this::count, model.found(), model.current(), model.wanted()));
        getChildren().addAll(field, count, ActionControls.iconToggle(matchCase), ActionControls.iconToggle(words),
                ActionControls.iconButton(previous), ActionControls.iconButton(next), ActionControls.iconButton(close));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.found().subscribe(_ -> highlight());
        model.current().subscribe(_ -> highlight());
    }

    List<Action> actions() {
        return actions;
    }

    private String count() {
        if (model.wanted().get().isEmpty()) {
            return "";
        }
        int all = model.found().get().size();
        return all == 0 ? TEXTS.get("find.nothing") : TEXTS.format("find.count", model.current().get() + 1, all);
    }

    private void highlight() {
        surface.highlight(model.found().get(), model.current().get());
    }

    /// Begins with what is marked.
    private void open() {
        surface.caretProperty().get().range().map(surface.text().text()::text).filter(marked -> !marked.contains("\n"))
                .ifPresent(model.wanted()::set);
        model.open(surface.caretProperty().get().range().map(range -> range.start()).orElse(surface.caretProperty().get().at()));
        field.requestFocus();
        field.selectAll();
    }

    private void go(int steps) {
        if (model.shown().get()) {
            model.go(steps);
        } else {
            open();
        }
    }

    private void close() {
        int at = model.current().get();
        boolean found = at >= 0;
        var range = found ? model.found().get().get(at) : null;
        model.close();
        if (range != null) {
            surface.mark(range);
        }
        surface.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && field.equals(event.getTarget())) {
            model.go(event.isShiftDown() ? -1 : 1);
            event.consume();
        }
    }
}
