package labelwright.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.store.StoreException.Reason;

/// Copies of the workspace file in `backups`: zip files with the one entry `workspace.mv.db`. Pictures and models are not in them.
final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String FOLDER = "backups";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss");
    private final Path folder;
    private final Failures failures;

    Backups(Path folder, Failures failures) {
        this.folder = folder;
        this.failures = failures;
    }

    static Path folder(Path workspace) {
        return workspace.resolve(FOLDER);
    }

    /// Copies the file of an open workspace in one consistent state, while others may go on reading and writing. Under its final name it is
    /// whole or not there.
    Path backUp(Database database) {
        return write(target(""), unfinished -> database.read(handle -> handle.execute("BACKUP TO ?", unfinished.toString())));
    }

    /// Copies the file of a workspace that nobody has open.
    Path copyBeforeMigration(int version) {
        return write(target("_version-" + version), unfinished -> {
            try (OutputStream out = Files.newOutputStream(unfinished); ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(WorkspaceFile.FILE));
                Files.copy(folder.resolve(WorkspaceFile.FILE), zip);
                zip.closeEntry();
            }
        });
    }

    @FunctionalInterface
    private interface Writing {
        void writeTo(Path unfinished) throws IOException;
    }

    private Path write(Path target, Writing writing) {
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            writing.writeTo(unfinished);
            return Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | StoreException e) {
            deleteIfThere(unfinished);
            throw failed(target, e);
        }
    }

    private StoreException failed(Path target, Exception e) {
        StoreException explained = failures.explain(e);
        return switch (explained.reason()) {
            case DISK_FULL -> new StoreException(Reason.DISK_FULL, "The disk that holds " + target.getParent()
                    + " is full, so the backup could not be written. The workspace is as it was; free some space and try again.", e);
            case READ_ONLY -> new StoreException(Reason.READ_ONLY, "The backup could not be written: the folder " + target.getParent()
                    + " cannot be written to. The workspace is as it was; make the folder writable and try again.", e);
            case LOCKED, NEWER_VERSION, NOT_A_WORKSPACE, DAMAGED, NOT_EMPTY, FAILED -> explained;
        };
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be deleted; it is of no use", file, e);
        }
    }

    private Path target(String suffix) {
        String name = "workspace_" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + suffix;
        Path target = folder(folder).resolve(name + ".zip");
        for (int i = 2; Files.exists(target); i++) {
            target = folder(folder).resolve(name + "_" + i + ".zip");
        }
        return target;
    }

    /// Puts the file of a backup into a folder that holds no workspace yet.
    static void restore(Path backup, Path folder) {
        Failures failures = new Failures(folder);
        Path file = folder.resolve(WorkspaceFile.FILE);
        if (Files.exists(file)) {
            throw new StoreException(Reason.NOT_EMPTY, "The folder " + folder
                    + " already holds a workspace. A backup is restored into a folder without one, so that nothing is overwritten.");
        }
        try (InputStream in = Files.newInputStream(backup); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(WorkspaceFile.FILE)) {
                    Files.createDirectories(folder);
                    put(zip, file);
                    return;
                }
            }
        } catch (IOException e) {
            throw failures.explainOpening(failures.explain(e), "restored");
        }
        throw new StoreException(Reason.NOT_A_WORKSPACE, "The file " + backup + " is not a backup of a workspace.");
    }

    private static void put(InputStream content, Path file) throws IOException {
        Path unfinished = file.resolveSibling(WorkspaceFile.FILE + ".part");
        try {
            Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteIfThere(unfinished);
        }
    }
}
