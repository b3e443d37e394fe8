package labelwright.workbench;

import java.nio.file.Path;

import labelwright.model.IntegrityReport;
import labelwright.store.WorkspaceStore;

/// Looks after the workspace as a whole.
public final class Maintenance {
    private final WorkspaceStore store;
    private final EditWriter writer;
    private final TidyUp tidyUp;

    Maintenance(WorkspaceStore store, EditWriter writer, TidyUp tidyUp) {
        this.tidyUp = tidyUp;
        this.store = store;
        this.writer = writer;
    }

    /// Reads everything and says what does not fit together.
    public IntegrityReport check() {
        writer.flush();
        tidyUp.await();
        return Faults.told(store::check);
    }

    /// Writes projects, items, labels, runs and all answers into one file in the workspace's `backups` folder. Pictures and models are not
    /// in it.
    public Path backup() {
        writer.flush();
        tidyUp.await();
        return Faults.told(store::backup);
    }

    /// Makes a workspace from a backup, in a folder that is empty or not there yet.
    public static void restore(Path backup, Path folder) {
        Faults.told(() -> WorkspaceStore.restore(backup, folder));
    }
}
