package labelwright.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import labelwright.model.Split;

/// Where a picture lies in the usual folder layouts: `images/train/a.jpg`, `train/images/a.jpg`, `JPEGImages/a.jpg`, `train/a.jpg`.
///
/// @param split what the folders say, if they do
/// @param name the path below those folders
public record Layout(Optional<Split> split, String name) {
    private static final Set<String> PICTURE_FOLDERS = Set.of("images", "imgs", "jpegimages", "img", "obj_train_data", "obj_valid_data",
            "obj_test_data", "obj_validation_data");

    /// @param path relative to the data set's root, with `/`
    public static Layout of(String path) {
        List<String> parts = List.of(path.split("/"));
        int next = 0;
        boolean inPictures = false;
        Optional<Split> split = Optional.empty();
        for (; next < Math.min(2, parts.size() - 1); next++) {
            String part = parts.get(next).toLowerCase(Locale.ROOT);
            Optional<Split> word = split.isPresent() ? Optional.empty() : SplitWords.of(part);
            if (word.isPresent()) {
                split = word;
            } else if (!inPictures && PICTURE_FOLDERS.contains(part)) {
                inPictures = true;
                split = split.or(() -> darknetSplit(part));
            } else {
                break;
            }
        }
        return new Layout(split, String.join("/", parts.subList(next, parts.size())));
    }

    private static Optional<Split> darknetSplit(String part) {
        return part.startsWith("obj_")
                ? SplitWords.of(part.substring("obj_".length(), part.length() - "_data".length()))
                : Optional.empty();
    }
}
