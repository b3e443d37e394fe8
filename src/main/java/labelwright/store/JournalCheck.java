package labelwright.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.Handle;

import labelwright.edit.Step;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;

/// Checks that the journal of every set is whole, and that its newest step could be undone or redone now.
final class JournalCheck {
    private final Handle handle;
    private final IntegrityCheck.Findings findings;

    JournalCheck(Handle handle, IntegrityCheck.Findings findings) {
        this.handle = handle;
        this.findings = findings;
    }

    private record Extent(long set, int lowest, int highest, int steps) {}

    void run() {
        Map<Integer, Author> authors = new HashMap<>();
        handle.createQuery("SELECT id, author_key FROM author")
                .map((row, context) -> authors.put(row.getInt(1), Author.ofKey(row.getString(2))))
                .list();
        List<Extent> extents = handle
                .createQuery("SELECT set_id, MIN(position), MAX(position), COUNT(DISTINCT position) FROM journal GROUP BY set_id")
                .map((row, context) -> new Extent(row.getLong(1), row.getInt(2), row.getInt(3), row.getInt(4))).list();
        for (Extent extent : extents) {
            if (extent.lowest != 1 || extent.highest != extent.steps) {
                findings.add("The journal of annotation set " + extent.set + " has gaps.");
            } else {
                check(extent.set, authors);
            }
        }
        handle.createQuery("SELECT s.id FROM annotation_set s WHERE s.steps > 0 AND NOT EXISTS "
                + "(SELECT 1 FROM journal j WHERE j.set_id = s.id AND j.position = s.steps)").mapTo(Long.class)
                .forEach(set -> findings.add("The journal of annotation set " + set + " is shorter than the set says."));
    }

    private void check(long set, Map<Integer, Author> authors) {
        SetRow row = SetRow.find(handle, set).orElse(null);
        Author author = authors.get((int) (set % Authors.PER_ITEM));
        if (row == null || author == null) {
            findings.add("A journal belongs to annotation set " + set + ", which does not exist.");
            return;
        }
        try {
            AnnotationSet current = new SetReader(handle).sets(List.of(set), _ -> author).values().iterator().next();
            List<Step> steps = new Journal(handle, set).steps();
            if (row.steps() > 0 && row.steps() <= steps.size()) {
                steps.get(row.steps() - 1).inverse().apply(current);
            }
            if (row.steps() < steps.size()) {
                steps.get(row.steps()).edit().apply(current);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            findings.add("The journal of annotation set " + set + " does not fit its annotations: " + e.getMessage());
        }
    }
}
