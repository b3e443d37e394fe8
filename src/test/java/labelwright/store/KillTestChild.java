package labelwright.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import labelwright.edit.Edit;
import labelwright.edit.EditHistory;
import labelwright.edit.EditName;
import labelwright.geometry.Box;
import labelwright.model.Annotation;
import labelwright.model.AnnotationId;
import labelwright.model.ItemId;
import labelwright.model.Origin;
import labelwright.model.Project;
import labelwright.model.RegionFacts;
import labelwright.model.Relation;
import labelwright.model.Split;
import labelwright.model.TextContent;
import labelwright.model.WorkState;
import labelwright.model.query.ItemQuery;
import labelwright.model.query.ItemSort;

/// The program that [KillTest] kills. It says on standard output what has been saved, after it has been saved.
final class KillTestChild {
    private KillTestChild() {}

    public static void main(String[] args) throws InterruptedException {
        try (WorkspaceStore store = WorkspaceStore.open(Path.of(args[1]))) {
            switch (args[0]) {
                case "hold" -> {
                    say("open");
                    new CountDownLatch(1).await();
                }
                case "label" -> label(store, Long.parseLong(args[2]));
                case "import" -> importFor(store, Long.parseLong(args[2]));
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /// Edits for ever; after each one says the item and what its set looks like now.
    private static void label(WorkspaceStore store, long seed) {
        Random random = new Random(seed);
        Project project = store.projects().all().getFirst();
        List<ItemId> items = store.items().ids(project.id(), ItemQuery.all(), Given.ANNA, ItemSort.IMPORTED);
        ItemId item = items.get(random.nextInt(items.size()));
        EditHistory history = Given.open(store, item, Given.ANNA);
        say("open");
        while (true) {
            List<Annotation> now = history.set().annotations();
            int what = random.nextInt(14);
            if (what == 0) {
                history.undo();
            } else if (what == 1 && !now.isEmpty()) {
                history.perform(EditName.DELETE, new Edit.Remove(List.of(now.get(random.nextInt(now.size())).id())));
            } else if (what == 2 && now.size() > 1) {
                history.perform(EditName.DRAW, new Edit.InsertRelations(List.of(new Relation(store.annotationIds().nextRelation(),
                        project.schema().relations().getFirst().id(), now.getFirst().id(), now.getLast().id(), new Origin.Manual()))));
            } else if (what == 10) {
                history.perform(EditName.ANSWER, new Edit.Answer(Map.of("note", "note " + random.nextInt(5))));
            } else if (what == 11 && now.size() > 1) {
                String group = Integer.toString(1 + random.nextInt(3));
                history.perform(EditName.GROUP, new Edit.Replace(List.of(now.getFirst().withAttribute(RegionFacts.GROUP, group),
                        now.getLast().withAttribute(RegionFacts.GROUP, group))));
            } else if (what == 12 && history.set().state() == WorkState.DRAFT) {
                history.perform(EditName.SUBMIT, new Edit.ChangeState(WorkState.SUBMITTED));
            } else if (what == 13) {
                history.redo();
            } else if (what < 5 && !now.isEmpty()) {
                Annotation moved = now.get(random.nextInt(now.size()));
                history.perform(EditName.MOVE, new Edit.Replace(List.of(moved.withShape(new Box(random.nextDouble() * 600, 1, 2, 3)))));
            } else {
                history.perform(EditName.DRAW, Edit.add(history.set(), List.of(Given.box(store, Given.label(project, what % 2), what))));
            }
            say(item + " " + history.set().hashCode() + " "
                    + fingerprint(store.annotations().history(item, Given.ANNA).done().size(), history));
        }
    }

    static String fingerprint(int done, EditHistory history) {
        return done + "/" + history.set().annotations().size() + "/"
                + (history.set().annotations().toString() + history.set().relations() + history.set().answers() + history.set().state())
                        .hashCode();
    }

    /// Imports chunk after chunk; says when each is in.
    private static void importFor(WorkspaceStore store, long seed) {
        Project project = store.projects().all().getFirst();
        List<ItemId> before = store.items().ids(project.id(), ItemQuery.all(), Given.ANNA, ItemSort.IMPORTED);
        ImportBatch batch = store.imports().begin(project.id(), "coco", "somewhere");
        say("open");
        for (int chunk = 0;; chunk++) {
            List<NewItem> items = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                items.add(i % 2 == 0
                        ? Given.item("new-" + seed + "-" + chunk + "-" + i + ".png")
                        : NewItem.text("new-" + seed + "-" + chunk + "-" + i + ".txt", TextContent.of("word ".repeat(i)), Split.NONE));
            }
            List<ItemId> ids = batch.addItems(items);
            List<NewAnnotation> annotations = new ArrayList<>();
            for (ItemId id : ids) {
                for (int i = 0; i < 5; i++) {
                    annotations.add(
                            new NewAnnotation(id, Given.label(project, i % 2), new Box(i, i, 5, 5), new Origin.Imported("coco"), Map.of()));
                }
            }
            for (ItemId id : before) {
                annotations.add(new NewAnnotation(id, Given.label(project, chunk % 2), new Box(chunk, 1, 5, 5), new Origin.Imported("coco"),
                        Map.of()));
            }
            List<AnnotationId> added = batch.addAnnotations(Given.ANNA, WorkState.SUBMITTED, annotations);
            List<NewRelation> relations = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                relations.add(new NewRelation(ids.get(i), project.schema().relations().getFirst().id(), added.get(5 * i),
                        added.get(5 * i + 1), new Origin.Imported("coco"), Map.of()));
            }
            batch.addRelations(Given.ANNA, relations);
            say("chunk " + chunk);
        }
    }
}
