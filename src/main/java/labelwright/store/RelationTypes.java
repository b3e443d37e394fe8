package labelwright.store;

import java.util.ArrayList;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import labelwright.model.Colour;
import labelwright.model.ProjectId;
import labelwright.model.RelationType;
import labelwright.model.RelationType.Direction;
import labelwright.model.RelationTypeId;

/// The types of relation of projects, inside the caller's transaction.
final class RelationTypes {
    private RelationTypes() {}

    static List<RelationType> read(Handle handle, ProjectId project) {
        return handle.createQuery("SELECT id, name, colour, directed FROM relation_type WHERE project_id = ? ORDER BY place, id")
                .bind(0, project.value())
                .map((row, context) -> new RelationType(new RelationTypeId(row.getLong(1)), row.getString(2), new Colour(row.getInt(3)),
                        row.getBoolean(4) ? Direction.DIRECTED : Direction.MUTUAL))
                .list();
    }

    /// @param batch the import that brings the type; null for a person
    static RelationTypeId insert(Handle handle, ProjectId project, RelationType type, @Nullable Long batch) {
        int place = handle.createQuery("SELECT COALESCE(MAX(place), -1) + 1 FROM relation_type WHERE project_id = ?")
                .bind(0, project.value()).mapTo(Integer.class).one();
        return new RelationTypeId(handle
                .createUpdate("INSERT INTO relation_type (project_id, place, name, colour, directed, batch_id) "
                        + "VALUES (:project, :place, :name, :colour, :directed, :batch)")
                .bind("project", project.value()).bind("place", place).bind("name", type.name()).bind("colour", type.colour().rgb())
                .bind("directed", type.direction() == Direction.DIRECTED).bind("batch", batch).executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class).one());
    }

    /// Makes the project have exactly these types in this order. Those with a negative id are new and get an id of their own.
    /// @throws StoreException FAILED when relations of a type that would go are there, or a type is not the project's
    static void save(Handle handle, ProjectId project, List<RelationType> wanted) {
        List<RelationType> types = new ArrayList<>();
        for (RelationType type : wanted) {
            types.add(type.id().value() < 0 ? type.withId(insert(handle, project, type, null)) : type);
        }
        for (RelationType type : read(handle, project)) {
            if (types.stream().noneMatch(kept -> kept.id().equals(type.id()))) {
                remove(handle, type);
            }
        }
        for (int place = 0; place < types.size(); place++) {
            RelationType type = types.get(place);
            int changed = handle
                    .createUpdate("UPDATE relation_type SET place = :place, name = :name, colour = :colour, directed = :directed "
                            + "WHERE id = :id AND project_id = :project")
                    .bind("place", place).bind("name", type.name()).bind("colour", type.colour().rgb())
                    .bind("directed", type.direction() == Direction.DIRECTED).bind("id", type.id().value())
                    .bind("project", project.value()).execute();
            if (changed == 0) {
                throw StoreException.failed("The relation \"" + type.name() + "\" does not belong to the project; add it first.");
            }
        }
    }

    private static void remove(Handle handle, RelationType type) {
        long used = handle.createQuery("SELECT COUNT(*) FROM relation WHERE type_id = ?").bind(0, type.id().value()).mapTo(Long.class)
                .one();
        if (used > 0) {
            throw StoreException.failed("The relation \"" + type.name() + "\" cannot be removed: it is used " + used
                    + (used == 1 ? " time." : " times.") + " Give those relations another type first.");
        }
        handle.createUpdate("DELETE FROM relation_type WHERE id = ?").bind(0, type.id().value()).execute();
    }
}
