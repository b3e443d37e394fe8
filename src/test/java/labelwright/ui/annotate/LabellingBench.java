package labelwright.ui.annotate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

import javafx.beans.property.ReadOnlyObjectWrapper;

import labelwright.geometry.Shape;
import labelwright.media.ImageEncoder;
import labelwright.media.sample.CellPictures;
import labelwright.model.Annotation;
import labelwright.model.AnnotationSet;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.LabelSchema;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.WorkState;
import labelwright.model.query.ItemSort;
import labelwright.settings.Settings;
import labelwright.settings.SettingsFile;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelToken;
import labelwright.task.DirectJobRunner;
import labelwright.task.Progress;
import labelwright.ui.action.Action;
import labelwright.ui.control.AppServices;
import labelwright.ui.control.FileChoosers;
import labelwright.ui.control.FxJobs;
import labelwright.ui.control.Notices;
import labelwright.ui.control.Place;
import labelwright.ui.control.ProjectContext;
import labelwright.ui.control.SettingsModel;
import labelwright.workbench.ImportRequest;
import labelwright.workbench.LabellingSession;
import labelwright.workbench.Workbench;
import labelwright.workbench.WorkbenchContext;

/// A real workspace with pictures of cells or with texts, and everything a screen is given. What the screen says is kept.
public final class LabellingBench implements AutoCloseable {
    public static final Author.Annotator KIM = new Author.Annotator("kim");

    private final Path folder;
    private final Executor background;
    private final String projectName;
    private final List<String> notices = new ArrayList<>();
    private final List<Action> offers = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private Optional<Path> chosenFile = Optional.empty();
    private Workbench workbench;

    private LabellingBench(Path folder, Executor background, String projectName) throws IOException {
        this(folder, background, projectName, Workbench.create(folder.resolve("workspace"), context(background)));
    }

    private LabellingBench(Path folder, Executor background, String projectName, Workbench workbench) {
        this.folder = folder;
        this.projectName = projectName;
        this.background = background;
        this.workbench = workbench;
    }

    /// @param background decodes pictures; `Runnable::run` for tests that do not wait
    public static LabellingBench create(Path folder, int pictures, Executor background) throws IOException {
        LabellingBench bench = new LabellingBench(folder, background, "Cells");
        Project project = bench.workbench.projects().create("Cells", ProjectKind.IMAGE, List.of("round", "oval", "star"));
        if (pictures > 0) {
            CellPictures drawn = new CellPictures(4);
            Files.createDirectories(bench.pictures());
            for (int i = 0; i < pictures; i++) {
                ImageEncoder.writeJpeg(drawn.render(i).image(), bench.pictures().resolve("cell-%03d.jpg".formatted(i + 1)), 0.9);
            }
            bench.workbench.imports().run(ImportRequest.of(project, bench.pictures(), KIM), Progress.NONE, new CancelToken());
        }
        return bench;
    }

    /// A project of texts, in the order of their names.
    ///
    /// @param schema negative ids are new
    public static LabellingBench ofTexts(Path folder, Map<String, String> texts, LabelSchema schema, Executor background)
            throws IOException {
        Path files = Files.createDirectories(folder.resolve("texts"));
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(files.resolve(text.getKey()), text.getValue());
        }
        return ofFiles(folder, texts.isEmpty() ? Optional.empty() : Optional.of(files), schema, background);
    }

    /// A project of texts from files of any kind.
    ///
    /// @param schema negative ids are new
    public static LabellingBench ofFiles(Path folder, Optional<Path> files, LabelSchema schema, Executor background) throws IOException {
        LabellingBench bench = new LabellingBench(folder, background, "Letters");
        Project project = bench.workbench.projects().create("Letters", ProjectKind.TEXT, schema);
        files.ifPresent(path -> bench.workbench.imports().run(ImportRequest.of(project, path, KIM), Progress.NONE, new CancelToken()));
        return bench;
    }

    /// Opens again what one of texts left in the folder.
    public static LabellingBench open(Path folder) {
        return new LabellingBench(folder, Runnable::run, "Letters", Workbench.open(folder.resolve("workspace"), context(Runnable::run)));
    }

    private WorkbenchContext context() {
        return context(background);
    }

    private static WorkbenchContext context(Executor background) {
        return new WorkbenchContext(background, 1, 512L << 20, KIM);
    }

    public Path pictures() {
        return folder.resolve("pictures");
    }

    public Workbench workbench() {
        return workbench;
    }

    public Project project() {
        return workbench.projects().byName(projectName);
    }

    public List<ItemId> items() {
        return workbench.catalogue().find(project(), "", KIM, ItemSort.IMPORTED);
    }

    /// What was said, without the faults.
    public List<String> notices() {
        return notices;
    }

    /// What the notices offered to do next, the last one last.
    public List<Action> offers() {
        return offers;
    }

    public List<String> faults() {
        return faults;
    }

    public List<Place> places() {
        return places;
    }

    /// What the person will choose in the next file dialog.
    public void choose(Path file) {
        chosenFile = Optional.of(file);
    }

    /// Closes the workspace and opens it again, as after a restart.
    public void reopen() {
        workbench.close();
        workbench = Workbench.open(folder.resolve("workspace"), context());
    }

    /// Has another person label the item.
    ///
    /// @return their answer, open for more
    public LabellingSession answerOf(Author.Annotator person, ItemId item) {
        return workbench.labelling().open(item, person);
    }

    /// Has a model suggest these for one picture; the workspace is closed and opened again.
    public ModelId suggest(ItemId item, List<Suggested> suggested) {
        return suggest(item, suggested, Map.of());
    }

    /// @param answers what the model says about the whole item
    public ModelId suggest(ItemId item, List<Suggested> suggested, Map<String, String> answers) {
        Project project = project();
        workbench.close();
        ModelId model;
        try (WorkspaceStore store = WorkspaceStore.open(folder.resolve("workspace"))) {
            List<String> labels = project.schema().names();
            model = store.models().add(new ModelVersion(new ModelId(0), project.id(), "First detector", "detection",
                    ModelVersion.Stage.CANDIDATE, null, labels, "none", new TreeMap<>(), Instant.EPOCH)).id();
            ModelId id = model;
            List<Annotation> annotations = suggested.stream().map(each -> new Annotation(store.annotationIds().next(),
                    project.schema().labels().get(each.label()).id(), each.shape(), new Origin.Suggested(id, each.score()))).toList();
            store.annotations().saveSuggestions(model,
                    List.of(AnnotationSet.empty(item, new Author.ByModel(model)).withAnnotations(annotations)
                            .withAnswers(answers).withState(WorkState.SUBMITTED)));
        }
        workbench = Workbench.open(folder.resolve("workspace"), context());
        return model;
    }

    /// A shape, its label by number, and its score.
    public record Suggested(int label, Shape shape, double score) {}

    /// @param fx where results of reads are delivered
    public ProjectContext projectContext(Executor reads, Executor fx) {
        FxJobs jobs = new FxJobs(new DirectJobRunner(), reads, fx, (doing, fault) -> faults.add(doing + ": " + fault));
        SettingsModel settings = new SettingsModel(new SettingsFile(folder.resolve("settings.json")), Settings.defaults(), Runnable::run,
                (doing, fault) -> faults.add(doing + ": " + fault));
        AppServices app = new AppServices(jobs, jobs.faults(), new Said(), places::add, settings, new Chosen());
        return new ProjectContext(workbench, project(), new ReadOnlyObjectWrapper<>(KIM).getReadOnlyProperty(), app);
    }

    @Override
    public void close() {
        workbench.close();
    }

    private final class Said implements Notices {
        @Override
        public void say(String text) {
            notices.add(text);
        }

        @Override
        public void say(String text, Action next) {
            notices.add(text);
            offers.add(next);
        }
    }

    private final class Chosen implements FileChoosers {
        @Override
        public Optional<Path> chooseFolder(String title, Path start) {
            return chosenFile;
        }

        @Override
        public Optional<Path> chooseFile(String title, Path start, List<String> extensions) {
            return chosenFile;
        }

        @Override
        public Optional<Path> chooseNewFile(String title, Path start) {
            return chosenFile;
        }
    }
}
