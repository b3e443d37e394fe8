package labelwright.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;

import labelwright.model.AnnotationId;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.Problem;
import labelwright.model.ProjectId;
import labelwright.model.RelationType;
import labelwright.model.WorkState;

/// One running import: many short transactions, so that labelling goes on meanwhile, which are one to everybody else: they see all of it
/// after [#finish] and nothing of it before or after [#rollBack]. A batch that a dead process left behind is rolled back when the
/// workspace is opened. One thread uses a batch at a time.
public final class ImportBatch {
    private static final int CHUNK = 4000;

    /// @param itemMark items of the batch have higher ids
    /// @param annotationMark annotations of the batch have higher ids
    record Place(long id, ProjectId project, long itemMark, long annotationMark) {}

    private final Place place;
    private final ImportContext context;
    private final Database database;
    private long problems;

    ImportBatch(Place place, ImportContext context) {
        this.place = place;
        this.context = context;
        database = context.database();
    }

    public long id() {
        return place.id;
    }

    /// A label that goes again when the import is rolled back.
    /// @throws StoreException FAILED when the project has a label of that name
    public LabelClass addLabel(LabelDraft label) {
        return database.write(handle -> {
            LabelId id = ProjectRepository.insert(handle, place.project, label, place.id);
            return ProjectRepository.read(handle, place.project).schema().label(id);
        });
    }

    /// A type of relation that goes again when the import is rolled back.
    /// @param type its id is passed over
    /// @throws StoreException FAILED when the project has a relation of that name
    public RelationType addRelationType(RelationType type) {
        return database.write(handle -> {
            if (RelationTypes.read(handle, place.project).stream().anyMatch(there -> there.name().equals(type.name()))) {
                throw StoreException.failed("The project has a relation called \"" + type.name() + "\" already.");
            }
            return type.withId(RelationTypes.insert(handle, place.project, type, place.id));
        });
    }

    /// @return the new ids in the order of the items
    /// @throws StoreException FAILED when the project has an item of one of the names already
    public List<ItemId> addItems(List<NewItem> items) {
        List<ItemId> added = new ArrayList<>(items.size());
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<NewItem> chunk = items.subList(from, Math.min(items.size(), from + CHUNK));
            added.addAll(database.writePart(handle -> insert(handle, chunk)));
        }
        return added;
    }

    private List<ItemId> insert(Handle handle, List<NewItem> items) throws SQLException {
        List<ItemId> added = new ArrayList<>(items.size());
        String sql = "INSERT INTO item (id, project_id, batch_id, name, media_place, media_path, width, height, split, media_page) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
            for (NewItem item : items) {
                ItemId id = context.ids().nextItem();
                insert.setLong(1, id.value());
                insert.setLong(2, place.project.value());
                insert.setLong(3, place.id);
                insert.setString(4, item.name());
                insert.setInt(5, item.media().place().code());
                insert.setString(6, item.media().path());
                insert.setInt(7, item.width());
                insert.setInt(8, item.height());
                insert.setInt(9, item.split().code());
                insert.setInt(10, item.media().page());
                insert.addBatch();
                added.add(id);
            }
            insert.executeBatch();
            TextRows.insert(handle.getConnection(), added, items);
        } catch (SQLException e) {
            if (e.getErrorCode() == org.h2.api.ErrorCode.DUPLICATE_KEY_1) {
                throw new StoreException(StoreException.Reason.FAILED,
                        "One of the items from \"" + items.getFirst().name() + "\" to \"" + items.getLast().name()
                                + "\" has a name that the project has already; none of them was added.",
                        e);
            }
            throw e;
        }
        HighestIds.coverItem(handle, added.getLast().value());
        return added;
    }

    /// Adds to the author's answers, on top of what is there. An answer that did not exist gets the state; one that did keeps its own.
    /// @return the new ids in the order of the annotations
    public List<AnnotationId> addAnnotations(Author author, WorkState state, List<NewAnnotation> annotations) {
        int authorId = context.authors().idOf(author);
        List<AnnotationId> added = new ArrayList<>(annotations.size());
        for (int from = 0; from < annotations.size(); from += CHUNK) {
            List<NewAnnotation> chunk = annotations.subList(from, Math.min(annotations.size(), from + CHUNK));
            added.addAll(database.writePart(
                    handle -> new ImportWriter(handle, place.id, authorId, context.annotationIds()).addAnnotations(state, chunk)));
        }
        return added;
    }

    /// Adds relations between annotations that this import added for the author.
    public void addRelations(Author author, List<NewRelation> relations) {
        int authorId = context.authors().idOf(author);
        for (int from = 0; from < relations.size(); from += CHUNK) {
            List<NewRelation> chunk = relations.subList(from, Math.min(relations.size(), from + CHUNK));
            database.writePart(handle -> new ImportWriter(handle, place.id, authorId, context.annotationIds()).addRelations(chunk));
        }
    }

    /// Says that the author has looked at these items: those without an answer get an empty one of this state.
    public void addAnswers(Author author, WorkState state, List<ItemId> items) {
        int authorId = context.authors().idOf(author);
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<ItemId> chunk = items.subList(from, Math.min(items.size(), from + CHUNK));
            database.writePart(handle -> new ImportWriter(handle, place.id, authorId, context.annotationIds()).addAnswers(state, chunk));
        }
    }

    /// Adds what the author said about whole items. An answer that did not exist gets the state; in one that did, what it says already
    /// stays as it is.
    public void addAnswers(Author author, WorkState state, Map<ItemId, Map<String, String>> answers) {
        addAnswers(author, state, List.copyOf(answers.keySet()));
        int authorId = context.authors().idOf(author);
        List<Map.Entry<ItemId, Map<String, String>>> all = List.copyOf(answers.entrySet());
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<Map.Entry<ItemId, Map<String, String>>> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            database.writePart(handle -> new ImportedAnswers(handle, place.id).add(authorId, chunk));
        }
    }

    /// Adds to the report that stays.
    public void addProblems(List<Problem> found) {
        database.writePart(handle -> {
            String sql = "INSERT INTO import_problem (batch_id, position, place, what, action) VALUES (?, ?, ?, ?, ?)";
            long position = problems;
            try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
                for (Problem problem : found) {
                    insert.setLong(1, place.id);
                    insert.setLong(2, position++);
                    insert.setString(3, problem.where());
                    insert.setString(4, problem.what());
                    insert.setString(5, problem.action().name());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return position;
        });
        problems += found.size();
    }

    /// From now on everybody sees the items.
    public void finish(ImportSummary summary) {
        database.change(handle -> {
            new ImportedAnswers(handle, place.id).keep();
            handle.createUpdate(
                    "UPDATE import_batch SET finished = :finished, items = :items, annotations = :annotations, repaired = :repaired, "
                            + "skipped = :skipped, refused = :refused, seconds = :seconds WHERE id = :id")
                    .bind("finished", Instant.now().atOffset(ZoneOffset.UTC)).bind("items", summary.items())
                    .bind("annotations", summary.annotations()).bind("repaired", summary.repaired()).bind("skipped", summary.skipped())
                    .bind("refused", summary.refused()).bind("seconds", summary.seconds()).bind("id", place.id).execute();
        });
        database.sync();
        context.visibility().show(place.id);
        context.catalogues().tell(Catalogue::changed);
    }

    /// As [#rollBack] in two steps. When this returns, nobody sees anything of the batch's own items any more, nor its labels; the work that
    /// comes back deletes the rows, may run on any thread, and is done at the next start if the process dies before its end. What the batch
    /// added to items that were there before it goes only with that work.
    public Runnable abandon() {
        new ImportRollback(database, place).deleteUnusedLabels();
        context.catalogues().tell(Catalogue::changed);
        return this::rollBack;
    }

    /// Takes everything back, also the report.
    public void rollBack() {
        new ImportRollback(database, place).run();
        context.visibility().show(place.id);
        context.catalogues().tell(Catalogue::changed);
    }
}
