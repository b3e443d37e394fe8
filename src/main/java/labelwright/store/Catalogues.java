package labelwright.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import labelwright.model.ProjectId;

/// The catalogues of the projects of an open workspace, and who is told of changes. Thread-safe.
final class Catalogues {
    private final Database database;
    private final Visibility visibility;
    private final Map<ProjectId, Catalogue> catalogues = new ConcurrentHashMap<>();

    Catalogues(Database database, Visibility visibility) {
        this.database = database;
        this.visibility = visibility;
    }

    Catalogue of(ProjectId project) {
        return catalogues.computeIfAbsent(project, id -> new Catalogue(new CatalogueLoader(database, visibility, id)));
    }

    /// Tells every catalogue, because a change of items does not say which project they are in; the others find nothing to do.
    void tell(Consumer<Catalogue> change) {
        catalogues.values().forEach(change);
    }
}
