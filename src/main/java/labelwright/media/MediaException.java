package labelwright.media;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// A picture file could not be used. The message is a plain sentence for people that names the file and says what to do.
public final class MediaException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /// What is wrong with the file.
    public enum Reason {
        /// the content is none of the formats of [ImageFormat]
        NOT_AN_IMAGE,
        /// the end of the file is missing
        TRUNCATED,
        /// 0 bytes long
        EMPTY,
        /// damaged, or may not be opened
        UNREADABLE,
        /// more pixels than [DecodeLimits] or the memory allow
        TOO_LARGE,
        /// no such file
        MISSING,
        /// sound, as far as can be told, but of a kind that cannot be decoded
        UNSUPPORTED
    }

    private final Reason reason;
    private final String file;

    private MediaException(Reason reason, Path file, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.file = file.toString();
    }

    public Reason reason() {
        return reason;
    }

    /// The file as it was named by the caller.
    public Path file() {
        return Path.of(file);
    }

    static MediaException notAnImage(Path file) {
        return new MediaException(Reason.NOT_AN_IMAGE, file,
                "%s is not a picture (JPEG, PNG, GIF, BMP, TIFF or WebP). Leave it out, or convert it to one of these."
                        .formatted(name(file)),
                null);
    }

    static MediaException truncated(Path file, ImageFormat format) {
        return new MediaException(Reason.TRUNCATED, file,
                "%s is an incomplete %s picture: the end of the file is missing. Copy or download it again.".formatted(name(file),
                        format.displayName()),
                null);
    }

    static MediaException empty(Path file) {
        return new MediaException(Reason.EMPTY, file, "%s is empty (0 bytes). Copy or download it again.".formatted(name(file)), null);
    }

    static MediaException missing(Path file, @Nullable Throwable cause) {
        return new MediaException(Reason.MISSING, file,
                "%s was not found in %s. Put it back, or locate it.".formatted(name(file), file.toAbsolutePath().getParent()), cause);
    }

    static MediaException notAllowed(Path file, Throwable cause) {
        return new MediaException(Reason.UNREADABLE, file,
                "%s may not be opened. Check the permissions of the file and its folder.".formatted(name(file)), cause);
    }

    static MediaException damaged(Path file, String what, @Nullable Throwable cause) {
        return new MediaException(Reason.UNREADABLE, file,
                "%s is damaged and cannot be read (%s). Copy it again, or save it anew in another program.".formatted(name(file), what),
                cause);
    }

    static MediaException tooLarge(Path file, ImageInfo info, long mostPixels) {
        return new MediaException(Reason.TOO_LARGE, file,
                "%s says it is %,d x %,d pixels; at most %,d pixels can be opened. Cut it into smaller pictures, or copy it again if the size is wrong."
                        .formatted(name(file), info.width(), info.height(), mostPixels),
                null);
    }

    static MediaException notEnoughMemory(Path file, @Nullable Throwable cause) {
        return new MediaException(Reason.TOO_LARGE, file,
                "There is not enough memory to open %s. Close other pictures, or give the app more memory.".formatted(name(file)), cause);
    }

    static MediaException notPrepared(Path file, Throwable cause) {
        return new MediaException(Reason.UNREADABLE, file,
                "%s could not be prepared for viewing (%s). Check that the disk of the workspace has room and that the file is whole."
                        .formatted(name(file), cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
                cause);
    }

    static MediaException noSuchPage(Path file, int page, int pages) {
        return new MediaException(Reason.UNREADABLE, file,
                "%s has no page %,d: it has %,d. Put the file back as it was, or remove the item.".formatted(name(file), page + 1, pages),
                null);
    }

    static MediaException tooLargeFor(Path file, ImageInfo info, String why) {
        return new MediaException(Reason.TOO_LARGE, file,
                "%s (%,d x %,d pixels) is too large to be opened whole and cannot be read in parts: %s. Save it as a tiled TIFF in another program."
                        .formatted(name(file), info.width(), info.height(), why),
                null);
    }

    static MediaException unsupported(Path file, String what, @Nullable Throwable cause) {
        return new MediaException(Reason.UNSUPPORTED, file,
                "%s is of a kind that cannot be read (%s). Save it as PNG or JPEG in another program.".formatted(name(file), what), cause);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
