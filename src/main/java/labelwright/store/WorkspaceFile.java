package labelwright.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;

import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.store.StoreException.Reason;

/// The H2 file of a workspace: how it is reached, which version its tables have, and how they are brought up to date.
final class WorkspaceFile {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceFile.class);
    static final String FILE = "workspace.mv.db";
    private static final String DATABASE = "workspace";
    private static final String MIGRATIONS = "classpath:labelwright/store";
    private static final int CACHE_SHARE = 8;
    private static final long CACHE_MAX_KB = 256L << 10;

    private final Path folder;
    private final Failures failures;
    private final int newest;
    private final String migrations;

    /// @param newest the version of the newest migration in `migrations`
    WorkspaceFile(Path folder, Failures failures, int newest, String migrations) {
        this.folder = folder;
        this.failures = failures;
        this.newest = newest;
        this.migrations = migrations;
    }

    static WorkspaceFile of(Path folder, Failures failures) {
        return new WorkspaceFile(folder, failures, Versions.NEWEST, MIGRATIONS);
    }

    boolean exists() {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /// Makes the tables in a new file.
    JdbcDataSource create() {
        JdbcDataSource source = source("");
        migrate(source);
        return source;
    }

    /// Looks at the version first, without changing the file; backs an older file up before bringing it up to date.
    JdbcDataSource open() {
        failures.requireRoomToOpen();
        requireKnown(versionBefore());
        JdbcDataSource source = source(";IFEXISTS=TRUE");
        OptionalInt version = version(source);
        requireKnown(version);
        if (version.isEmpty()) {
            throw new StoreException(Reason.NOT_A_WORKSPACE, "The file " + folder.resolve(FILE) + " holds no Labelwright workspace.");
        }
        if (version.getAsInt() < newest) {
            new Backups(folder, failures).copyBeforeMigration(version.getAsInt());
            migrate(source);
        }
        return source;
    }

    private void requireKnown(OptionalInt version) {
        if (version.isPresent() && version.getAsInt() > newest) {
            throw new StoreException(Reason.NEWER_VERSION, failures.sentence(Reason.NEWER_VERSION));
        }
    }

    /// A file that was not closed properly may not be readable this way; then the version is asked again after it was opened for writing.
    private OptionalInt versionBefore() {
        try {
            return version(source(";IFEXISTS=TRUE;ACCESS_MODE_DATA=r"));
        } catch (StoreException e) {
            if (e.reason() == Reason.FAILED || e.reason() == Reason.READ_ONLY) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    /// A database that could not be closed the last time, because the disk was full, is still there in memory and goes away when it is asked.
    private OptionalInt version(JdbcDataSource source) {
        try {
            return askVersion(source);
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCode.DATABASE_IS_CLOSED) {
                throw failures.explain(e);
            }
            LOG.debug("Asking again", e);
        }
        try {
            return askVersion(source);
        } catch (SQLException e) {
            throw failures.explain(e);
        }
    }

    private static OptionalInt askVersion(JdbcDataSource source) throws SQLException {
        String sql = "SELECT MAX(CAST(\"version\" AS INT)) FROM \"flyway_schema_history\" WHERE \"success\"";
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            int version = rows.getInt(1);
            return rows.wasNull() ? OptionalInt.empty() : OptionalInt.of(version);
        } catch (SQLException e) {
            if (e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || e.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1) {
                return OptionalInt.empty();
            }
            throw e;
        }
    }

    private void migrate(JdbcDataSource source) {
        try {
            Flyway.configure().dataSource(source).locations(migrations).validateMigrationNaming(true).outOfOrder(true).load().migrate();
        } catch (RuntimeException e) {
            throw failures.explain(e);
        }
    }

    private JdbcDataSource source(String more) {
        JdbcDataSource source = new JdbcDataSource();
        String path = folder.toAbsolutePath().resolve(DATABASE).toString();
        if (path.contains(";")) {
            throw StoreException.failed("The folder " + folder
                    + " has a semicolon in its name or in that of a folder above it, which the database cannot work with. Rename it.");
        }
        long cache = Math.min(CACHE_MAX_KB, Runtime.getRuntime().maxMemory() / CACHE_SHARE / 1024);
        source.setURL("jdbc:h2:file:" + path + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0;LOCK_TIMEOUT=20000;CACHE_SIZE="
                + cache + more);
        source.setUser("sa");
        source.setPassword("");
        return source;
    }
}
