package labelwright.exchange;

import java.nio.file.Path;
import java.util.Optional;

/// @param root the folder of the data set, or its one file
/// @param imagesFolder where the pictures are, when not below the root; looked at first
/// @param sizes asks the picture files how large they are
public record ReadRequest(Path root, Optional<Path> imagesFolder, PictureSizes sizes) {}
