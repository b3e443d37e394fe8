package labelwright.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

import labelwright.store.StoreException.Reason;

/// Tells what a failure of the database or the file system means for people.
final class Failures {
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
            Reason reason = reasonOf(cause);
            if (reason != Reason.FAILED) {
                return new StoreException(reason, sentence(reason), failure);
            }
        }
        return new StoreException(Reason.FAILED, "The workspace " + folder + " could not be read or written: " + rootMessage(failure)
                + " What was saved before is safe.", failure);
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

    static boolean isFull(IOException failure) {
        String reason = failure instanceof FileSystemException file && file.getReason() != null ? file.getReason() : failure.getMessage();
        String text = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("disk quota exceeded")
                || text.contains("disk full");
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
