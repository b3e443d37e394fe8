package labelwright.exchange;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import labelwright.model.AnnotationSet;
import labelwright.model.Item;
import labelwright.model.TextContent;

/// The items of an export, handed over one at a time so that they need not fit into memory. May be walked through several times and must
/// give the same items in the same order each time.
@FunctionalInterface
public interface DatasetSource {

    void forEach(Consumer<SourceItem> visitor);

    /// @param file the picture; absent when it is missing, and for texts
    /// @param content the text; absent for pictures
    record SourceItem(Item item, @Nullable Path file, AnnotationSet annotations, @Nullable TextContent content) {

        /// A picture.
        public SourceItem(Item item, @Nullable Path file, AnnotationSet annotations) {
            this(item, file, annotations, null);
        }

        /// The text of a text item.
        public TextContent text() {
            if (content == null) {
                throw new IllegalStateException("The item \"" + item.name() + "\" is no text");
            }
            return content;
        }
    }
}
