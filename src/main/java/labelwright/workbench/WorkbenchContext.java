package labelwright.workbench;

import java.util.concurrent.Executor;

import labelwright.model.Author;

/// What a workbench is given from outside. The caller owns the executor and shuts it down after the workbench is closed.
///
/// @param background where pictures are looked at and decoded; should run as many tasks at once as `parallelism`
/// @param parallelism how many background tasks are worth having at once, usually the number of processors
/// @param pictureBytes how much heap decoded pictures may take together, in bytes
/// @param viewer whose answers a query means where nobody else is named: in recipes, for suggestions and exports
public record WorkbenchContext(Executor background, int parallelism, long pictureBytes, Author.Annotator viewer) {
    private static final int SHARE_OF_HEAP = 4;

    public WorkbenchContext {
        if (parallelism < 1 || pictureBytes < 0) {
            throw new IllegalArgumentException("A workbench needs at least one background task and no negative memory");
        }
    }

    /// One background task per processor, and a quarter of the heap for pictures.
    public static WorkbenchContext of(Executor background, String annotator) {
        return new WorkbenchContext(background, Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP, new Author.Annotator(annotator));
    }

    public WorkbenchContext withPictureBytes(long changed) {
        return new WorkbenchContext(background, parallelism, changed, viewer);
    }
}
