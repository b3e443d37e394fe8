package labelwright.ui.label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Author;
import labelwright.model.Relation;
import labelwright.workbench.Agreement;
import labelwright.workbench.LabellingSession;

/// What somebody else says about the open item: one model at a time, above a threshold, or another person, whose answer is laid beside one's own while
/// [#people] is on. One region is pointed at: it is the one that is taken or refused next, and then the next comes up. FX thread only.
public final class Suggestions {
    public static final double USUAL_THRESHOLD = 0.3;

    private final ObservableList<Author> others = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Author> other = new SimpleObjectProperty<>();
    private final BooleanProperty people = new SimpleBooleanProperty();
    private final DoubleProperty threshold = new SimpleDoubleProperty(USUAL_THRESHOLD);
    private final ObjectProperty<List<Annotation>> shown = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<List<Relation>> relations = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper scored = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Relation>> missing = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Agreement>> agreement = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Selection> pointed = new SimpleObjectProperty<>(Selection.NONE);
    private final UnaryOperator<Annotation> started;
    private @Nullable LabellingSession session;
    /// People were asked for and none was shown yet: the first who comes is.
    private boolean asked;
    /// Chosen by the person, but silent about the open item.
    private @Nullable Author wished;

    /// @param started gives what is taken the start values of its label
    public Suggestions(UnaryOperator<Annotation> started) {
        this.started = started;
        other.addListener((_, _, _) -> {
            wished = null;
            refresh();
        });
        people.addListener((_, _, on) -> asked = on);
        threshold.addListener((_, _, _) -> refresh());
    }

    /// Who says something about the open item: models, newest first, and then people by name while [#people] is on.
    public ObservableList<Author> others() {
        return others;
    }

    /// The one whose word is shown.
    public ObjectProperty<@Nullable Author> other() {
        return other;
    }

    /// Whether other people's answers may be seen. Off at first: people who label the same items do so without knowing of each other.
    public BooleanProperty people() {
        return people;
    }

    /// 0 to 1: suggestions with a lower score are not shown.
    public DoubleProperty threshold() {
        return threshold;
    }

    /// The open suggestions of the chosen model at or above the threshold, best first; or what the chosen person has otherwise.
    public ObjectProperty<List<Annotation>> shown() {
        return shown;
    }

    /// The other one's relations between those that are shown.
    public ReadOnlyObjectProperty<List<Relation>> relations() {
        return relations.getReadOnlyProperty();
    }

    /// Another person's relations between regions that both have, where one's own answer has none.
    public ReadOnlyObjectProperty<List<Relation>> missing() {
        return missing.getReadOnlyProperty();
    }

    /// How one's own regions and the chosen person's stand to each other; empty for models.
    public ReadOnlyObjectProperty<Optional<Agreement>> agreement() {
        return agreement.getReadOnlyProperty();
    }

    /// How many open suggestions the chosen one has, whatever their score.
    public ReadOnlyIntegerProperty open() {
        return open.getReadOnlyProperty();
    }

    /// Whether the chosen model suggested regions for the item, answered or not: they have scores, answers about the whole item have none.
    public ReadOnlyBooleanProperty scored() {
        return scored.getReadOnlyProperty();
    }

    /// The one that is taken or refused next; at most one.
    public ObjectProperty<Selection> pointed() {
        return pointed;
    }

    /// Another item was opened, or it is known now what other people say about it; keeps to the one that was chosen when there is something of theirs
    /// here too.
    public void open(LabellingSession next) {
        session = next;
        List<Author> found = new ArrayList<>(next.suggestingModels().reversed());
        if (people.get()) {
            found.addAll(next.people());
        }
        Optional<Author> person = found.stream().filter(author -> !(author instanceof Author.ByModel)).findFirst();
        Author before = asked ? person.orElse(null) : wished == null ? other.get() : wished;
        asked &= person.isEmpty();
        boolean there = before != null && found.contains(before);
        others.setAll(found);
        other.set(there ? before : found.stream().findFirst().orElse(null));
        wished = there ? null : before;
        pointed.set(Selection.NONE);
        refresh();
        next();
    }

    public void close() {
        session = null;
        others.clear();
        other.set(null);
        refresh();
    }

    /// Reads again what is open, after the answer changed.
    public void refresh() {
        LabellingSession current = session;
        Author chosen = other.get();
        if (current == null || chosen == null) {
            show(List.of(), List.of());
            relations.set(List.of());
            missing.set(List.of());
            agreement.set(Optional.empty());
            scored.set(false);
            return;
        }
        List<Annotation> all = current.suggestions(chosen);
        boolean model = chosen instanceof Author.ByModel;
        List<Annotation> above = model ? all.stream().filter(suggestion -> suggestion.score() >= threshold.get()).toList() : all;
        scored.set(model && current.hasRegions(chosen));
        relations.set(between(above, current.suggestedRelations(chosen)));
        missing.set(current.missingRelations(chosen));
        agreement.set(current.agreement(chosen));
        show(all, above);
    }

    private void show(List<Annotation> all, List<Annotation> above) {
        open.set(all.size());
        if (findPointed(above).isEmpty()) {
            pointed.set(Selection.NONE);
        }
        shown.set(above);
    }

    private static List<Relation> between(List<Annotation> regions, List<Relation> relations) {
        Set<AnnotationId> ids = new HashSet<>();
        regions.forEach(region -> ids.add(region.id()));
        return relations.stream().filter(relation -> ids.contains(relation.from()) && ids.contains(relation.to())).toList();
    }

    public Optional<Annotation> findPointed() {
        return findPointed(shown.get());
    }

    private Optional<Annotation> findPointed(List<Annotation> among) {
        return among.stream().filter(suggestion -> pointed.get().contains(suggestion.id())).findFirst();
    }

    /// Points at the next one in the order of the scores, or at the best.
    public void next() {
        List<Annotation> all = shown.get();
        int at = findPointed().map(all::indexOf).orElse(-1);
        pointed.set(all.isEmpty() ? Selection.NONE : Selection.of(all.get((at + 1) % all.size()).id()));
    }

    /// Takes the one that is pointed at into the answer and points at the next.
    public void take() {
        answer(id -> session().take(List.of(id), List.of(), start()));
    }

    private LabellingSession.StartValues start() {
        return new LabellingSession.StartValues(started, Map.of());
    }

    /// Says no to the one that is pointed at and points at the next.
    public void refuse() {
        answer(id -> session().refuse(List.of(id)));
    }

    private void answer(Consumer<AnnotationId> how) {
        List<Annotation> before = shown.get();
        Optional<Annotation> one = findPointed();
        if (one.isEmpty()) {
            next();
            return;
        }
        int at = before.indexOf(one.get());
        how.accept(one.get().id());
        List<Annotation> left = shown.get();
        pointed.set(left.isEmpty() ? Selection.NONE : Selection.of(left.get(Math.min(at, left.size() - 1)).id()));
    }

    private LabellingSession session() {
        LabellingSession current = session;
        if (current == null) {
            throw new IllegalStateException("No item is open");
        }
        return current;
    }
}
