package labelwright.exchange;

import org.jspecify.annotations.Nullable;

import labelwright.model.Split;
import labelwright.model.TextContent;

/// One text of a data set.
///
/// @param key names the item while this data set is read
/// @param name path or id below the data set, with `/`; unique in it, safe as a relative path
/// @param page that the text was taken from; null when there is none to look at
public record TextRecord(String key, String name, TextContent content, Split split, @Nullable PageFile page) {

    /// A text that was no page.
    public TextRecord(String key, String name, TextContent content, Split split) {
        this(key, name, content, split, null);
    }

    /// A text that is a part of some file, such as a member of a JSON object: its bytes are its UTF-8.
    public TextRecord(String key, String name, String text, Split split) {
        this(key, name, TextContent.of(text), split);
    }

    public String text() {
        return content.text();
    }
}
