package labelwright.exchange.plaintext;

import java.util.regex.Pattern;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.model.Item;

/// What plain texts cannot hold: everything that was said about them.
final class PlainTextLosses extends LossCount {
    private static final String WHY = "Plain text has no labels. Choose doccano, brat or CSV for them.";
    static final Pattern BREAKS = Pattern.compile("\r\n|[\n\r]");

    private final TextPiece by;

    /// @param by FILE or LINE
    PlainTextLosses(TextPiece by) {
        super(new TargetNames(TargetNames.Unique.NAME));
        this.by = by;
    }

    static String target(Item item) {
        return PlainTextFormat.isText(item.name()) ? item.name() : item.name() + ".txt";
    }

    @Override
    protected String fileName(Item item) {
        return by == TextPiece.FILE ? target(item) : item.name();
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        add(item.annotations().annotations().size(), "span", "spans", WHY);
        add(item.annotations().relations().size(), "relation", "relations", WHY);
        add(item.annotations().answers().size(), "answer about a whole text", "answers about whole texts", WHY);
        String text = item.text().text();
        if (by == TextPiece.FILE) {
            add(item.text().byteCount() == 0 ? 1 : 0, "empty text", "empty texts", "Its file is empty, and no text for a reader.");
            return;
        }
        bytes(item);
        add(1, "name of a text", "names of texts", "A line has no place for it.");
        add(text.isBlank() ? 1 : 0, "text without words", "texts without words", "A blank line is no text; it is left out.");
        add(BREAKS.matcher(text).find() ? 1 : 0, "text of several lines", "texts of several lines",
                "Each text becomes one line; a space is written for a line break.");
    }
}
