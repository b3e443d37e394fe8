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

import labelwright.store.StoreException.Reason;

/// Copies of the workspace file in `backups`: zip files with the one entry `workspace.mv.db`. Pictures and models are not in them.
final class Backups {
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

    /// Copies the file of an open workspace in one consistent state, while others may go on reading and writing.
    Path backUp(Database database) {
        Path target = target("");
        try {
            Files.createDirectories(target.getParent());
            database.read(handle -> handle.execute("BACKUP TO ?", target.toString()));
            return target;
        } catch (IOException e) {
            throw failures.explain(e);
        }
    }

    /// Copies the file of a workspace that nobody has open.
    Path copyBeforeMigration(int version) {
        Path target = target("_version-" + version);
        try {
            Files.createDirectories(target.getParent());
            Path unfinished = target.resolveSibling(target.getFileName() + ".part");
            try (OutputStream out = Files.newOutputStream(unfinished); ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry(WorkspaceFile.FILE));
                Files.copy(folder.resolve(WorkspaceFile.FILE), zip);
                zip.closeEntry();
            }
            return Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failures.explain(e);
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
                    Path unfinished = file.resolveSibling(WorkspaceFile.FILE + ".part");
                    Files.copy(zip, unfinished, StandardCopyOption.REPLACE_EXISTING);
                    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                    return;
                }
            }
        } catch (IOException e) {
            throw failures.explain(e);
        }
        throw new StoreException(Reason.NOT_A_WORKSPACE, "The file " + backup + " is not a backup of a workspace.");
    }
}
