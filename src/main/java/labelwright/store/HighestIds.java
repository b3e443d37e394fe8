package labelwright.store;

import java.util.concurrent.atomic.AtomicLong;

import org.jdbi.v3.core.Handle;

import labelwright.model.ItemId;

/// Remembers how high ids have gone, so that an id is never given out twice, not even when its first owner lives on only in the journal.
/// Item ids are given out here in rising order: the order of ids is the order of import. Thread-safe.
final class HighestIds {
    private static final String ITEM = "item";
    private static final String ANNOTATION = "annotation";
    /// The stored mark runs this far ahead, so that it rarely has to be written.
    private static final long AHEAD = 1000;

    private final AtomicLong lastItem;
    private final long highestAnnotation;

    HighestIds(Database database) {
        lastItem = new AtomicLong(database.read(handle -> stored(handle, ITEM)));
        highestAnnotation = database.read(handle -> stored(handle, ANNOTATION));
    }

    private static long stored(Handle handle, String kind) {
        return handle.createQuery("SELECT id FROM highest_id WHERE kind = ?").bind(0, kind).mapTo(Long.class).one();
    }

    long highestAnnotationAtStart() {
        return highestAnnotation;
    }

    ItemId nextItem() {
        return new ItemId(lastItem.incrementAndGet());
    }

    long highestItem() {
        return lastItem.get();
    }

    static void coverItem(Handle handle, long id) {
        cover(handle, ITEM, id);
    }

    static void coverAnnotation(Handle handle, long id) {
        cover(handle, ANNOTATION, id);
    }

    private static void cover(Handle handle, String kind, long id) {
        handle.createUpdate("UPDATE highest_id SET id = :id + :ahead WHERE kind = :kind AND id < :id").bind("id", id).bind("ahead", AHEAD)
                .bind("kind", kind).execute();
    }
}
