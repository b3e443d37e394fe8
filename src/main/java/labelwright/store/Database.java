package labelwright.store;

import java.io.File;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.store.StoreException.Reason;

/// The one writer and the readers of an open workspace file. Thread-safe.
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 16;
    /// Below this much free space nothing is written any more, so that the database never stops in the middle of a block.
    static final long RESERVE_BYTES = 16L << 20;

    private final File disk;
    private final Failures failures;
    private final JdbcDataSource source;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final AtomicLong revision = new AtomicLong();
    private JdbcConnectionPool pool;
    private Jdbi readers;
    private @Nullable Handle writer;
    private boolean closed;

    Database(Path folder, JdbcDataSource source) {
        disk = folder.toFile();
        failures = new Failures(folder);
        this.source = source;
        pool = pool(source);
        readers = Jdbi.create(pool);
        try {
            writer = Jdbi.open(source.getConnection());
        } catch (SQLException e) {
            throw failures.explain(e);
        }
    }

    private static JdbcConnectionPool pool(JdbcDataSource source) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(READERS);
        return pool;
    }

    Failures failures() {
        return failures;
    }

    /// Reads one consistent state.
    <T extends @Nullable Object> T read(HandleCallback<T, SQLException> reading) {
        Jdbi used = readers();
        try {
            return used.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, reading);
        } catch (SQLException | RuntimeException e) {
            if (!Failures.isClosedByDatabase(e)) {
                throw failures.explain(e);
            }
            LOG.warn("The database closed itself; it is opened again", e);
        }
        reopen(used);
        try {
            return readers().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, reading);
        } catch (SQLException | RuntimeException e) {
            throw failures.explain(e);
        }
    }

    /// @param broken readers that found the database closed
    private void reopen(Jdbi broken) {
        writing.lock();
        try {
            if (readers().equals(broken)) {
                writer = null;
                var _ = writer();
            }
        } catch (SQLException | RuntimeException e) {
            throw failures.explain(e);
        } finally {
            writing.unlock();
        }
    }

    private synchronized Jdbi readers() {
        return readers;
    }

    /// Does all of it or nothing; when this returns, the change is in the file and outlives the process.
    <T extends @Nullable Object> T write(HandleCallback<T, SQLException> change) {
        return counted(change, Outlives.PROCESS);
    }

    /// Does all of it or nothing; the change gets into the file within a second or with the next durable write. For parts of something
    /// larger, which are of no use if the process dies before the end.
    <T extends @Nullable Object> T writePart(HandleCallback<T, SQLException> change) {
        return counted(change, Outlives.TRANSACTION);
    }

    /// Goes up with every change but those made by [#changeAside]. What was read while it stayed the same is up to date.
    long revision() {
        return revision.get();
    }

    private <T extends @Nullable Object> T counted(HandleCallback<T, SQLException> change, Outlives outlives) {
        try {
            return write(change, outlives);
        } finally {
            revision.incrementAndGet();
        }
    }

    private enum Outlives {
        PROCESS, TRANSACTION
    }

    private <T extends @Nullable Object> T write(HandleCallback<T, SQLException> change, Outlives outlives) {
        writing.lock();
        try {
            requireSpace();
            Handle handle = writer();
            T result = handle.inTransaction(change);
            if (outlives == Outlives.PROCESS) {
                handle.execute("CHECKPOINT");
            }
            return result;
        } catch (SQLException | RuntimeException e) {
            forgetBrokenWriter();
            throw failures.explain(e);
        } finally {
            writing.unlock();
        }
    }

    void change(HandleConsumer<SQLException> change) {
        this.<@Nullable Void>write(handle -> {
            change.useHandle(handle);
            return null;
        });
    }

    /// As [#change], for what makes nobody's reading out of date who does not know of it anyway: edits, and the metrics of runs.
    void changeAside(HandleConsumer<SQLException> change) {
        this.<@Nullable Void>write(handle -> {
            change.useHandle(handle);
            return null;
        }, Outlives.PROCESS);
    }

    /// What was written so far is also safe from a power failure when this returns.
    void sync() {
        writing.lock();
        try {
            writer().execute("CHECKPOINT SYNC");
        } catch (SQLException | RuntimeException e) {
            throw failures.explain(e);
        } finally {
            writing.unlock();
        }
    }

    private void requireSpace() {
        if (disk.getUsableSpace() < RESERVE_BYTES) {
            throw new StoreException(Reason.DISK_FULL, failures.sentence(Reason.DISK_FULL));
        }
    }

    /// The writer's connection. After a failure that made H2 close the file (a full disk, a lost drive) the file is opened again.
    private Handle writer() throws SQLException {
        if (closed) {
            throw StoreException.failed("The workspace " + disk + " is closed.");
        }
        Handle handle = writer;
        if (handle == null || handle.getConnection().isClosed()) {
            handle = Jdbi.open(source.getConnection());
            writer = handle;
            reopenReaders();
        }
        return handle;
    }

    /// A database that met the end of the disk closes itself, and only tells when it is asked something.
    private void forgetBrokenWriter() {
        Handle handle = writer;
        if (handle == null) {
            return;
        }
        try (Statement question = handle.getConnection().createStatement()) {
            question.execute("SELECT 1");
        } catch (SQLException e) {
            LOG.warn("The database closed itself; it is opened again when it is needed next", e);
            writer = null;
        }
    }

    private synchronized void reopenReaders() {
        pool.dispose();
        pool = pool(source);
        readers = Jdbi.create(pool);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                pool.dispose();
                Handle handle = writer;
                if (handle != null && !handle.getConnection().isClosed()) {
                    handle.close();
                }
            }
        } catch (SQLException | RuntimeException e) {
            throw failures.explain(e);
        } finally {
            writing.unlock();
        }
    }
}
