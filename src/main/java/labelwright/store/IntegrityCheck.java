package labelwright.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;

import labelwright.model.IntegrityReport;
import labelwright.model.Item;
import labelwright.model.LabelId;
import labelwright.model.MediaRef;
import labelwright.model.ProjectId;

/// Reads every row of a workspace in one consistent state and says what does not fit together.
final class IntegrityCheck {
    private static final int PAGE = 1000;
    private static final int MOST_PROBLEMS = 500;
    private final Database database;
    private final Path mediaFolder;
    private final Path modelsFolder;

    IntegrityCheck(Database database, Path mediaFolder, Path modelsFolder) {
        this.database = database;
        this.mediaFolder = mediaFolder;
        this.modelsFolder = modelsFolder;
    }

    /// Collects sentences; only the first ones are kept.
    static final class Findings {
        private final List<String> problems = new ArrayList<>();
        private long count;

        void add(String problem) {
            if (count++ < MOST_PROBLEMS) {
                problems.add(problem);
            }
        }

        List<String> all() {
            if (count > MOST_PROBLEMS) {
                problems.add("... and " + (count - MOST_PROBLEMS) + " more.");
            }
            return problems;
        }
    }

    IntegrityReport run() {
        Findings findings = new Findings();
        return database.read(handle -> {
            long projects = count(handle, "SELECT COUNT(*) FROM project");
            long items = count(handle, "SELECT COUNT(*) FROM item");
            long annotations = count(handle, "SELECT COUNT(*) FROM annotation");
            orphans(handle, findings);
            schemas(handle, findings);
            Map<LabelId, ProjectId> labels = new HashMap<>();
            handle.createQuery("SELECT id, project_id FROM label_class")
                    .map((row, context) -> labels.put(new LabelId(row.getLong(1)), new ProjectId(row.getLong(2)))).list();
            long seen = items(handle, new SetCheck(handle, labels, findings), findings);
            if (seen != annotations) {
                findings.add((annotations - seen) + " annotations belong to no item.");
            }
            new JournalCheck(handle, findings).run();
            models(handle, findings);
            List<String> problems = findings.all();
            return new IntegrityReport(problems.isEmpty(), projects, items, annotations, problems);
        });
    }

    private static long count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    private static void orphans(Handle handle, Findings findings) {
        orphans(handle, "SELECT i.id FROM item i WHERE i.project_id NOT IN (SELECT id FROM project)", "Item %d belongs to no project.",
                findings);
        orphans(handle, "SELECT i.id FROM item i WHERE i.batch_id NOT IN (SELECT id FROM import_batch)", "Item %d belongs to no import.",
                findings);
        orphans(handle, "SELECT s.id FROM annotation_set s LEFT JOIN item i ON i.id = s.item_id WHERE i.id IS NULL",
                "Annotation set %d belongs to no item.", findings);
        orphans(handle, "SELECT s.id FROM annotation_set s WHERE s.author_id NOT IN (SELECT id FROM author)",
                "Annotation set %d belongs to no author.", findings);
        orphans(handle, "SELECT s.id FROM annotation_set s WHERE s.id <> s.item_id * 1000000 + s.author_id",
                "Annotation set %d is not numbered after its item and author.", findings);
        orphans(handle, "SELECT DISTINCT l.item_id FROM set_label l LEFT JOIN annotation_set s ON s.id = l.item_id * 1000000 + l.author_id "
                + "WHERE s.id IS NULL", "The list of labels in use names item %d, which has no such annotations.", findings);
        orphans(handle, "SELECT u.item_id FROM usefulness u LEFT JOIN item i ON i.id = u.item_id WHERE i.id IS NULL",
                "The ranking names item %d, which does not exist.", findings);
        orphans(handle, "SELECT r.set_id FROM refused r LEFT JOIN annotation_set s ON s.id = r.set_id WHERE s.id IS NULL",
                "A refusal belongs to annotation set %d, which does not exist.", findings);
        orphans(handle, "SELECT n.set_id FROM import_answer n LEFT JOIN annotation_set s ON s.id = n.set_id "
                + "LEFT JOIN import_batch b ON b.id = n.batch_id AND b.finished IS NULL WHERE s.id IS NULL OR b.id IS NULL",
                "An import that is over still remembers what it said about annotation set %d.", findings);
        orphans(handle, "SELECT r.id FROM relation r LEFT JOIN annotation_set s ON s.id = r.set_id WHERE s.id IS NULL",
                "Relation %d belongs to annotations that do not exist.", findings);
        orphans(handle, "SELECT t.item_id FROM item_text t LEFT JOIN item i ON i.id = t.item_id WHERE i.id IS NULL",
                "A text belongs to item %d, which does not exist.", findings);
        orphans(handle,
                "SELECT DISTINCT p.id / 1000 FROM text_part p LEFT JOIN item_text t ON t.item_id = p.id / 1000 WHERE t.item_id IS NULL",
                "A part of a text belongs to item %d, which has none.", findings);
        orphans(handle, "SELECT t.annotation_id FROM taken t LEFT JOIN annotation a ON a.id = t.annotation_id AND a.set_id = t.set_id "
                + "AND a.origin = CASE WHEN t.changed THEN 4 ELSE 3 END WHERE a.id IS NULL",
                "The count of taken suggestions names annotation %d, which is not one.", findings);
        orphans(handle, "SELECT a.id FROM author a WHERE a.model_id IS NOT NULL AND a.model_id NOT IN (SELECT id FROM model_version)",
                "Author %d is a model that does not exist.", findings);
    }

    private static void schemas(Handle handle, Findings findings) {
        for (long id : handle.createQuery("SELECT id FROM project ORDER BY id").mapTo(Long.class).list()) {
            try {
                ProjectRepository.read(handle, new ProjectId(id));
            } catch (IllegalArgumentException e) {
                findings.add("The labels of project " + id + " cannot be read: " + e.getMessage());
            }
        }
    }

    private static void orphans(Handle handle, String sql, String sentence, Findings findings) {
        handle.createQuery(sql + " FETCH FIRST 100 ROWS ONLY").mapTo(Long.class)
                .forEach(id -> findings.add(String.format(java.util.Locale.ROOT, sentence, id)));
    }

    /// @return how many annotations the items have
    private long items(Handle handle, SetCheck sets, Findings findings) {
        long seen = 0;
        long last = 0;
        while (true) {
            List<Item> page = handle
                    .createQuery("SELECT " + ItemRows.COLUMNS + " FROM item i WHERE i.id > :last ORDER BY i.id FETCH FIRST :page ROWS ONLY")
                    .bind("last", last).bind("page", PAGE).map((row, context) -> ItemRows.read(row)).list();
            if (page.isEmpty()) {
                return seen;
            }
            for (Item item : page) {
                if (item.media().place() == MediaRef.Place.COPIED && !Files.isRegularFile(item.media().resolve(mediaFolder))) {
                    findings.add("The picture of item " + item.id() + " (" + item.name() + ") is missing in the media folder.");
                }
            }
            seen += sets.check(page);
            new RelationCheck(handle, findings).check(page);
            new TextCheck(handle, findings).check(page);
            last = page.getLast().id().value();
        }
    }

    private void models(Handle handle, Findings findings) {
        handle.createQuery("SELECT name, folder FROM model_version ORDER BY id").map((row, context) -> {
            if (!Files.exists(modelsFolder.resolve(row.getString(2)))) {
                findings.add(
                        "The files of the model \"" + row.getString(1) + "\" are missing: " + row.getString(2) + " in the models folder.");
            }
            return row.getString(1);
        }).list();
    }
}
