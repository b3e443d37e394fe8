package labelwright.exchange;

import java.nio.file.Path;
import java.util.Optional;

/// Tells how large a picture is. Readers ask once for each picture that they found.
@FunctionalInterface
public interface PictureSizes {
    /// For reading labels without opening pictures: the sizes in the label files count.
    PictureSizes UNKNOWN = file -> Optional.empty();

    /// Empty when the picture cannot be read.
    Optional<Size> of(Path file);

    /// How the picture must be turned to stand upright: its EXIF orientation 1 to 8; 1 when nothing is known.
    default int orientation(Path file) {
        return 1;
    }

    /// In pixels after the EXIF turn; 0 x 0 when it is not known.
    record Size(int width, int height) {
        public static final Size UNKNOWN = new Size(0, 0);

        public Size {
            if (width < 0 || height < 0) {
                throw new IllegalArgumentException("A picture has no negative side: " + width + " x " + height);
            }
        }

        public boolean isKnown() {
            return width > 0 && height > 0;
        }

        @Override
        public String toString() {
            return width + " x " + height;
        }
    }
}
