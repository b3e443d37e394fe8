package labelwright.ui.label;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.ModelId;
import labelwright.model.Relation;
import labelwright.workbench.LabellingSession;

/// What models propose for the open item: one model at a time, above a threshold. One of them is pointed at: it is the one that is
/// taken or refused next, and then the next best comes up. FX thread only.
public final class Suggestions {
    public static final double USUAL_THRESHOLD = 0.3;

    private final ObservableList<ModelId> models = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ModelId> model = new SimpleObjectProperty<>();
    private final DoubleProperty threshold = new SimpleDoubleProperty(USUAL_THRESHOLD);
    private final ObjectProperty<List<Annotation>> shown = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<List<Relation>> relations = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper open = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper scored = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Selection> pointed = new SimpleObjectProperty<>(Selection.NONE);
    private final UnaryOperator<Annotation> started;
    private @Nullable LabellingSession session;

    /// @param started gives what is taken the start values of its label
    public Suggestions(UnaryOperator<Annotation> started) {
        this.started = started;
        model.addListener((_, _, _) -> refresh());
        threshold.addListener((_, _, _) -> refresh());
    }

    /// The models that suggested something for the open item, newest first.
    public ObservableList<ModelId> models() {
        return models;
    }

    public ObjectProperty<@Nullable ModelId> model() {
        return model;
    }

    /// 0 to 1: suggestions with a lower score are not shown.
    public DoubleProperty threshold() {
        return threshold;
    }

    /// The open suggestions of the chosen model at or above the threshold, best first.
    public ObjectProperty<List<Annotation>> shown() {
        return shown;
    }

    /// The model's relations between those that are shown.
    public ReadOnlyObjectProperty<List<Relation>> relations() {
        return relations.getReadOnlyProperty();
    }

    /// How many open suggestions the chosen model has, whatever their score.
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

    /// Another item was opened; keeps to the model that was chosen when it has something to say here too.
    public void open(LabellingSession next) {
        session = next;
        ModelId before = model.get();
        models.setAll(next.suggestingModels().reversed());
        model.set(before != null && models.contains(before) ? before : models.stream().findFirst().orElse(null));
        pointed.set(Selection.NONE);
        refresh();
        next();
    }

    public void close() {
        session = null;
        models.clear();
        model.set(null);
        refresh();
    }

    /// Reads again what is open, after the answer changed.
    public void refresh() {
        LabellingSession current = session;
        ModelId chosen = model.get();
        List<Annotation> all = current == null || chosen == null ? List.of() : current.suggestions(chosen);
        List<Annotation> above = all.stream().filter(suggestion -> suggestion.score() >= threshold.get()).toList();
        open.set(all.size());
        scored.set(current != null && chosen != null && current.suggestsRegions(chosen));
        if (findPointed(above).isEmpty()) {
            pointed.set(Selection.NONE);
        }
        relations.set(current == null || chosen == null ? List.of() : between(above, current.suggestedRelations(chosen)));
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
