package labelwright.workbench;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import labelwright.engine.Engine;
import labelwright.engine.text.LoadedEmbedders;
import labelwright.exchange.Formats;
import labelwright.exchange.formats.StandardFormats;
import labelwright.media.ImageDecoder;
import labelwright.model.ImportRecord;
import labelwright.model.Project;
import labelwright.store.WorkspaceStore;

/// One open workspace and everything that can be done with it. Thread-safe; whoever opens it closes it.
public final class Workbench implements AutoCloseable {
    private final WorkspaceStore store;
    private final EditWriter writer;
    private final TidyUp tidyUp = new TidyUp();
    private final Projects projects;
    private final Catalogue catalogue;
    private final Pictures pictures;
    private final Texts texts;
    private final Pages pages;
    private final Imports imports;
    private final Exports exports;
    private final Labelling labelling;
    private final Splitting splits;
    private final Training training;
    private final Models models;
    private final Suggesting suggestions;
    private final Ranking ranking;
    private final Maintenance maintenance;
    private final LoadedEmbedders embedders = new LoadedEmbedders();
    private final NearItems near;

    private Workbench(WorkspaceStore store, WorkbenchContext context) {
        this.store = store;
        writer = new EditWriter(store.annotations()::commit);
        ImageDecoder decoder = new ImageDecoder();
        Formats formats = StandardFormats.create();
        Engine engine = new Engine();
        projects = new Projects(store.projects());
        catalogue = new Catalogue(store.items(), store.annotations(), store.mediaFolder(), decoder);
        pictures = new Pictures(store.mediaFolder(), store.cacheFolder(), decoder, context);
        texts = new Texts(store.texts());
        pages = new Pages(store.texts(), store.mediaFolder());
        imports = new Imports(store, formats, decoder, context, tidyUp);
        exports = new Exports(store, formats, catalogue, decoder, context.viewer());
        labelling = new Labelling(store, writer);
        splits = new Splitting(catalogue);
        training = new Training(store, engine, new RunExecution(store, engine, decoder, catalogue, context, embedders));
        LoadedModel.Shelf shelf = new LoadedModel.Shelf(store, engine, decoder, catalogue, context, embedders);
        models = new Models(shelf);
        suggestions = new Suggesting(shelf);
        ranking = new Ranking(shelf);
        near = new NearItems(store, catalogue, embedders, context.viewer());
        maintenance = new Maintenance(store, writer, tidyUp);
    }

    /// Makes a workspace in a folder that is empty or not there yet.
    public static Workbench create(Path folder, WorkbenchContext context) {
        return new Workbench(Faults.told(() -> WorkspaceStore.create(folder)), context);
    }

    /// Opens a workspace and mends what a killed process left: unfinished imports are taken back, running training counts as interrupted.
    public static Workbench open(Path folder, WorkbenchContext context) {
        WorkspaceStore store = Faults.told(() -> WorkspaceStore.open(folder));
        try {
            Set<Long> finished = new HashSet<>();
            for (Project project : store.projects().all()) {
                store.imports().past(project.id()).stream().map(ImportRecord::id).forEach(finished::add);
            }
            new MediaCopies(store.mediaFolder()).deleteUnfinished(finished);
            Faults.told(() -> store.annotations().adoptSample(SampleWorkspace.FORMAT, context.viewer()));
            return new Workbench(store, context);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    public Path folder() {
        return store.folder();
    }

    public Projects projects() {
        return projects;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Pictures pictures() {
        return pictures;
    }

    public Texts texts() {
        return texts;
    }

    /// The pages that texts were taken from.
    public Pages pages() {
        return pages;
    }

    public Imports imports() {
        return imports;
    }

    public Exports exports() {
        return exports;
    }

    public Labelling labelling() {
        return labelling;
    }

    public Splitting splits() {
        return splits;
    }

    public Training training() {
        return training;
    }

    public Models models() {
        return models;
    }

    public Suggesting suggestions() {
        return suggestions;
    }

    public Ranking ranking() {
        return ranking;
    }

    /// Search among texts by what they mean.
    public NearItems near() {
        return near;
    }

    public Maintenance maintenance() {
        return maintenance;
    }

    WorkspaceStore store() {
        return store;
    }

    /// Writes what is still to be written, then closes the file. Running work must have ended.
    /// @throws WorkbenchException when edits could not be written and are lost
    @Override
    public void close() {
        try {
            writer.close();
        } finally {
            tidyUp.close();
            embedders.close();
            pictures.close();
            pages.close();
            Faults.told(store::close);
        }
    }
}
