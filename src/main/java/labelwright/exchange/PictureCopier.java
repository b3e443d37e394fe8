package labelwright.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import labelwright.exchange.WriteRequest.Pictures;

/// Puts files into an export folder, making the folders above them as needed.
public final class PictureCopier {
    private final Path folder;
    private final Pictures pictures;
    private final Set<Path> made = new HashSet<>();

    public PictureCopier(Path folder, Pictures pictures) {
        this.folder = folder;
        this.pictures = pictures;
    }

    /// Copies the picture when that is asked for and it is there.
    public void copy(@Nullable Path picture, String target) throws IOException {
        if (pictures == Pictures.COPY && picture != null && LossCount.isThere(picture)) {
            Files.copy(picture, place(target));
        }
    }

    /// The place of a file in the export; its folder exists.
    public Path place(String target) throws IOException {
        Path place = folder.resolve(target);
        Path parent = place.getParent();
        if (parent != null && made.add(parent)) {
            Files.createDirectories(parent);
        }
        return place;
    }
}
