package labelwright.media;

import java.nio.file.Path;

/// A picture in a file that may hold several.
///
/// @param page from 0
public record PictureFile(Path path, int page) {
    public PictureFile {
        if (page < 0) {
            throw new IllegalArgumentException("There is no page " + page);
        }
    }

    /// The first or only picture of the file.
    public static PictureFile of(Path path) {
        return new PictureFile(path, 0);
    }

    /// The same picture, its path written out from the root and without detours. Asks no disk.
    public PictureFile normalised() {
        return new PictureFile(path.toAbsolutePath().normalize(), page);
    }
}
