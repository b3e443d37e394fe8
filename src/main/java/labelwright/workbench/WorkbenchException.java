package labelwright.workbench;

import org.jspecify.annotations.Nullable;

/// Something could not be done, for a reason that a person can understand. The message is one plain sentence or two: what happened, what it
/// means for the data, what to do.
public final class WorkbenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What kind of fault it is; for callers that offer a way out.
    public enum Reason {
        /// the workspace is open in another window or process
        LOCKED,
        /// the workspace was written by a newer version of the app
        NEWER_VERSION,
        /// the folder holds no workspace
        NOT_A_WORKSPACE,
        /// the folder or the disk may not be written to
        READ_ONLY,
        /// no space left
        DISK_FULL,
        /// stored data makes no sense
        DAMAGED,
        /// a folder that was to be created holds something already
        NOT_EMPTY,
        /// a project, model, run or file of that name is not there
        NOT_FOUND,
        /// what was asked for makes no sense: a bad query, a name in use, no labelled pictures
        INVALID,
        /// training and suggesting do not work on this machine
        ENGINE,
        /// everything else
        FAILED
    }

    private final Reason reason;

    public WorkbenchException(Reason reason, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public WorkbenchException(Reason reason, String sentence) {
        this(reason, sentence, null);
    }

    public Reason reason() {
        return reason;
    }
}
