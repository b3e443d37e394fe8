package labelwright.store;

import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;

import labelwright.model.Author;

/// Labels that came with a sample belong to whoever tries it: as long as their author has neither changed them nor labelled anything else,
/// the next person who opens the workspace and has labelled nothing becomes their author.
final class SampleAdoption {
    private final Handle handle;

    SampleAdoption(Handle handle) {
        this.handle = handle;
    }

    /// @param format of the imports that made the sample
    /// @return whether the labels changed hands
    boolean adopt(String format, Author.Annotator person) {
        Optional<Integer> there = handle.createQuery("SELECT id FROM author WHERE author_key = ?").bind(0, person.key())
                .mapTo(Integer.class).findOne();
        if (there.isPresent() && hasAnswered(there.get())) {
            return false;
        }
        List<Integer> owners = handle.createQuery("SELECT DISTINCT s.author_id FROM annotation_set s JOIN author w ON w.id = s.author_id "
                + "JOIN import_batch b ON b.id = s.batch_id WHERE b.format = ? AND w.model_id IS NULL").bind(0, format)
                .mapTo(Integer.class).list();
        if (owners.size() != 1 || hasWorked(owners.getFirst(), format)) {
            return false;
        }
        String before = handle.createQuery("SELECT author_key FROM author WHERE id = ?").bind(0, owners.getFirst()).mapTo(String.class)
                .one();
        there.ifPresent(id -> rename(id, before + " until the sample changed hands"));
        rename(owners.getFirst(), person.key());
        there.ifPresent(id -> rename(id, before));
        return true;
    }

    private boolean hasAnswered(int author) {
        return count("SELECT COUNT(*) FROM annotation_set s WHERE s.author_id = ?", author) > 0;
    }

    private boolean hasWorked(int author, String format) {
        return handle.createQuery("SELECT COUNT(*) FROM annotation_set s LEFT JOIN import_batch b ON b.id = s.batch_id "
                + "WHERE s.author_id = :author AND (s.steps > 0 OR b.id IS NULL OR b.format <> :format)").bind("author", author)
                .bind("format", format).mapTo(Long.class).one() > 0
                || count("SELECT COUNT(*) FROM annotation_set s JOIN journal j ON j.set_id = s.id WHERE s.author_id = ?", author) > 0;
    }

    private long count(String sql, int author) {
        return handle.createQuery(sql).bind(0, author).mapTo(Long.class).one();
    }

    private void rename(int author, String key) {
        handle.createUpdate("UPDATE author SET author_key = :key WHERE id = :id").bind("key", key).bind("id", author).execute();
    }
}
