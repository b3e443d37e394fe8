package labelwright.store;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.ModelId;

/// The numbers of authors, and the keys of annotation sets that are made from them. Thread-safe.
final class Authors {
    /// No workspace has this many authors.
    static final long PER_ITEM = 1_000_000;
    private final Database database;
    private final Map<Author, Integer> known = new ConcurrentHashMap<>();

    Authors(Database database) {
        this.database = database;
    }

    /// Empty when the author has never written anything.
    OptionalInt find(Author author) {
        Integer id = known.get(author);
        if (id != null) {
            return OptionalInt.of(id);
        }
        OptionalInt stored = database.read(handle -> stored(handle, author));
        stored.ifPresent(found -> known.put(author, found));
        return stored;
    }

    /// A number that no set has when the author has never written anything.
    int findOrNone(Author author) {
        return find(author).orElse(0);
    }

    /// Numbers have changed their names.
    void forget() {
        known.clear();
    }

    int idOf(Author author) {
        OptionalInt found = find(author);
        if (found.isPresent()) {
            return found.getAsInt();
        }
        int id = database.write(handle -> stored(handle, author).orElseGet(() -> insert(handle, author)));
        known.put(author, id);
        return id;
    }

    private static OptionalInt stored(Handle handle, Author author) {
        return handle.createQuery("SELECT id FROM author WHERE author_key = ?").bind(0, author.key()).mapTo(Integer.class).findOne()
                .map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static int insert(Handle handle, Author author) {
        return handle.createUpdate("INSERT INTO author (author_key, model_id) VALUES (:key, :model)").bind("key", author.key())
                .bind("model", modelOf(author)).executeAndReturnGeneratedKeys("id").mapTo(Integer.class).one();
    }

    static @Nullable Long modelOf(Author author) {
        return switch (author) {
            case Author.ByModel(ModelId model) -> model.value();
            case Author.Annotator _, Author.Gold _ -> null;
        };
    }

    static long setId(ItemId item, int author) {
        return item.value() * PER_ITEM + author;
    }

    static long firstSetOf(long item) {
        return item * PER_ITEM;
    }

    static long lastSetOf(long item) {
        return item * PER_ITEM + PER_ITEM - 1;
    }
}
