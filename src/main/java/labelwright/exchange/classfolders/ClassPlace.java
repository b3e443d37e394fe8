package labelwright.exchange.classfolders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import labelwright.exchange.SplitWords;
import labelwright.model.Split;

/// What the folders of a picture say.
///
/// @param label empty when the picture lies in no folder of a class
/// @param name the path below that folder
record ClassPlace(Optional<Split> split, String label, String name) {
    /// Folders that sort pictures and are no classes.
    private static final Set<String> NO_CLASSES = Set.of("images", "imgs", "img", "jpegimages", "leftimg8bit", "pictures", "labels",
            "masks");

    /// @param path relative to the data set's root, with `/`
    static ClassPlace of(String path) {
        List<String> parts = List.of(path.split("/"));
        Optional<Split> split = parts.size() > 1 ? SplitWords.of(parts.getFirst()) : Optional.empty();
        int first = split.isPresent() ? 1 : 0;
        boolean hasClass = parts.size() > first + 1 && !NO_CLASSES.contains(parts.get(first).toLowerCase(Locale.ROOT));
        return new ClassPlace(split, hasClass ? parts.get(first) : "",
                String.join("/", parts.subList(hasClass ? first + 1 : first, parts.size())));
    }

    boolean isBelowSplit() {
        return split.isPresent();
    }
}
