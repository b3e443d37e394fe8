package labelwright.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import labelwright.store.StoreException.Reason;

/// Holds a workspace folder for one opener at a time, within this process and between processes. The operating system lets go of it when
/// the process dies, however it dies.
final class FolderLock implements AutoCloseable {
    static final String FILE = "workspace.lock";
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder, Failures failures) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StoreException(Reason.LOCKED, failures.sentence(Reason.LOCKED), e);
        }
        channel.close();
        throw new StoreException(Reason.LOCKED, failures.sentence(Reason.LOCKED));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
