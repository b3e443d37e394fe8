package labelwright.ui.annotate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import labelwright.edit.Selection;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.AnnotationSet;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;

/// The annotations of the open picture as a list, topmost first: filtered by words, and which of them are hidden or locked. Hiding and
/// locking last while the picture is open; they are no part of the answer. FX thread only.
final class Regions {
    private final ObservableList<Annotation> shown = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Set<AnnotationId>> hidden = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Set<AnnotationId>> locked = new SimpleObjectProperty<>(Set.of());
    private List<Annotation> all = List.of();
    private LabelSchema schema = new LabelSchema(List.of());

    Regions() {
        filter.addListener((_, _, _) -> refresh());
    }

    /// What the list shows.
    ObservableList<Annotation> shown() {
        return shown;
    }

    /// Words; only regions whose label or attributes hold all of them are shown.
    StringProperty filter() {
        return filter;
    }

    ObjectProperty<Set<AnnotationId>> hidden() {
        return hidden;
    }

    ObjectProperty<Set<AnnotationId>> locked() {
        return locked;
    }

    void show(AnnotationSet set, LabelSchema labels) {
        all = set.annotations().reversed();
        schema = labels;
        refresh();
    }

    /// Another picture: nothing is hidden or locked.
    void reset() {
        hidden.set(Set.of());
        locked.set(Set.of());
    }

    /// Hides them, or shows them when all of them are hidden.
    void toggleHidden(Collection<AnnotationId> ids) {
        hidden.set(toggled(hidden.get(), ids));
    }

    /// Locks them, or unlocks them when all of them are locked.
    void toggleLocked(Collection<AnnotationId> ids) {
        locked.set(toggled(locked.get(), ids));
    }

    /// The region so many places further on in the list, around its ends; the first or the last when none is selected.
    Optional<Annotation> neighbour(Selection from, int steps) {
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

    boolean canChange(Annotation annotation) {
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
        List<Annotation> wanted = filter.get().isBlank() ? all : all.stream().filter(this::matches).toList();
        if (!wanted.equals(shown)) {
            shown.setAll(wanted);
        }
    }

    private boolean matches(Annotation annotation) {
        String text = (schema.find(annotation.label()).map(LabelClass::name).orElse("") + " " + annotation.attributes())
                .toLowerCase(Locale.ROOT);
        return Stream.of(filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
    }
}
