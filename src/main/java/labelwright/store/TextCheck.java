package labelwright.store;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import org.jdbi.v3.core.Handle;

import labelwright.geometry.ShapeKind;
import labelwright.geometry.TextSpan;
import labelwright.model.Item;
import labelwright.model.MediaRef;
import labelwright.model.TextContent;

/// Checks that the texts of items are whole and as long as the items say, and that the spans on them cover what they say.
final class TextCheck {
    private final Handle handle;
    private final IntegrityCheck.Findings findings;

    TextCheck(Handle handle, IntegrityCheck.Findings findings) {
        this.handle = handle;
        this.findings = findings;
    }

    void check(List<Item> page) {
        for (Item item : page) {
            if (item.media().place() == MediaRef.Place.INSIDE) {
                check(item);
            }
        }
    }

    private void check(Item item) {
        Optional<TextContent> found;
        try {
            found = TextRows.find(handle, item.id());
        } catch (IllegalArgumentException e) {
            findings.add("The text of item " + item.id() + " (" + item.name() + ") has an encoding that is not known: " + e.getMessage());
            return;
        }
        if (found.isEmpty()) {
            findings.add("The text of item " + item.id() + " (" + item.name() + ") is missing.");
            return;
        }
        TextContent text = found.get();
        long bytes = handle.createQuery("SELECT bytes FROM item_text WHERE item_id = ?").bind(0, item.id().value()).mapTo(Long.class).one();
        if (bytes != text.byteCount() || item.width() != text.length()) {
            findings.add("The text of item " + item.id() + " (" + item.name() + ") is not as long as it should be.");
            return;
        }
        int[] points = text.text().codePoints().toArray();
        handle.createQuery(
                "SELECT a.id, a.outline FROM annotation a WHERE a.set_id BETWEEN :first AND :last AND a.kind = :span ORDER BY a.id")
                .bind("first", Authors.firstSetOf(item.id().value())).bind("last", Authors.lastSetOf(item.id().value()))
                .bind("span", ShapeKind.SPAN.code())
                .map((row, context) -> {
                    if (OutlineCodec.decode(row.getBytes(2)) instanceof TextSpan span && !covers(points, span)) {
                        findings.add("Annotation " + row.getLong(1) + " on item " + item.id() + " says that it covers \"" + span.covered()
                                + "\", but the text says something else there.");
                    }
                    return row.getLong(1);
                }).list();
    }

    private static boolean covers(int[] points, TextSpan span) {
        if (span.extent().end() > points.length) {
            return false;
        }
        StringJoiner covered = new StringJoiner(TextSpan.JOINT);
        span.fragments().forEach(fragment -> covered.add(new String(points, fragment.start(), fragment.length())));
        return covered.toString().equals(span.covered());
    }
}
