package labelwright.ui.text;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import labelwright.edit.Selection;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.LabelId;
import labelwright.text.Search;
import labelwright.text.SearchOption;
import labelwright.text.Segmentation;

/// All places that say the same as the selected span or the marked text, and have not got its label yet. FX thread only.
final class IdenticalModel {

    /// What is looked for.
    ///
    /// @param label what the places would get
    record Wanted(String words, LabelId label) {}

    private final TextDesk desk;
    private final BooleanProperty matchCase = new SimpleBooleanProperty(true);
    private final BooleanProperty wholeWords = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<Wanted>> wanted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<TextRange>> places = new ReadOnlyObjectWrapper<>(List.of());

    IdenticalModel(TextDesk desk) {
        this.desk = desk;
        matchCase.addListener((_, _, _) -> refresh());
        wholeWords.addListener((_, _, _) -> refresh());
        desk.text().addListener((_, _, _) -> close());
        desk.answer().addListener((_, _, _) -> refresh());
    }

    BooleanProperty matchCase() {
        return matchCase;
    }

    BooleanProperty wholeWords() {
        return wholeWords;
    }

    /// Empty while nobody asks.
    ReadOnlyObjectProperty<Optional<Wanted>> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /// In rising order.
    ReadOnlyObjectProperty<List<TextRange>> places() {
        return places.getReadOnlyProperty();
    }

    /// Begins with what is marked, which gets the chosen label, or else with the selected span and its label.
    ///
    /// @return whether there was something to begin with
    boolean open(Optional<TextRange> marked) {
        Optional<Wanted> start = marked.isPresent() ? ofMarked(marked.get()) : ofSelection(desk.selection().get());
        wanted.set(start);
        refresh();
        return start.isPresent();
    }

    private Optional<Wanted> ofMarked(TextRange marked) {
        LabelId label = desk.labels().active().get();
        Optional<Segmentation> text = desk.findText();
        return label == null || text.isEmpty()
                ? Optional.empty()
                : text.get().trim(marked).map(range -> new Wanted(text.get().text().text(range), label));
    }

    private Optional<Wanted> ofSelection(Selection selection) {
        return desk.findSession().flatMap(session -> selection.of(session.set()).stream().findFirst())
                .flatMap(span -> span.shape() instanceof TextSpan shape && shape.fragments().size() == 1
                        ? Optional.of(new Wanted(shape.covered(), span.label()))
                        : Optional.empty());
    }

    void close() {
        wanted.set(Optional.empty());
        refresh();
    }

    private void refresh() {
        places.set(wanted.get().flatMap(known -> desk.findText().map(text -> places(text, known))).orElse(List.of()));
    }

    private List<TextRange> places(Segmentation text, Wanted known) {
        Set<SearchOption> options = EnumSet.noneOf(SearchOption.class);
        if (!matchCase.get()) {
            options.add(SearchOption.IGNORE_CASE);
        }
        if (wholeWords.get()) {
            options.add(SearchOption.WHOLE_WORDS);
        }
        Set<TextRange> done = new HashSet<>();
        desk.findSession().ifPresent(session -> session.set().annotations().stream().filter(each -> each.label().equals(known.label))
                .forEach(each -> addRange(each, done)));
        return Search.all(text.text(), known.words, options).stream().filter(range -> !done.contains(range)).toList();
    }

    private static void addRange(Annotation span, Set<TextRange> to) {
        if (span.shape() instanceof TextSpan shape && shape.fragments().size() == 1) {
            to.add(shape.extent());
        }
    }
}
