package labelwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import labelwright.model.AnnotationIds;
import labelwright.model.IntegrityReport;
import labelwright.store.StoreException.Reason;

/// An open workspace. Thread-safe; whoever opens it closes it.
///
/// Every public write is one transaction, and it is in the file when the method returns.
public final class WorkspaceStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceStore.class);
    private final Path folder;
    private final FolderLock lock;
    private final Database database;
    private final AnnotationIds annotationIds;
    private final ProjectRepository projects;
    private final ItemRepository items;
    private final AnnotationRepository annotations;
    private final ImportRepository imports;
    private final TextRepository texts;
    private final RunRepository runs;
    private final ModelRepository models;

    private WorkspaceStore(Path folder, FolderLock lock, Database database) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        Visibility visibility = new Visibility();
        HighestIds ids = new HighestIds(database);
        annotationIds = new AnnotationIds(ids.highestAnnotationAtStart());
        Authors authors = new Authors(database);
        Catalogues catalogues = new Catalogues(database, visibility);
        projects = new ProjectRepository(database, catalogues);
        items = new ItemRepository(database, authors, visibility, catalogues);
        annotations = new AnnotationRepository(database, authors, visibility, catalogues);
        imports = new ImportRepository(new ImportContext(database, authors, visibility, catalogues, ids, annotationIds));
        texts = new TextRepository(database, visibility);
        runs = new RunRepository(database);
        models = new ModelRepository(database, authors, catalogues);
    }

    /// Makes a workspace in a folder that is empty or does not exist yet.
    /// @throws StoreException NOT_EMPTY, READ_ONLY, LOCKED, DISK_FULL or FAILED
    public static WorkspaceStore create(Path folder) {
        Failures failures = new Failures(folder);
        List<Path> made = new ArrayList<>();
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new StoreException(Reason.NOT_EMPTY, failures.sentence(Reason.NOT_EMPTY));
            }
            made.addAll(missing(folder));
            makeFolders(folder, failures);
            FolderLock lock = FolderLock.take(folder, failures);
            return start(folder, lock, () -> WorkspaceFile.of(folder, failures).create());
        } catch (IOException e) {
            deleteMade(folder, made);
            throw failures.explainOpening(failures.explain(e), "made");
        } catch (StoreException e) {
            if (e.reason() != Reason.NOT_EMPTY && e.reason() != Reason.LOCKED) {
                deleteMade(folder, made);
            }
            throw failures.explainOpening(e, "made");
        }
    }

    /// The folder and those above it that are not there yet, innermost first.
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path path = folder.toAbsolutePath(); path != null && !Files.exists(path); path = path.getParent()) {
            missing.add(path);
        }
        return missing;
    }

    /// Takes back what a failed creation left in a folder that was empty or not there.
    private static void deleteMade(Path folder, List<Path> made) {
        try {
            for (String name : new String[] {"media", "models", "backups", "cache", FolderLock.FILE, WorkspaceFile.FILE}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            for (Path path : made) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("What a failed creation left in {} could not be deleted", folder, e);
        }
    }

    /// Opens a workspace: mends what a killed process left (unfinished imports are taken back, running training is marked interrupted) and
    /// brings older files up to date after a backup.
    /// @throws StoreException LOCKED, NEWER_VERSION, NOT_A_WORKSPACE, READ_ONLY, DISK_FULL, DAMAGED or FAILED
    public static WorkspaceStore open(Path folder) {
        return open(folder, WorkspaceFile.of(folder, new Failures(folder)));
    }

    static WorkspaceStore open(Path folder, WorkspaceFile file) {
        Failures failures = new Failures(folder);
        try {
            if (!file.exists()) {
                throw new StoreException(Reason.NOT_A_WORKSPACE, failures.sentence(Reason.NOT_A_WORKSPACE));
            }
            if (!Files.isWritable(folder.resolve(WorkspaceFile.FILE))) {
                throw new StoreException(Reason.READ_ONLY, failures.sentence(Reason.READ_ONLY));
            }
            makeFolders(folder, failures);
            FolderLock lock = FolderLock.take(folder, failures);
            WorkspaceStore store = start(folder, lock, file::open);
            try {
                store.imports.rollBackUnfinished();
                store.runs.markInterrupted();
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
            return store;
        } catch (IOException e) {
            throw failures.explainOpening(failures.explain(e), "opened");
        } catch (StoreException e) {
            throw failures.explainOpening(e, "opened");
        }
    }

    @FunctionalInterface
    private interface Opener {
        JdbcDataSource open();
    }

    private static WorkspaceStore start(Path folder, FolderLock lock, Opener opener) throws IOException {
        try {
            return new WorkspaceStore(folder, lock, new Database(folder, opener.open()));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void makeFolders(Path folder, Failures failures) {
        try {
            for (String name : new String[] {"media", "models", "backups", "cache"}) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.delete(Files.createTempFile(folder, "writable", null));
        } catch (IOException e) {
            if (Failures.isFull(e)) {
                throw failures.explain(e);
            }
            throw new StoreException(Reason.READ_ONLY, failures.sentence(Reason.READ_ONLY), e);
        }
    }

    public Path folder() {
        return folder;
    }

    /// Where copied-in files are.
    public Path mediaFolder() {
        return folder.resolve("media");
    }

    /// Where runs and models keep their files.
    public Path modelsFolder() {
        return folder.resolve("models");
    }

    /// May be deleted at any time.
    public Path cacheFolder() {
        return folder.resolve("cache");
    }

    public Path backupsFolder() {
        return Backups.folder(folder);
    }

    /// Goes up with every write but edits ([AnnotationRepository#commit]) and the metrics of runs: what was read while it stayed the same
    /// is up to date as long as nobody edited it.
    public long revision() {
        return database.revision();
    }

    public AnnotationIds annotationIds() {
        return annotationIds;
    }

    public ProjectRepository projects() {
        return projects;
    }

    public ItemRepository items() {
        return items;
    }

    public AnnotationRepository annotations() {
        return annotations;
    }

    public ImportRepository imports() {
        return imports;
    }

    public TextRepository texts() {
        return texts;
    }

    public RunRepository runs() {
        return runs;
    }

    public ModelRepository models() {
        return models;
    }

    /// Reads every row and says what does not fit together. Blocks neither reading nor writing.
    public IntegrityReport check() {
        return new IntegrityCheck(database, mediaFolder(), modelsFolder()).run();
    }

    /// Copies the database of the workspace into a zip file in `backups`; pictures and models are not copied.
    public Path backup() {
        return new Backups(folder, database.failures()).backUp(database);
    }

    /// Puts a backup into a folder that holds no workspace yet.
    /// @throws StoreException NOT_EMPTY, NOT_A_WORKSPACE (the file is not a backup), READ_ONLY, DISK_FULL or FAILED
    public static void restore(Path backup, Path folder) {
        Backups.restore(backup, folder);
    }

    @Override
    public void close() {
        try (lock; database) {
            LOG.debug("Closing {}", folder);
        } catch (IOException e) {
            throw database.failures().explain(e);
        }
    }
}
