package labelwright.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;

import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

import labelwright.store.StoreException.Reason;

/// Tells what a failure of the database or the file system means for people.
final class Failures {
    private static final long LEAST_BYTES_TO_OPEN = 1L << 20;
    private static final long ALMOST_FULL_BYTES = 4L << 20;
    private final Path folder;

    Failures(Path folder) {
        this.folder = folder;
    }

    StoreException explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException known) {
                return known;
            }
            if (cause instanceof IOException io && isFull(io)) {
                return new StoreException(Reason.DISK_FULL, diskFull(), failure);
            }
            if (isRefused(cause)) {
                return new StoreException(Reason.READ_ONLY, refused(cause), failure);
            }
            Reason reason = reasonOf(cause);
            if (reason != Reason.FAILED) {
                return new StoreException(reason, sentence(reason), failure);
            }
        }
        if (isAlmostFull()) {
            return new StoreException(Reason.DISK_FULL, diskFull(), failure);
        }
        return new StoreException(Reason.FAILED, "The workspace " + folder + " could not be read or written: " + rootMessage(failure)
                + " What was saved before is safe.", failure);
    }

    /// The database has closed itself, as it does when it cannot write: opening it again may help.
    static boolean isClosedByDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED || sql.getErrorCode() == ErrorCode.CONNECTION_BROKEN_1)) {
                return true;
            }
        }
        return false;
    }

    /// The database does not always hand on why it could not write.
    private boolean isAlmostFull() {
        long usable = folder.toFile().getUsableSpace();
        return usable < ALMOST_FULL_BYTES && folder.toFile().exists();
    }

    private static Reason reasonOf(Throwable cause) {
        return switch (cause) {
            case SQLException sql -> switch (sql.getErrorCode()) {
                case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Reason.LOCKED;
                case ErrorCode.FILE_CORRUPTED_1 -> Reason.DAMAGED;
                case ErrorCode.FILE_VERSION_ERROR_1 -> Reason.NEWER_VERSION;
                case ErrorCode.DATABASE_IS_READ_ONLY -> Reason.READ_ONLY;
                default -> Reason.FAILED;
            };
            case MVStoreException store -> switch (store.getErrorCode()) {
                case DataUtils.ERROR_FILE_LOCKED -> Reason.LOCKED;
                case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND, DataUtils.ERROR_SERIALIZATION -> Reason.DAMAGED;
                case DataUtils.ERROR_UNSUPPORTED_FORMAT -> Reason.NEWER_VERSION;
                default -> Reason.FAILED;
            };
            default -> Reason.FAILED;
        };
    }

    String sentence(Reason reason) {
        return switch (reason) {
            case LOCKED -> "The workspace " + folder + " is open in another window or process. Close it there and try again.";
            case NEWER_VERSION -> "The workspace " + folder
                    + " was written by a newer version of Labelwright. Nothing was changed; open it with that version.";
            case NOT_A_WORKSPACE -> "The folder " + folder + " is not a workspace: it has no file " + WorkspaceFile.FILE + ".";
            case READ_ONLY -> "The workspace " + folder + " cannot be written to. Make the folder and its files writable and try again.";
            case DISK_FULL -> diskFull();
            case DAMAGED -> "The file of the workspace " + folder + " is damaged. Restore the newest backup from " + Backups.folder(folder)
                    + " into a new folder.";
            case NOT_EMPTY -> "The folder " + folder + " is not empty. Choose an empty folder for a new workspace.";
            case FAILED -> "The workspace " + folder + " could not be read or written.";
        };
    }

    private String diskFull() {
        return "The disk that holds the workspace " + folder + " is full. The change was not saved; free some space and try again.";
    }

    /// Opening writes a little; a database that meets the end of the disk while it does is best not begun with.
    void requireRoomToOpen() {
        if (folder.toFile().getUsableSpace() < LEAST_BYTES_TO_OPEN) {
            throw new StoreException(Reason.DISK_FULL, diskFull());
        }
    }

    /// A full disk while a workspace is being opened or made: nothing was to be saved yet.
    StoreException explainOpening(RuntimeException failure, String doing) {
        if (failure instanceof StoreException known && known.reason() != Reason.DISK_FULL) {
            return known;
        }
        StoreException explained = explain(failure);
        return explained.reason() == Reason.DISK_FULL
                ? new StoreException(Reason.DISK_FULL, "The disk that holds " + folder + " is full, so the workspace could not be " + doing
                        + ". Nothing was lost; free at least " + Database.RESERVE_BYTES / (1 << 20) + " MB and try again.", failure)
                : explained;
    }

    static boolean isFull(IOException failure) {
        String reason = failure instanceof FileSystemException file && file.getReason() != null ? file.getReason() : failure.getMessage();
        String text = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("disk quota exceeded")
                || text.contains("disk full");
    }

    /// The operating system allows no writing there.
    private static boolean isRefused(Throwable failure) {
        return failure instanceof AccessDeniedException || failure instanceof ReadOnlyFileSystemException
                || (failure instanceof FileSystemException file && String.valueOf(file.getReason()).contains("Read-only file system"));
    }

    private String refused(Throwable failure) {
        String file = failure instanceof FileSystemException known && known.getFile() != null ? known.getFile() : folder.toString();
        return file + " cannot be written to or read. Nothing was changed; make it and the folder around it accessible and try again.";
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String text = message == null ? root.getClass().getSimpleName() : message.lines().findFirst().orElse("");
        return text.endsWith(".") ? text : text + ".";
    }
}
