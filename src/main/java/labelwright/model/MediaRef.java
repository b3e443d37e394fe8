package labelwright.model;

import java.nio.file.Path;

/// Where the file of an item is: its picture, or the document whose page its text was taken from.
///
/// @param path absolute for a referenced file, relative to the workspace's `media` folder (with `/`) for a copied one; empty when there is no file
/// @param page of a file with several pages, from 0
public record MediaRef(Place place, String path, int page) {
    public MediaRef {
        if (page < 0) {
            throw new IllegalArgumentException("There is no page " + page);
        }
    }

    /// The first or only page.
    public MediaRef(Place place, String path) {
        this(place, path, 0);
    }

    public MediaRef withPage(int changed) {
        return new MediaRef(place, path, changed);
    }

    /// A text that the workspace itself holds.
    public static final MediaRef INSIDE = new MediaRef(Place.INSIDE, "");

    /// Referenced files stay where they are; copied ones lie inside the workspace; what is inside has no file of its own. The code is stored
    /// and never changes.
    public enum Place {
        REFERENCED(0), COPIED(1), INSIDE(2);

        private final int code;

        Place(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /// @throws IllegalArgumentException for a code that no place has
        public static Place ofCode(int code) {
            for (Place place : values()) {
                if (place.code == code) {
                    return place;
                }
            }
            throw new IllegalArgumentException("No media place has the code " + code);
        }
    }

    public static MediaRef referenced(Path file) {
        return new MediaRef(Place.REFERENCED, file.toAbsolutePath().normalize().toString());
    }

    public Path resolve(Path mediaFolder) {
        return switch (place) {
            case REFERENCED -> Path.of(path);
            case COPIED -> mediaFolder.resolve(path);
            case INSIDE -> throw new IllegalStateException("A text has no file of its own");
        };
    }
}
