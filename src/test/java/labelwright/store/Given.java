package labelwright.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.edit.EditHistory;
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
import labelwright.model.RelationType;
import labelwright.model.RelationTypeId;
import labelwright.model.Split;

/// What many tests start from.
final class Given {
    static final Author ANNA = new Author.Annotator("anna");

    private Given() {}

    static Project project(WorkspaceStore store) {
        return store.projects().create("cells", ProjectKind.IMAGE,
                List.of(new LabelDraft("red", new Colour(0xff0000), Set.of(ShapeKind.BOX, ShapeKind.POLYGON)),
                        new LabelDraft("white", new Colour(0xffffff), Set.of(ShapeKind.BOX))));
    }

    /// The project with one type of relation.
    static Project projectWithRelations(WorkspaceStore store) {
        Project made = project(store);
        return store.projects().saveSchema(made.id(), made.schema().withRelations(
                List.of(new RelationType(new RelationTypeId(-1), "touches", new Colour(7), RelationType.Direction.MUTUAL))));
    }

    static List<ItemId> items(WorkspaceStore store, Project project, int count) {
        ImportBatch batch = store.imports().begin(project.id(), "pictures", "/pictures");
        List<NewItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item("p" + i + ".png"));
        }
        List<ItemId> ids = batch.addItems(items);
        batch.finish(new ImportSummary(count, 0, 0, 0, 0, 0.5));
        return ids;
    }

    static NewItem item(String name) {
        return new NewItem(name, new MediaRef(MediaRef.Place.REFERENCED, "/pictures/" + name), 640, 480, Split.NONE);
    }

    static LabelId label(Project project, int index) {
        return project.schema().labels().get(index).id();
    }

    static Annotation box(WorkspaceStore store, LabelId label, double x) {
        return new Annotation(store.annotationIds().next(), label, new Box(x, 10, 20, 30), new Origin.Manual(), Map.of());
    }

    static EditHistory open(WorkspaceStore store, ItemId item, Author author) {
        StoredHistory history = store.annotations().history(item, author);
        return new EditHistory(store.annotations().set(item, author), history.done(), history.undone(), store.annotations()::commit);
    }
}
