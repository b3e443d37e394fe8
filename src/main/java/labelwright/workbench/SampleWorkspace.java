package labelwright.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

import labelwright.learning.Splits;
import labelwright.media.ImageEncoder;
import labelwright.media.sample.Cell;
import labelwright.media.sample.CellKind;
import labelwright.media.sample.CellPicture;
import labelwright.media.sample.CellPictures;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Recipe;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.store.ImportBatch;
import labelwright.store.ImportSummary;
import labelwright.store.NewAnnotation;
import labelwright.store.NewItem;
import labelwright.store.WorkspaceStore;
import labelwright.task.CancelToken;
import labelwright.task.CancelledException;
import labelwright.task.Progress;
import labelwright.workbench.WorkbenchException.Reason;

/// Makes a workspace to try everything with: pictures of cells that our own code draws, every third one labelled and submitted, and a recipe
/// that trains on them in little more than a minute. The labels are those of whoever makes it, or opens it next before
/// anybody has changed them, so that they are there to be seen and changed.
public final class SampleWorkspace {
    public static final String PROJECT = "Cells";
    /// What the import of the sample calls its format.
    static final String FORMAT = "sample";
    public static final int PICTURES = 120;
    private static final int LABELLED_EVERY = 3;
    private static final long SEED = 2026;
    private static final double JPEG_QUALITY = 0.92;
    /// Little more than a minute of training, at half the pictures' size so that it gets far in that time.
    private static final Map<String, String> QUICK = Map.of("minutes", "1.2", "input_size", "320");

    private final int count;

    public SampleWorkspace() {
        this(PICTURES);
    }

    /// @param count how many pictures
    SampleWorkspace(int count) {
        this.count = count;
    }

    /// Writes the workspace into a folder that is empty or not there yet, and opens it. Nothing is left when it fails or is cancelled.
    public Workbench write(Path folder, WorkbenchContext context, Progress progress, CancelToken token) {
        Workbench bench = Workbench.create(folder, context);
        try {
            fill(bench, context, progress, token);
            return bench;
        } catch (RuntimeException | IOException | Error e) {
            bench.close();
            FileTree.delete(folder);
            throw switch (Faults.translate(e)) {
                case WorkbenchException told -> told;
                case CancelledException cancelled -> cancelled;
                case IOException disk -> FileFaults.writing(folder, "The sample workspace was not made and nothing was left.", disk);
                case Throwable _ -> new WorkbenchException(Reason.FAILED, "The sample workspace could not be written: " + e.getMessage()
                        + ". Nothing was left in " + folder + ".", e);
            };
        }
    }

    private void fill(Workbench bench, WorkbenchContext context, Progress progress, CancelToken token) throws IOException {
        WorkspaceStore store = bench.store();
        List<String> labels = new ArrayList<>();
        for (CellKind kind : CellKind.values()) {
            labels.add(kind.label());
        }
        Project project = bench.projects().create(PROJECT, ProjectKind.IMAGE, labels);
        long start = System.nanoTime();
        ImportBatch batch = store.imports().begin(project.id(), FORMAT, "the sample workspace");
        MediaCopies copies = new MediaCopies(store.mediaFolder());
        List<List<Cell>> cells = draw(copies.folder(batch.id()), context, progress, token);
        List<NewItem> items = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            items.add(new NewItem(name(i), copies.copied(batch.id(), name(i)), CellPictures.WIDTH, CellPictures.HEIGHT, Split.NONE));
        }
        List<ItemId> ids = batch.addItems(items);
        List<ItemId> labelled = new ArrayList<>();
        List<NewAnnotation> annotations = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += LABELLED_EVERY) {
            labelled.add(ids.get(i));
            for (Cell cell : cells.get(i)) {
                annotations.add(annotation(project, ids.get(i), cell));
            }
        }
        batch.addAnswers(context.viewer(), WorkState.SUBMITTED, labelled);
        batch.addAnnotations(context.viewer(), WorkState.SUBMITTED, annotations);
        batch.finish(new ImportSummary(ids.size(), annotations.size(), 0, 0, 0, (System.nanoTime() - start) / 1e9));
        store.items().saveSplits(Splits.divide(labelled, new Splits.Percentages(70, 15, 15), SEED));
        Recipe quick = new Recipe(Training.DETECTION, "", 1, new TreeMap<>(QUICK));
        Files.writeString(store.modelsFolder().resolve(Training.PROPOSED_RECIPE), RecipeYaml.write(quick));
    }

    private List<List<Cell>> draw(Path folder, WorkbenchContext context, Progress progress, CancelToken token) throws IOException {
        Files.createDirectories(folder);
        CellPictures pictures = new CellPictures(SEED);
        AtomicInteger done = new AtomicInteger();
        Map<Integer, CompletableFuture<List<Cell>>> drawn = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            drawn.put(i, CompletableFuture.supplyAsync(() -> {
                token.throwIfCancelled();
                CellPicture picture = pictures.render(index);
                write(picture, folder.resolve(name(index)));
                progress.report(done.incrementAndGet(), count, "Drawing pictures");
                return picture.cells();
            }, context.background()));
        }
        try {
            CompletableFuture.allOf(drawn.values().toArray(CompletableFuture[]::new)).join();
            List<List<Cell>> cells = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                cells.add(java.util.Objects.requireNonNull(drawn.get(i)).join());
            }
            return cells;
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case CancelledException cancelled -> throw cancelled;
                case UncheckedIOException disk -> throw disk.getCause();
                case null, default -> throw e;
            }
        }
    }

    private static void write(CellPicture picture, Path file) {
        try {
            ImageEncoder.writeJpeg(picture.image(), file, JPEG_QUALITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewAnnotation annotation(Project project, ItemId item, Cell cell) {
        LabelClass label = project.schema().findByName(cell.kind().label()).orElseThrow();
        return new NewAnnotation(item, label.id(), switch (cell.kind()) {
            case DISC -> cell.box();
            case GRANULE -> cell.box();
            case SPINDLE -> cell.outline();
        }, new Origin.Manual(), Map.of());
    }

    private static String name(int index) {
        return "cells-%03d.jpg".formatted(index + 1);
    }
}
