package labelwright.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.json.JsonMapper;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.geometry.ShapeKind;
import labelwright.model.Annotation;
import labelwright.model.Author;
import labelwright.model.Colour;
import labelwright.model.ItemId;
import labelwright.model.LabelId;
import labelwright.model.MediaRef;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Split;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQueryParser;
import labelwright.model.query.ItemSort;
import labelwright.store.ImportBatch;
import labelwright.store.ImportSummary;
import labelwright.store.LabelDraft;
import labelwright.store.NewAnnotation;
import labelwright.store.NewItem;
import labelwright.store.StoredHistory;
import labelwright.store.WorkspaceStore;

/// Measures the store and prints one JSON object: committed edits, an import, a rollback, and the catalogue.
///
/// Arguments: items, boxes on each, and the folder for the workspace (a temporary one by default); 100000 10 when there are none.
final class StoreBench {
    private static final Author ANNA = new Author.Annotator("anna");
    private static final int CHUNK = 2000;
    private final Map<String, Object> results = new LinkedHashMap<>();
    private final Path folder;

    private StoreBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        int items = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int boxes = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("store-bench");
        StoreBench bench = new StoreBench(folder.resolve("workspace"));
        try {
            bench.edits();
            bench.catalogue(items, boxes);
            bench.rollback(items, boxes);
            System.out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(bench.results));
        } finally {
            delete(folder);
        }
    }

    private void edits() {
        try (WorkspaceStore store = WorkspaceStore.create(folder)) {
            Project project = project(store, "edits");
            List<ItemId> items = importItems(store.imports().begin(project.id(), "bench", "bench"), 2, 0, project);
            results.put("editOn20", edits(store, project, items.get(0), 20));
            results.put("editOn10000", edits(store, project, items.get(1), 10_000));
        }
    }

    private static Map<String, Object> edits(WorkspaceStore store, Project project, ItemId item, int before) {
        StoredHistory stored = store.annotations().history(item, ANNA);
        EditHistory history = new EditHistory(store.annotations().set(item, ANNA), stored.done(), stored.undone(),
                store.annotations()::commit);
        List<Annotation> many = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            many.add(new Annotation(store.annotationIds().next(), label(project, i), box(i), new Origin.Manual()));
        }
        history.perform(EditName.PASTE, Edit.add(history.set(), many));
        double[] millis = new double[1000];
        for (int i = -200; i < millis.length; i++) {
            Annotation one = history.set().annotations().get(Math.floorMod(i * 7919, before));
            Edit edit = Math.floorMod(i, 4) == 0
                    ? Edit.add(history.set(),
                            List.of(new Annotation(store.annotationIds().next(), label(project, i & 3), box(i & 0xFF),
                                    new Origin.Manual())))
                    : new Edit.Replace(List.of(one.withShape(one.shape().translate(i % 2, 0.25))));
            long start = System.nanoTime();
            history.perform(EditName.MOVE, edit);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return Map.of("medianMs", round(millis[500]), "p95Ms", round(millis[950]), "p99Ms", round(millis[990]), "worstMs",
                round(millis[999]));
    }

    private void catalogue(int items, int boxes) throws IOException {
        try (WorkspaceStore store = WorkspaceStore.open(folder)) {
            Project project = project(store, "catalogue");
            long start = System.nanoTime();
            double cpu = cpuSeconds();
            importItems(store.imports().begin(project.id(), "bench", "bench"), items, boxes, project);
            double seconds = seconds(start);
            results.put("importItems", items);
            results.put("importAnnotations", (long) items * boxes);
            results.put("importSeconds", round(seconds));
            results.put("importCpuSeconds", round(cpuSeconds() - cpu));
            results.put("importRowsPerSecond", Math.round((items + (double) items * boxes) / seconds));
            start = System.nanoTime();
            results.put("checkOk", store.check().ok());
            results.put("checkSeconds", round(seconds(start)));
        }
        results.put("fileMegabytes", Files.size(folder.resolve("workspace.mv.db")) >> 20);
        long start = System.nanoTime();
        try (WorkspaceStore store = WorkspaceStore.open(folder)) {
            results.put("openSeconds", round(seconds(start)));
            Project project = store.projects().findByName("catalogue").orElseThrow();
            Map<String, Object> first = queries(store, project);
            results.put("queryFirstMs", first);
            queries(store, project);
            results.put("queryMs", queries(store, project));
        }
    }

    private static Map<String, Object> queries(WorkspaceStore store, Project project) {
        Map<String, Object> times = new LinkedHashMap<>();
        for (ItemSort sort : ItemSort.values()) {
            times.put("sort " + sort, time(() -> store.items().ids(project.id(), ItemQueryParser.parse(""), ANNA, sort).size()));
        }
        for (String query : List.of("state:submitted", "state:new", "label:red", "-label:red", "split:train",
                "split:train state:submitted label:red,blue", "annotations>7",
                "name~12345", "pic score<0.5", "suggested:yes", "id:5")) {
            times.put(query, time(() -> store.items().ids(project.id(), ItemQueryParser.parse(query), ANNA, ItemSort.IMPORTED).size()));
        }
        times.put("facets", time(() -> (int) store.items().facets(project.id(), ItemQueryParser.parse(""), ANNA).total()));
        times.put("facets label:red",
                time(() -> (int) store.items().facets(project.id(), ItemQueryParser.parse("label:red"), ANNA).total()));
        List<ItemId> all = store.items().ids(project.id(), ItemQueryParser.parse(""), ANNA, ItemSort.IMPORTED);
        times.put("rows of 200 in the middle",
                time(() -> store.items().rows(all.subList(all.size() / 2, Math.min(all.size(), all.size() / 2 + 200)), ANNA).size()));
        times.put("set", time(() -> store.annotations().set(all.get(all.size() / 3), ANNA).annotations().size()));
        return times;
    }

    private void rollback(int items, int boxes) {
        try (WorkspaceStore store = WorkspaceStore.open(folder)) {
            Project project = project(store, "rollback");
            ImportBatch batch = store.imports().begin(project.id(), "bench", "bench");
            addItems(batch, items, boxes, project);
            long start = System.nanoTime();
            double cpu = cpuSeconds();
            batch.rollBack();
            results.put("rollbackCpuSeconds", round(cpuSeconds() - cpu));
            results.put("rollbackSeconds", round(seconds(start)));
        }
    }

    private static Project project(WorkspaceStore store, String name) {
        List<LabelDraft> labels = new ArrayList<>();
        for (String label : List.of("red", "green", "blue", "white")) {
            labels.add(new LabelDraft(label, Colour.ofPalette(labels.size()), Set.of(ShapeKind.BOX, ShapeKind.POLYGON)));
        }
        return store.projects().create(name, ProjectKind.IMAGE, labels);
    }

    private static List<ItemId> importItems(ImportBatch batch, int items, int boxes, Project project) {
        List<ItemId> ids = addItems(batch, items, boxes, project);
        batch.finish(new ImportSummary(items, (long) items * boxes, 0, 0, 0, 0));
        return ids;
    }

    private static List<ItemId> addItems(ImportBatch batch, int items, int boxes, Project project) {
        List<ItemId> ids = new ArrayList<>();
        for (int from = 0; from < items; from += CHUNK) {
            List<NewItem> chunk = new ArrayList<>();
            for (int i = from; i < Math.min(items, from + CHUNK); i++) {
                String name = "folder" + i % 100 + "/picture_" + i + ".jpg";
                chunk.add(new NewItem(name, new MediaRef(MediaRef.Place.REFERENCED, "/data/pictures/" + name), 1920, 1080,
                        i % 10 < 7 ? Split.TRAIN : Split.VALIDATION));
            }
            List<ItemId> added = batch.addItems(chunk);
            List<NewAnnotation> annotations = new ArrayList<>();
            for (int i = 0; i < added.size(); i++) {
                for (int b = 0; b < boxes; b++) {
                    annotations.add(new NewAnnotation(added.get(i), label(project, (i >> b % 7) & (b == 0 ? 3 : 1)),
                            box((from + i) * 31L + b), new Origin.Imported("coco"), Map.of()));
                }
            }
            batch.addAnnotations(ANNA, WorkState.SUBMITTED, annotations);
            ids.addAll(added);
        }
        return ids;
    }

    private static LabelId label(Project project, int index) {
        return project.schema().labels().get(index & 3).id();
    }

    private static Box box(long seed) {
        return new Box(seed * 7919 % 1700 + 0.3, seed * 104729 % 900 + 0.7, 20 + seed % 90, 20 + seed % 77);
    }

    @FunctionalInterface
    private interface Work {
        int run();
    }

    private static String time(Work work) {
        long start = System.nanoTime();
        int size = work.run();
        return round(seconds(start) * 1000) + " (" + size + ")";
    }

    /// Of the calling thread; on a busy machine this says more than the clock.
    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
