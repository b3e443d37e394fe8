package labelwright.ui.label;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import labelwright.edit.Selection;
import labelwright.geometry.TextRange;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;

/// The annotations of the open item as a list: filtered by words, and which of them are hidden or locked. Hiding and locking last while
/// the item is open; they are no part of the answer. FX thread only.
public final class Regions {
    private final ObservableList<Annotation> shown = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Set<AnnotationId>> hidden = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Set<AnnotationId>> locked = new SimpleObjectProperty<>(Set.of());
    private final UnaryOperator<List<Annotation>> order;
    private final Function<Annotation, String> words;
    private List<Annotation> all = List.of();
    private LabelSchema schema = new LabelSchema(List.of());

    private Regions(UnaryOperator<List<Annotation>> order, Function<Annotation, String> words) {
        this.order = order;
        this.words = words;
        filter.addListener((_, _, _) -> refresh());
    }

    /// Regions of a picture: what lies on top comes first.
    public static Regions topmostFirst() {
        return new Regions(List::reversed, _ -> "");
    }

    /// Spans of a text in the order in which they are read; the filter looks at what they cover too.
    public static Regions asRead() {
        return new Regions(all -> all.stream().sorted(Comparator.comparing(Regions::extent)).toList(),
                annotation -> annotation.shape() instanceof TextSpan span ? span.covered() : "");
    }

    private static TextRange extent(Annotation annotation) {
        return annotation.shape() instanceof TextSpan span ? span.extent() : new TextRange(0, 1);
    }

    /// What the list shows.
    public ObservableList<Annotation> shown() {
        return shown;
    }

    /// Words; only regions whose label or attributes hold all of them are shown.
    public StringProperty filter() {
        return filter;
    }

    public ObjectProperty<Set<AnnotationId>> hidden() {
        return hidden;
    }

    public ObjectProperty<Set<AnnotationId>> locked() {
        return locked;
    }

    public void show(AnnotationSet set, LabelSchema labels) {
        all = order.apply(set.annotations());
        schema = labels;
        refresh();
    }

    /// Another item: nothing is hidden or locked.
    public void reset() {
        hidden.set(Set.of());
        locked.set(Set.of());
    }

    /// Hides them, or shows them when all of them are hidden.
    public void toggleHidden(Collection<AnnotationId> ids) {
        hidden.set(toggled(hidden.get(), ids));
    }

    /// Locks them, or unlocks them when all of them are locked.
    public void toggleLocked(Collection<AnnotationId> ids) {
        locked.set(toggled(locked.get(), ids));
    }

    /// The region so many places further on in the list, around its ends; the first or the last when none is selected.
    public Optional<Annotation> neighbour(Selection from, int steps) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int at = steps > 0 ? -1 : shown.size();
        for (int i = 0; i < shown.size(); i++) {
            if (from.contains(shown.get(i).id())) {
                at = i;
                if (steps < 0) {
                    break;
                }
            }
        }
        return Optional.of(shown.get(Math.floorMod(at + steps, shown.size())));
    }

    public boolean canChange(Annotation annotation) {
        return !hidden.get().contains(annotation.id()) && !locked.get().contains(annotation.id());
    }

    private static Set<AnnotationId> toggled(Set<AnnotationId> before, Collection<AnnotationId> ids) {
        Set<AnnotationId> after = new HashSet<>(before);
        if (after.containsAll(ids)) {
            ids.forEach(after::remove);
        } else {
            after.addAll(ids);
        }
        return Set.copyOf(after);
    }

    private void refresh() {
        List<Annotation> wanted = filter.get().isBlank() ? all : matching();
        if (!wanted.equals(shown)) {
            shown.setAll(wanted);
        }
    }

    /// Thousands of regions are looked through at every letter, so what they have in common is made ready once.
    private List<Annotation> matching() {
        List<String> typed = List.of(filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        Map<LabelId, String> names = new HashMap<>();
        schema.labels().forEach(label -> names.put(label.id(), label.name().toLowerCase(Locale.ROOT)));
        return all.stream().filter(annotation -> {
            String name = names.getOrDefault(annotation.label(), "");
            return typed.stream().allMatch(name::contains) || matches(name, annotation, typed);
        }).toList();
    }

    private boolean matches(String name, Annotation annotation, List<String> typed) {
        String more = words.apply(annotation);
        if (annotation.attributes().isEmpty() && more.isEmpty()) {
            return false;
        }
        String text = name + " " + (annotation.attributes() + " " + more).toLowerCase(Locale.ROOT);
        return typed.stream().allMatch(text::contains);
    }
}
