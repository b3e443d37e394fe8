package labelwright.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import labelwright.model.Project;
import labelwright.store.StoreException.Reason;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OpeningTest {
    @TempDir
    private Path folder;

    private static StoreException fails(Reason reason, Executable opening) {
        StoreException failure = assertThrows(StoreException.class, opening);
        assertEquals(reason, failure.reason(), failure.getMessage());
        assertFalse(failure.getMessage().isBlank());
        return failure;
    }

    @Test
    void aNewWorkspaceHasItsFolders() {
        Path made = folder.resolve("deep/er");
        try (WorkspaceStore store = WorkspaceStore.create(made)) {
            for (Path inside : List.of(store.mediaFolder(), store.modelsFolder(), store.cacheFolder(), store.backupsFolder())) {
                assertTrue(Files.isDirectory(inside));
                assertEquals(made, inside.getParent());
            }
        }
    }

    @Test
    void aFolderNameMayHoldSignsThatDatabasesUse() {
        Path odd = folder.resolve("a b=c #1% ü");
        try (WorkspaceStore store = WorkspaceStore.create(odd)) {
            Given.project(store);
        }
        try (WorkspaceStore store = WorkspaceStore.open(odd)) {
            assertEquals(1, store.projects().all().size());
            assertTrue(Files.exists(odd.resolve(WorkspaceFile.FILE)));
        }
    }

    @Test
    void aSemicolonInTheFolderNameIsRefused() {
        StoreException failure = fails(Reason.FAILED, () -> WorkspaceStore.create(folder.resolve("a;b")));
        assertTrue(failure.getMessage().contains("semicolon"), failure.getMessage());
    }

    @Test
    void aSecondOpeningIsRefusedUntilTheFirstIsClosed() {
        try (WorkspaceStore first = WorkspaceStore.create(folder.resolve("w"))) {
            Given.project(first);
            StoreException failure = fails(Reason.LOCKED, () -> WorkspaceStore.open(folder.resolve("w")));
            assertTrue(failure.getMessage().contains("is open in another window or process"), failure.getMessage());
            assertEquals(1, first.projects().all().size());
        }
        try (WorkspaceStore second = WorkspaceStore.open(folder.resolve("w"))) {
            assertEquals(1, second.projects().all().size());
        }
    }

    @Test
    void anotherProcessIsRefused() throws IOException, InterruptedException {
        WorkspaceStore.create(folder.resolve("w")).close();
        try (ChildProcess child = ChildProcess.start(KillTestChild.class, "hold", folder.resolve("w").toString())) {
            assertEquals("open", child.readLine());
            fails(Reason.LOCKED, () -> WorkspaceStore.open(folder.resolve("w")));
            child.kill();
        }
        WorkspaceStore.open(folder.resolve("w")).close();
    }

    @Test
    void aFolderWithoutADatabaseIsNoWorkspace() {
        fails(Reason.NOT_A_WORKSPACE, () -> WorkspaceStore.open(folder));
        fails(Reason.NOT_A_WORKSPACE, () -> WorkspaceStore.open(folder.resolve("not there")));
        assertFalse(Files.exists(folder.resolve("media")));
    }

    @Test
    void aDatabaseOfSomethingElseIsNoWorkspace() throws SQLException {
        sql(folder, "CREATE TABLE stamps (id INT)");
        fails(Reason.NOT_A_WORKSPACE, () -> WorkspaceStore.open(folder));
    }

    @Test
    void aNewWorkspaceNeedsAnEmptyFolder() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "dear");
        fails(Reason.NOT_EMPTY, () -> WorkspaceStore.create(folder));
        assertEquals("dear", Files.readString(folder.resolve("letter.txt")));
    }

    @Test
    void aNewerVersionIsRefusedAndNotTouched() throws IOException, SQLException {
        Path workspace = folder.resolve("w");
        WorkspaceStore.create(workspace).close();
        sql(workspace,
                "INSERT INTO \"flyway_schema_history\" SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 0, 'x', CURRENT_TIMESTAMP, 1, TRUE");
        byte[] before = Files.readAllBytes(workspace.resolve(WorkspaceFile.FILE));
        fails(Reason.NEWER_VERSION, () -> WorkspaceStore.open(workspace));
        assertArrayEquals(before, Files.readAllBytes(workspace.resolve(WorkspaceFile.FILE)));
    }

    @Test
    void aDamagedFileIsSaidToBeDamagedAndTheBackupsAreNamed() throws IOException {
        Path workspace = folder.resolve("w");
        Path backup;
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            Given.items(store, Given.project(store), 2000);
            backup = store.backup();
        }
        try (RandomAccessFile file = new RandomAccessFile(workspace.resolve(WorkspaceFile.FILE).toFile(), "rw")) {
            file.write(new byte[(int) file.length()]);
        }
        StoreException failure = fails(Reason.DAMAGED, () -> WorkspaceStore.open(workspace));
        assertTrue(failure.getMessage().contains(workspace.resolve("backups").toString()), failure.getMessage());
        WorkspaceStore.restore(backup, folder.resolve("restored"));
        try (WorkspaceStore store = WorkspaceStore.open(folder.resolve("restored"))) {
            assertEquals(2000, store.items().count(store.projects().all().getFirst().id()));
            assertTrue(store.check().ok());
        }
    }

    @Test
    void aBackupTakenDuringWorkIsOneStateAndIsNotRestoredOverAWorkspace() {
        try (WorkspaceStore store = WorkspaceStore.create(folder.resolve("w"))) {
            Project project = Given.project(store);
            Path backup = store.backup();
            Path second = store.backup();
            assertFalse(backup.equals(second));
            store.projects().rename(project.id(), "later");
            WorkspaceStore.restore(backup, folder.resolve("r"));
            try (WorkspaceStore restored = WorkspaceStore.open(folder.resolve("r"))) {
                assertEquals(List.of(project), restored.projects().all());
            }
            fails(Reason.NOT_EMPTY, () -> WorkspaceStore.restore(backup, folder.resolve("w")));
            fails(Reason.NOT_A_WORKSPACE, () -> WorkspaceStore.restore(folder.resolve("w").resolve(FolderLock.FILE), folder.resolve("x")));
        }
    }

    @Test
    void anOlderWorkspaceIsBackedUpBeforeItIsBroughtUpToDate() throws IOException, URISyntaxException {
        Path workspace = folder.resolve("w");
        Project project;
        try (WorkspaceStore store = WorkspaceStore.create(workspace)) {
            project = Given.project(store);
        }
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        URL first = Objects.requireNonNull(OpeningTest.class.getResource("/labelwright/store/V1__workspace.sql"));
        try (DirectoryStream<Path> known = Files.newDirectoryStream(Path.of(first.toURI()).getParent(), "V*.sql")) {
            for (Path file : known) {
                Files.copy(file, migrations.resolve(file.getFileName()));
            }
        }
        int next = Versions.NEWEST + 1;
        Files.writeString(migrations.resolve("V" + next + "__more.sql"),
                "ALTER TABLE project ADD COLUMN mood VARCHAR DEFAULT 'good' NOT NULL;");
        WorkspaceFile later = new WorkspaceFile(workspace, new Failures(workspace), next, "filesystem:" + migrations);
        try (WorkspaceStore store = WorkspaceStore.open(workspace, later)) {
            assertEquals(List.of(project), store.projects().all());
        }
        fails(Reason.NEWER_VERSION, () -> WorkspaceStore.open(workspace));
        Path backup;
        try (Stream<Path> backups = Files.list(workspace.resolve("backups"))) {
            List<Path> all = backups.toList();
            assertEquals(1, all.size());
            backup = all.getFirst();
        }
        WorkspaceStore.restore(backup, folder.resolve("old"));
        try (WorkspaceStore store = WorkspaceStore.open(folder.resolve("old"))) {
            assertEquals(List.of(project), store.projects().all());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsReadOnly() throws IOException {
        Path workspace = folder.resolve("w");
        WorkspaceStore.create(workspace).close();
        assertTrue(workspace.toFile().setWritable(false));
        try {
            Assumptions.assumeFalse(Files.isWritable(workspace), "skipped: this user may write everywhere");
            fails(Reason.READ_ONLY, () -> WorkspaceStore.open(workspace));
        } finally {
            assertTrue(workspace.toFile().setWritable(true));
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsReadOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        fails(Reason.READ_ONLY, () -> WorkspaceStore.create(file.resolve("inside")));
    }

    @Test
    void aFullDiskIsSaidToBeFull() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "skipped: this system has no device that is always full");
        IOException failure = assertThrows(IOException.class, () -> Files.write(full, new byte[10]));
        StoreException explained = new Failures(folder).explain(new IllegalStateException("while writing", failure));
        assertEquals(Reason.DISK_FULL, explained.reason());
        assertTrue(explained.getMessage().contains("is full"), explained.getMessage());
    }

    @Test
    void aClosedWorkspaceSaysSo() {
        WorkspaceStore store = WorkspaceStore.create(folder.resolve("w"));
        store.close();
        store.close();
        fails(Reason.FAILED, () -> Given.project(store));
    }

    private static void sql(Path workspace, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + workspace.resolve("workspace"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
