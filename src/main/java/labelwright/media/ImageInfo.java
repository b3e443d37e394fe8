package labelwright.media;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// What the header of a picture file says.
///
/// @param width pixels across, after the turn that `orientation` asks for
/// @param height pixels down, after the turn
/// @param orientation the EXIF orientation 1 to 8; 1 where the file says nothing or nonsense
/// @param frames pictures or pages in the file; smaller copies of a page do not count. Of the frames of an animation only the first is
///     ever decoded
public record ImageInfo(ImageFormat format, int width, int height, int orientation, int frames) {

    /// Whether the file has pages that are pictures of their own, and not frames of an animation.
    public boolean hasPages() {
        return format == ImageFormat.TIFF && frames > 1;
    }

    public long pixels() {
        return (long) width * height;
    }

    /// Whether the file is named as its content says. A PNG called `photo.jpg` is read all the same, but deserves a note.
    public boolean extensionFits(Path file) {
        return format.extensions().contains(extension(file));
    }

    /// Whether a file of this name is worth looking at as a picture, going by its ending alone.
    public static boolean looksLikeAPicture(Path file) {
        String extension = extension(file);
        return Arrays.stream(ImageFormat.values()).anyMatch(format -> format.extensions().contains(extension));
    }

    /// Whether a file of this name is worth looking at for pages, going by its ending alone.
    public static boolean mayHavePages(Path file) {
        return ImageFormat.TIFF.extensions().contains(extension(file));
    }

    private static String extension(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
