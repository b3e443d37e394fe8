package labelwright.ui.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import labelwright.geometry.TextRange;
import labelwright.text.Search;
import labelwright.text.SearchOption;

/// Where the wanted words stand in the open text, and which of the places is looked at. FX thread only.
final class FindModel {
    private final TextDesk desk;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final StringProperty wanted = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty wholeWords = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<TextRange>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private int from;

    FindModel(TextDesk desk) {
        this.desk = desk;
        desk.text().addListener((_, _, _) -> {
            from = 0;
            refresh();
        });
        shown.addListener((_, _, _) -> refresh());
        wanted.addListener((_, _, _) -> refresh());
        matchCase.addListener((_, _, _) -> refresh());
        wholeWords.addListener((_, _, _) -> refresh());
    }

    BooleanProperty shown() {
        return shown;
    }

    StringProperty wanted() {
        return wanted;
    }

    BooleanProperty matchCase() {
        return matchCase;
    }

    BooleanProperty wholeWords() {
        return wholeWords;
    }

    /// In rising order; empty while nobody looks for anything.
    ReadOnlyObjectProperty<List<TextRange>> found() {
        return found.getReadOnlyProperty();
    }

    /// The place in the list that is looked at; -1 when nothing was found.
    ReadOnlyIntegerProperty current() {
        return current.getReadOnlyProperty();
    }

    /// Begins to look, from a place of the text on.
    void open(int place) {
        from = place;
        shown.set(true);
        refresh();
    }

    void close() {
        shown.set(false);
    }

    /// Goes on to another place, around the ends of the text.
    void go(int steps) {
        int count = found.get().size();
        if (count > 0) {
            current.set(Math.floorMod(current.get() + steps, count));
            from = found.get().get(current.get()).start();
        }
    }

    private void refresh() {
        List<TextRange> all = shown.get()
                ? desk.findText().map(text -> Search.all(text.text(), wanted.get(), options())).orElse(List.of())
                : List.of();
        int next = 0;
        while (next < all.size() && all.get(next).start() < from) {
            next++;
        }
        current.set(-1);
        found.set(all);
        current.set(all.isEmpty() ? -1 : next % all.size());
    }

    private Set<SearchOption> options() {
        Set<SearchOption> options = EnumSet.noneOf(SearchOption.class);
        if (!matchCase.get()) {
            options.add(SearchOption.IGNORE_CASE);
        }
        if (wholeWords.get()) {
            options.add(SearchOption.WHOLE_WORDS);
        }
        return options;
    }
}
