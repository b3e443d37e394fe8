package labelwright.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.ItemId;

/// Sessions that were opened before anybody asked for them. Each is given away once, and only while nothing of what it was read from has
/// changed since. Thread-safe; nothing here waits.
final class SessionsAhead {
    /// Neighbours in both directions, and a few that were left over.
    private static final int MOST = 6;

    private final LongSupplier revision;
    private final Map<ItemId, Entry> entries = new HashMap<>();
    private long clock;

    /// @param session null while it is being read
    private record Entry(Author author, long revision, long age, @Nullable LabellingSession session) {}

    /// @param revision changes with everything that a session is read from, but edits: those are told by [#edited]
    SessionsAhead(LongSupplier revision) {
        this.revision = revision;
    }

    /// Whether the session is here already, or being read.
    synchronized boolean has(ItemId item, Author author) {
        Entry entry = entries.get(item);
        return entry != null && entry.author().equals(author) && entry.revision() == revision.getAsLong();
    }

    /// Reads a session and keeps it, unless the item is edited meanwhile.
    void read(ItemId item, Author author, Supplier<LabellingSession> reading) {
        Entry begun = begin(item, author);
        boolean done = false;
        try {
            LabellingSession session = reading.get();
            keep(item, begun, session);
            done = true;
        } finally {
            if (!done) {
                edited(item);
            }
        }
    }

    private synchronized Entry begin(ItemId item, Author author) {
        Entry begun = new Entry(author, revision.getAsLong(), ++clock, null);
        entries.put(item, begun);
        if (entries.size() > MOST) {
            entries.entrySet().stream().min(Map.Entry.comparingByValue((a, b) -> Long.compare(a.age(), b.age())))
                    .ifPresent(oldest -> entries.remove(oldest.getKey()));
        }
        return begun;
    }

    private synchronized void keep(ItemId item, Entry begun, LabellingSession session) {
        entries.replace(item, begun, new Entry(begun.author(), begun.revision(), begun.age(), session));
    }

    /// What was read of the item, or is being read, is out of date.
    synchronized void edited(ItemId item) {
        entries.remove(item);
    }

    synchronized Optional<LabellingSession> take(ItemId item, Author author) {
        boolean valid = has(item, author);
        Entry entry = entries.remove(item);
        return valid && entry != null ? Optional.ofNullable(entry.session()) : Optional.empty();
    }
}
