package labelwright.ui.data;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.Project;
import labelwright.model.query.Facets;
import labelwright.model.query.ItemQueryParser;
import labelwright.model.query.ItemSort;
import labelwright.model.query.QueryException;
import labelwright.ui.action.Texts;
import labelwright.ui.control.LatestRead;
import labelwright.ui.control.ProjectContext;

/// What the Data screen shows: the items that the query finds, in their order, and how they divide. FX thread only.
final class DataModel {
    private static final Texts TEXTS = Texts.of(DataModel.class);
    private static final Facets NONE = new Facets(Map.of(), Map.of(), Map.of(), 0);

    /// What a query found.
    ///
    /// @param total items in the whole project
    /// @param likeness of those that a search by meaning found; empty when there was none
    record Found(List<ItemId> ids, Facets facets, long total, Map<ItemId, Double> likeness) {
        static final Found NOTHING = new Found(List.of(), NONE, 0, Map.of());
    }

    private final ProjectContext context;
    private final LatestRead reads;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<ItemSort> sort = new SimpleObjectProperty<>(ItemSort.IMPORTED);
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Likeness>> likeness = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    DataModel(ProjectContext context) {
        this.context = context;
        reads = context.app().jobs().latest();
        query.subscribe(_ -> reload());
        sort.subscribe(_ -> reload());
    }

    StringProperty query() {
        return query;
    }

    ObjectProperty<ItemSort> sort() {
        return sort;
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /// What a search by meaning found, while it is shown in the place of the chosen order; the query still narrows it.
    ReadOnlyObjectProperty<Optional<Likeness>> likeness() {
        return likeness.getReadOnlyProperty();
    }

    /// @param found null to go back to the chosen order
    void showLikeness(@Nullable Likeness found) {
        likeness.set(Optional.ofNullable(found));
        reload();
    }

    /// A query for what is shown now.
    String shownQuery() {
        if (likeness.get().isEmpty()) {
            return query.get();
        }
        List<ItemId> ids = found.get().ids();
        return "id:" + (ids.isEmpty() ? "0" : ids.stream().map(ItemId::toString).collect(Collectors.joining(",")));
    }

    /// What is wrong with the query, for people; empty when it can be read. What was found last stays on the screen meanwhile.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /// Whether anything was read yet; before that, nothing is known.
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// Reads again what the query finds.
    void reload() {
        String text = query.get();
        try {
            ItemQueryParser.parse(text);
        } catch (QueryException e) {
            fault.set(e.getMessage());
            return;
        }
        fault.set("");
        Project project = context.project().get();
        Author viewer = context.annotator().get();
        ItemSort order = sort.get();
        Optional<Likeness> alike = likeness.get();
        reads.read(TEXTS.get("doing.find"), () -> {
            var catalogue = context.workbench().catalogue();
            List<ItemId> fitting = catalogue.find(project, text, viewer, order);
            List<ItemId> ids = alike.map(near -> near.among(new HashSet<>(fitting))).orElse(fitting);
            return new Found(ids, catalogue.facets(project, text, viewer), catalogue.count(project),
                    alike.map(Likeness::values).orElse(Map.of()));
        }, result -> {
            found.set(result);
            loaded.set(true);
        });
    }

    /// Adds a value of a facet to the query, or takes it out.
    void toggleFacet(String field, String value) {
        query.set(QueryLine.toggle(query.get(), field, value));
    }

    boolean isFacetChosen(String field, String value) {
        return QueryLine.values(query.get(), field).contains(value);
    }
}
