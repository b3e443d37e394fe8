package labelwright.exchange;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// @param root the folder of the data set, or its one file
/// @param imagesFolder where the pictures are, when not below the root; looked at first
/// @param sizes asks the picture files how large they are
/// @param documents tells the text of documents
/// @param options what a person said about how to read, by the words of [ReadOption]; what a format does not know it passes over
public record ReadRequest(Path root, Optional<Path> imagesFolder, PictureSizes sizes, DocumentTexts documents,
        Map<ReadOption, String> options) {
    public ReadRequest {
        options = Map.copyOf(options);
    }

    public ReadRequest(Path root, Optional<Path> imagesFolder, PictureSizes sizes, Map<ReadOption, String> options) {
        this(root, imagesFolder, sizes, DocumentTexts.NONE, options);
    }

    public ReadRequest(Path root, Optional<Path> imagesFolder, PictureSizes sizes) {
        this(root, imagesFolder, sizes, Map.of());
    }

    public Optional<String> option(ReadOption option) {
        return Optional.ofNullable(options.get(option));
    }
}
