package labelwright.store;

import org.jspecify.annotations.Nullable;

import labelwright.model.MediaRef;
import labelwright.model.Split;
import labelwright.model.TextContent;

/// An item before it has an id; see [labelwright.model.Item] for what the parts mean.
///
/// @param text what a text item says; null for pictures
public record NewItem(String name, MediaRef media, int width, int height, Split split, @Nullable TextContent text) {

    /// A picture.
    public NewItem(String name, MediaRef media, int width, int height, Split split) {
        this(name, media, width, height, split, null);
    }

    /// A text, whose bytes the workspace keeps.
    public static NewItem text(String name, TextContent text, Split split) {
        return text(name, MediaRef.INSIDE, text, split);
    }

    /// A text that was taken from a page.
    public static NewItem text(String name, MediaRef page, TextContent text, Split split) {
        return new NewItem(name, page, text.length(), text.lines(), split, text);
    }
}
