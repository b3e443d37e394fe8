package labelwright.exchange;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// A data set could not be read or written at all. The message is a plain sentence for people.
public final class ExchangeException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ExchangeException(String sentence) {
        super(sentence);
    }

    public ExchangeException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }

    public static ExchangeException reading(Path file, IOException cause) {
        return new ExchangeException("%s cannot be read: %s.".formatted(file, reason(cause)), cause);
    }

    public static ExchangeException writing(Path file, IOException cause) {
        String advice = isDiskFull(cause)
                ? "Free some space or choose another place; nothing was exported"
                : "Choose another place; nothing was exported";
        return new ExchangeException("%s cannot be written: %s. %s.".formatted(file, reason(cause), advice), cause);
    }

    /// What went wrong, in words that fit after a colon.
    public static String reason(IOException cause) {
        if (isDiskFull(cause)) {
            return "the disk is full";
        }
        return switch (cause) {
            case AccessDeniedException _ -> "access is not allowed";
            case NoSuchFileException _ -> "it does not exist";
            case FileSystemException system when system.getReason() != null -> lowerFirst(system.getReason());
            default -> {
                String message = cause.getMessage();
                yield message == null || message.isBlank() ? "input or output failed" : lowerFirst(message.strip());
            }
        };
    }

    static ExchangeException readOnly(Path file, ReadOnlyFileSystemException cause) {
        return new ExchangeException(
                "%s cannot be written: the disk is read-only. Choose another place; nothing was exported.".formatted(file),
                cause);
    }

    private static boolean isDiskFull(IOException cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left") || message.contains("not enough space") || message.contains("disk quota");
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
