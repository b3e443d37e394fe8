package labelwright.model;

import java.util.concurrent.atomic.AtomicLong;

/// Gives out ids of annotations and relations that are new in one open workspace. Only one process has a workspace open, so a counter above the highest
/// stored id is enough, and a stroke never waits for the database to name it. Thread-safe.
public final class AnnotationIds {
    private final AtomicLong last;

    /// @param highest the highest id that is already in use, 0 for none
    public AnnotationIds(long highest) {
        last = new AtomicLong(highest);
    }

    public AnnotationId next() {
        return new AnnotationId(last.incrementAndGet());
    }

    /// Relations are numbered along with annotations, so that one mark tells how high both have gone.
    public RelationId nextRelation() {
        return new RelationId(last.incrementAndGet());
    }
}
