package labelwright.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.geometry.Ellipse;
import labelwright.geometry.Keypoint;
import labelwright.geometry.Keypoints;
import labelwright.geometry.Mask;
import labelwright.geometry.Point;
import labelwright.geometry.Points;
import labelwright.geometry.Polygon;
import labelwright.geometry.Polyline;
import labelwright.geometry.Ring;
import labelwright.geometry.RotatedBox;
import labelwright.geometry.Shape;
import labelwright.geometry.ShapeKind;
import labelwright.geometry.Spans;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.Colour;
import labelwright.model.Item;
import labelwright.model.ItemId;
import labelwright.model.LabelClass;
import labelwright.model.LabelSchema;
import labelwright.model.MediaRef;
import labelwright.model.MetricPoint;
import labelwright.model.ModelId;
import labelwright.model.ModelVersion;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.ProjectKind;
import labelwright.model.Recipe;
import labelwright.model.Run;
import labelwright.model.RunId;
import labelwright.model.RunState;
import labelwright.model.Split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What goes in comes out after a restart.
class RoundTripTest {
    @TempDir
    private Path folder;

    private WorkspaceStore create() {
        return WorkspaceStore.create(folder.resolve("w"));
    }

    private WorkspaceStore reopen() {
        return WorkspaceStore.open(folder.resolve("w"));
    }

    @Test
    void shapesOriginsAndAttributesComeBackBitForBit() {
        List<Annotation> drawn = new ArrayList<>();
        ItemId item;
        try (WorkspaceStore store = create()) {
            Project project = Given.project(store);
            item = Given.items(store, project, 1).getFirst();
            Random random = new Random(7);
            List<Shape> shapes = new ArrayList<>(List.of(new Box(0.1, 1.0 / 3, Math.PI, Double.MIN_VALUE), new Box(-0.0, 5, 0, -0.0),
                    new Box(1e-300, 1e15 / 7, 0, 1), Polygon.of(List.of(new Point(-0.0, 0.1), new Point(3, 4), new Point(1.0 / 3, 7))),
                    new RotatedBox(0.1, -0.0, 1.0 / 3, 7, 359.99999), new Ellipse(1.0 / 3, 2, 0.1, 5, 12.5),
                    new Polyline(List.of(new Point(-0.0, 0.1), new Point(3, 1.0 / 3))), new Points(List.of(new Point(1.0 / 3, -0.0))),
                    new Keypoints(List.of(Keypoint.ABSENT, Keypoint.visible(new Point(0.1, 0.2)),
                            new Keypoint(1.0 / 3, 2, Keypoint.Visibility.OCCLUDED)))));
            shapes.add(mask(random, 1));
            shapes.add(mask(random, 5_000));
            for (int i = 0; i < 200; i++) {
                shapes.add(i % 2 == 0
                        ? new Box(random.nextDouble() * 640, random.nextDouble() * 480, random.nextDouble(), random.nextDouble() * 99)
                        : polygon(random));
            }
            List<Origin> origins = List.of(new Origin.Manual(), new Origin.Imported("coco"),
                    new Origin.Suggested(new ModelId(3), 0.1 + 0.2), new Origin.Propagated(new ItemId(77)),
                    new Origin.Taken(new AnnotationId(99), new ModelId(3), 1.0 / 3, Origin.Fidelity.UNCHANGED),
                    new Origin.Taken(new AnnotationId(98), new ModelId(3), 0.9, Origin.Fidelity.CHANGED));
            for (int i = 0; i < shapes.size(); i++) {
                drawn.add(new Annotation(store.annotationIds().next(), Given.label(project, i % 2), shapes.get(i),
                        origins.get(i % origins.size()),
                        i % 3 == 0 ? Map.of("difficult", "1", "note", "a \"b\" \u00e9\ud83d\ude00\n") : Map.of()));
            }
            EditHistory history = Given.open(store, item, Given.ANNA);
            history.perform(EditName.PASTE, Edit.add(history.set(), drawn));
        }
        try (WorkspaceStore store = reopen()) {
            assertEquals(drawn, store.annotations().set(item, Given.ANNA).annotations());
            EditHistory history = Given.open(store, item, Given.ANNA);
            history.undo();
            history.redo();
            assertEquals(drawn, history.set().annotations());
            assertEquals(drawn, store.annotations().set(item, Given.ANNA).annotations());
        }
    }

    private static Polygon polygon(Random random) {
        List<Polygon.Part> parts = new ArrayList<>();
        for (int p = 0; p <= random.nextInt(3); p++) {
            List<Ring> holes = new ArrayList<>();
            for (int h = 0; h < random.nextInt(3); h++) {
                holes.add(ring(random));
            }
            parts.add(new Polygon.Part(ring(random), holes));
        }
        return new Polygon(parts);
    }

    private static Ring ring(Random random) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(20); i++) {
            points.add(new Point(random.nextDouble() * 640, random.nextDouble() * 480));
        }
        return new Ring(points);
    }

    private static Mask mask(Random random, int runs) {
        Spans.Builder spans = new Spans.Builder();
        int row = random.nextInt(50) - 25;
        int end = -100;
        for (int i = 0; i < runs; i++) {
            if (random.nextInt(5) == 0) {
                row += 1 + random.nextInt(300);
                end = -200;
            }
            int from = end + 1 + random.nextInt(400);
            end = from + 1 + random.nextInt(400);
            spans.add(row, from, end);
        }
        return new Mask(spans.build());
    }

    @Test
    void aPolygonOfVeryManyPointsAndAStepLargerThanARowComeBack() {
        List<Annotation> drawn = new ArrayList<>();
        ItemId item;
        try (WorkspaceStore store = create()) {
            Project project = Given.project(store);
            item = Given.items(store, project, 1).getFirst();
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < 60_000; i++) {
                points.add(new Point(i % 600, i / 600.0));
            }
            drawn.add(new Annotation(store.annotationIds().next(), Given.label(project, 0), Polygon.of(points), new Origin.Manual()));
            for (int i = 0; i < 20_000; i++) {
                drawn.add(Given.box(store, Given.label(project, 0), i / 70.0));
            }
            EditHistory history = Given.open(store, item, Given.ANNA);
            history.perform(EditName.PASTE, Edit.add(history.set(), drawn));
        }
        try (WorkspaceStore store = reopen()) {
            assertEquals(drawn, store.annotations().set(item, Given.ANNA).annotations());
            EditHistory history = Given.open(store, item, Given.ANNA);
            history.undo();
            assertEquals(List.of(), store.annotations().set(item, Given.ANNA).annotations());
            assertTrue(store.check().ok(), () -> store.check().problems().toString());
        }
    }

    @Test
    void projectsAndLabelsComeBack() {
        Project cells;
        try (WorkspaceStore store = create()) {
            Project made = Given.project(store);
            LabelClass added = store.projects().addLabel(made.id(),
                    new LabelDraft("blue", new Colour(0x0000ff), Set.of(ShapeKind.POLYGON)));
            LabelClass red = made.schema().labels().get(0);
            cells = store.projects().saveSchema(made.id(),
                    new LabelSchema(List.of(added, new LabelClass(red.id(), "crimson", new Colour(1), Set.of(ShapeKind.BOX)))));
            store.projects().rename(made.id(), "blood");
            assertEquals(List.of("blue", "crimson"), cells.schema().names());
            assertThrows(StoreException.class, () -> store.projects().create("blood", ProjectKind.IMAGE, List.of()));
        }
        try (WorkspaceStore store = reopen()) {
            Project read = store.projects().findByName("blood").orElseThrow();
            assertEquals(new Project(cells.id(), "blood", cells.kind(), cells.schema(), cells.created()), read);
            assertEquals(List.of(read), store.projects().all());
        }
    }

    @Test
    void aLabelInUseIsNotRemoved() {
        try (WorkspaceStore store = create()) {
            Project project = Given.project(store);
            ItemId item = Given.items(store, project, 1).getFirst();
            EditHistory history = Given.open(store, item, Given.ANNA);
            history.perform(EditName.DRAW, Edit.add(history.set(),
                    List.of(Given.box(store, Given.label(project, 1), 1), Given.box(store, Given.label(project, 1), 2))));
            LabelSchema without = new LabelSchema(List.of(project.schema().labels().getFirst()));
            StoreException failure = assertThrows(StoreException.class, () -> store.projects().saveSchema(project.id(), without));
            assertTrue(failure.getMessage().contains("2 annotations carry it"), failure.getMessage());
            history.undo();
            assertEquals(without, store.projects().saveSchema(project.id(), without).schema());
        }
    }

    @Test
    void itemsComeBack() {
        List<Item> before;
        try (WorkspaceStore store = create()) {
            Project project = Given.project(store);
            List<ItemId> ids = Given.items(store, project, 3);
            store.items().saveSplits(Map.of(ids.get(0), Split.TEST, ids.get(1), Split.TRAIN));
            store.items().saveMedia(ids.get(2), new MediaRef(MediaRef.Place.COPIED, "a/b.png"), 7, 8);
            before = store.items().items(ids.reversed());
            assertEquals(List.of(Split.NONE, Split.TRAIN, Split.TEST), before.stream().map(Item::split).toList());
            assertEquals(new MediaRef(MediaRef.Place.COPIED, "a/b.png"), before.getFirst().media());
        }
        try (WorkspaceStore store = reopen()) {
            assertEquals(before, store.items().items(before.stream().map(Item::id).toList()));
            assertEquals(before.get(1), store.items().findByName(before.get(1).project(), "p1.png").orElseThrow());
            assertEquals(Map.of("p0.png", before.get(2).id()),
                    store.items().findByNames(before.get(1).project(), List.of("p0.png", "other.png")));
            assertThrows(StoreException.class, () -> store.items().item(new ItemId(4711)));
        }
    }

    @Test
    void runsAndTheirMetricsComeBack() {
        Run saved;
        Run running;
        List<MetricPoint> points = new ArrayList<>();
        try (WorkspaceStore store = create()) {
            Project project = Given.project(store);
            Recipe recipe = new Recipe("detection", "split:train", -5, new TreeMap<>(Map.of("epochs", "3", "rate", "0.001")));
            Run made = store.runs().create(project.id(), "first", recipe, "run-1");
            assertEquals(RunState.WAITING, made.state());
            saved = new Run(made.id(), project.id(), "first", recipe, RunState.DONE, "run-1",
                    new Run.Progress(Instant.parse("2026-03-29T00:59:59.123456789Z"), Instant.parse("2026-10-25T01:30:00Z"), 3, "abc", ""),
                    new TreeMap<>(Map.of("device", "cpu")), new TreeMap<>(Map.of("mAP50", 0.1 + 0.2)));
            store.runs().save(saved);
            running = store.runs().create(project.id(), "second", recipe, "run-2");
            store.runs().save(new Run(running.id(), project.id(), "second", recipe, RunState.RUNNING, "run-2", running.progress(),
                    running.environment(), running.metrics()));
            for (int step = 0; step < 50; step++) {
                points.add(new MetricPoint(step / 10, step, "loss.box", 1.0 / (step + 3)));
            }
            points.add(new MetricPoint(5, 50, "val.mAP50", Double.NaN));
            store.runs().addMetrics(made.id(), points);
            assertThrows(StoreException.class, () -> store.runs().create(project.id(), "first", recipe, "x"));
        }
        try (WorkspaceStore store = reopen()) {
            assertEquals(saved, store.runs().run(saved.id()));
            assertEquals(RunState.INTERRUPTED, store.runs().findByName(saved.project(), "second").orElseThrow().state());
            assertEquals(List.of(saved.id(), running.id()), store.runs().of(saved.project()).stream().map(Run::id).toList());
            assertEquals(points, store.runs().metrics(saved.id(), Set.of()));
            assertEquals(points.subList(0, 50), store.runs().metrics(saved.id(), Set.of("loss.box")));
            store.runs().dropMetricsAfter(saved.id(), 9);
            assertEquals(points.subList(0, 10), store.runs().metrics(saved.id(), Set.of()));
        }
    }

    @Test
    void modelsComeBack() {
        ModelVersion saved;
        try (WorkspaceStore store = create()) {
            Project project = Given.project(store);
            ModelVersion draft = new ModelVersion(new ModelId(0), project.id(), "m", "detection", ModelVersion.Stage.CANDIDATE,
                    new RunId(4),
                    List.of("red", "white"), "model-1", new TreeMap<>(Map.of("mAP50", 0.5)), Instant.parse("2026-01-01T00:00:00.5Z"));
            ModelVersion made = store.models().add(draft);
            store.models().setStage(made.id(), ModelVersion.Stage.PRODUCTION);
            store.models().saveMetrics(made.id(), new TreeMap<>(Map.of("mAP50", 0.75)));
            store.models().rename(made.id(), "best");
            saved = new ModelVersion(made.id(), project.id(), "best", "detection", ModelVersion.Stage.PRODUCTION, new RunId(4),
                    draft.labels(),
                    "model-1", new TreeMap<>(Map.of("mAP50", 0.75)), draft.created());
        }
        try (WorkspaceStore store = reopen()) {
            assertEquals(saved, store.models().model(saved.id()));
            assertEquals(saved, store.models().findByName(saved.project(), "best").orElseThrow());
            assertEquals(saved, store.models().findByName(saved.project(), saved.id().toString()).orElseThrow());
            assertEquals(List.of(saved), store.models().of(saved.project()));
            assertTrue(store.check().problems().toString().contains("model-1"), "files of the model are missing, and the check says so");
            store.models().delete(saved.id());
            assertTrue(store.check().ok());
        }
    }

    @Test
    void deletingAProjectLeavesNothingBehind() {
        try (WorkspaceStore store = create()) {
            Project project = Given.project(store);
            List<ItemId> ids = Given.items(store, project, 5);
            Project other = store.projects().create("other", ProjectKind.IMAGE,
                    List.of(new LabelDraft("x", new Colour(5), Set.of(ShapeKind.BOX))));
            ItemId kept = Given.items(store, other, 1).getFirst();
            EditHistory history = Given.open(store, ids.get(2), Given.ANNA);
            history.perform(EditName.DRAW, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, 0), 1))));
            store.runs().create(project.id(), "r", new Recipe("detection", "", 1, new TreeMap<>()), "r");
            store.items().saveUsefulness(project.id(), null, ids);
            store.projects().delete(project.id());
            assertEquals(List.of(other), store.projects().all());
            assertEquals(1, store.items().count(other.id()));
            assertEquals(kept, store.items().item(kept).id());
            assertEquals(0, store.items().count(project.id()));
            assertTrue(store.check().ok(), () -> store.check().problems().toString());
        }
    }
}
