package labelwright.workbench;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

import labelwright.exchange.ExchangeException;
import labelwright.workbench.WorkbenchException.Reason;

/// Says what it means that a file of the workspace could not be written.
final class FileFaults {
    private FileFaults() {}

    /// Whether no other file could be written either: the disk is full, or nothing may be written there.
    static boolean concernsAll(IOException failure) {
        return reason(failure) != Reason.FAILED;
    }

    /// @param place the folder or file, which the sentence names
    /// @param outcome what it means for the data, as a clause that goes on after a semicolon; empty for none
    static WorkbenchException writing(Path place, String outcome, IOException failure) {
        String after = outcome.isEmpty() ? "" : " " + outcome;
        Reason reason = reason(failure);
        String sentence = switch (reason) {
            case DISK_FULL -> "The disk that holds " + place + " is full." + after + " Free some space and try again.";
            case READ_ONLY -> place + " cannot be written to." + after + " Make it writable and try again.";
            case LOCKED, NEWER_VERSION, NOT_A_WORKSPACE, DAMAGED, NOT_EMPTY, NOT_FOUND, INVALID, ENGINE, FAILED ->
                place + " cannot be written: " + ExchangeException.reason(failure) + "." + after;
        };
        return new WorkbenchException(reason, sentence, failure);
    }

    private static Reason reason(IOException failure) {
        String text = String.valueOf(failure instanceof FileSystemException file ? file.getReason() : failure.getMessage())
                .toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota")) {
            return Reason.DISK_FULL;
        }
        return failure instanceof AccessDeniedException || text.contains("read-only") ? Reason.READ_ONLY : Reason.FAILED;
    }
}
