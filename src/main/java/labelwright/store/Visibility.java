package labelwright.store;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// Which imports are running: their items are not shown to anybody yet. Thread-safe.
final class Visibility {
    private final Set<Long> running = new ConcurrentSkipListSet<>();

    void hide(long batch) {
        running.add(batch);
    }

    void show(long batch) {
        running.remove(batch);
    }

    /// A condition on the items called `i`; the ids are numbers that we made ourselves.
    String condition() {
        Long[] batches = running.toArray(Long[]::new);
        if (batches.length == 0) {
            return "";
        }
        StringBuilder condition = new StringBuilder(" AND i.batch_id NOT IN (");
        for (int i = 0; i < batches.length; i++) {
            condition.append(i == 0 ? "" : ", ").append(batches[i].longValue());
        }
        return condition.append(')').toString();
    }
}
