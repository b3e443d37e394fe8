package labelwright.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;

import labelwright.model.ItemId;
import labelwright.model.TextContent;

/// The texts of items as rows: one that says what there is, and the bytes in parts.
final class TextRows {
    /// A little less than one column holds.
    private static final int PART = 1_000_000;
    private static final int PARTS_PER_ITEM = 1000;
    /// The longest text that can be stored.
    static final long MOST_BYTES = (long) PART * PARTS_PER_ITEM;
    private static final int EXCERPT = 200;

    private TextRows() {}

    static long firstPartOf(long item) {
        return item * PARTS_PER_ITEM;
    }

    static long lastPartOf(long item) {
        return item * PARTS_PER_ITEM + PARTS_PER_ITEM - 1;
    }

    /// Adds the texts of those items that are texts.
    /// @param ids of the items, in their order
    static void insert(Connection connection, List<ItemId> ids, List<NewItem> items) throws SQLException {
        if (items.stream().allMatch(item -> item.text() == null)) {
            return;
        }
        try (PreparedStatement insert = connection
                .prepareStatement("INSERT INTO item_text (item_id, charset, bytes, excerpt, digest) VALUES (?, ?, ?, ?, ?)");
                PreparedStatement parts = connection.prepareStatement("INSERT INTO text_part (id, content) VALUES (?, ?)")) {
            for (int i = 0; i < ids.size(); i++) {
                TextContent text = items.get(i).text();
                if (text != null) {
                    insert.setLong(1, ids.get(i).value());
                    insert.setString(2, text.charset().name());
                    insert.setLong(3, text.byteCount());
                    insert.setString(4, excerpt(text.text()));
                    insert.setLong(5, digest(text.text()));
                    insert.addBatch();
                    insertParts(parts, ids.get(i), text);
                }
            }
            insert.executeBatch();
            parts.executeBatch();
        }
    }

    private static void insertParts(PreparedStatement parts, ItemId item, TextContent text) throws SQLException {
        if (text.byteCount() > MOST_BYTES) {
            throw StoreException.failed("A text of %,d bytes is too large to be stored (%,d are possible); split it."
                    .formatted(text.byteCount(), MOST_BYTES));
        }
        byte[] bytes = text.bytes();
        int number = 0;
        for (int from = 0; from < bytes.length; from += PART) {
            parts.setLong(1, firstPartOf(item.value()) + number++);
            parts.setBytes(2, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)));
            parts.addBatch();
        }
    }

    /// Empty when the item is no text, or is gone.
    /// @throws IllegalArgumentException when this Java does not know the encoding
    static Optional<TextContent> find(Handle handle, ItemId item) {
        Optional<String> charset = handle.createQuery("SELECT charset FROM item_text WHERE item_id = ?").bind(0, item.value())
                .mapTo(String.class).findOne();
        if (charset.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        handle.createQuery("SELECT content FROM text_part WHERE id BETWEEN :first AND :last ORDER BY id")
                .bind("first", firstPartOf(item.value())).bind("last", lastPartOf(item.value())).mapTo(byte[].class)
                .forEach(bytes::writeBytes);
        return Optional.of(TextContent.of(bytes.toByteArray(), Charset.forName(charset.get())));
    }

    /// The beginning of a text on one line.
    static String excerpt(String text) {
        StringBuilder excerpt = new StringBuilder();
        boolean space = false;
        int at = 0;
        while (at < text.length() && excerpt.length() < EXCERPT) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                space = !excerpt.isEmpty();
            } else {
                if (space) {
                    excerpt.append(' ');
                    space = false;
                }
                excerpt.appendCodePoint(point);
            }
        }
        return excerpt.toString();
    }

    /// The same number for the same text, whatever its encoding; of the first eight bytes of its SHA-256.
    static long digest(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
