package labelwright.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.model.AnnotationId;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeKind;
import labelwright.model.Author;
import labelwright.model.ItemId;
import labelwright.model.MediaRef;
import labelwright.model.Problem;
import labelwright.model.Project;
import labelwright.model.SkeletonTemplate;
import labelwright.model.TextContent;
import labelwright.store.NewItem;
import labelwright.store.WorkspaceStore;

/// An import that changes nothing: ids are made up, the project is only asked what it has.
final class ImportRehearsal implements ImportOutput {
    private final ExistingItems existing;
    private long next = -1;

    ImportRehearsal(WorkspaceStore store, Project project, Author author) {
        this.existing = new ExistingItems(store, project, author);
    }

    @Override
    public void label(String name) {
        // the tally has it; nothing is created
    }

    @Override
    public void attribute(String label, AttributeDefinition definition) {
        // nothing is created
    }

    @Override
    public void choices(String question, List<String> options) {
        // nothing is created
    }

    @Override
    public void skeleton(String label, SkeletonTemplate template) {
        // nothing is created
    }

    @Override
    public void relationType(String name) {
        // nothing is created
    }

    @Override
    public void question(String name, AttributeKind kind) {
        // nothing is created
    }

    @Override
    public Map<String, ItemId> existing(Collection<String> names) {
        return existing.named(names);
    }

    @Override
    public Set<ItemId> answered(Collection<ItemId> items) {
        return existing.answered(items);
    }

    @Override
    public boolean saysTheSame(ItemId item, TextContent text) {
        return existing.saysTheSame(item, text);
    }

    @Override
    public MediaRef place(String name, Path file) {
        return MediaRef.referenced(file);
    }

    @Override
    public List<ItemId> addItems(List<NewItem> items) {
        List<ItemId> ids = new ArrayList<>();
        items.forEach(_ -> ids.add(new ItemId(next--)));
        return ids;
    }

    @Override
    public void addAnswers(List<ItemId> items) {
        // nothing is stored
    }

    @Override
    public void addSaid(Map<ItemId, Map<String, String>> said) {
        // nothing is stored
    }

    @Override
    public List<AnnotationId> addRegions(List<Region> regions) {
        List<AnnotationId> ids = new ArrayList<>();
        regions.forEach(_ -> ids.add(new AnnotationId(next--)));
        return ids;
    }

    @Override
    public void addRelations(List<Link> relations) {
        // nothing is stored
    }

    @Override
    public void addProblems(List<Problem> problems) {
        // the report holds the first of them
    }

    @Override
    public void finish(ImportReport report) {
        // nothing to show
    }

    @Override
    public void rollBack() {
        // nothing to take back
    }

    @Override
    public long id() {
        return 0;
    }
}
