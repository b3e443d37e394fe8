package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.model.AnnotationId;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeKind;
import labelwright.model.ItemId;
import labelwright.model.MediaRef;
import labelwright.model.Problem;
import labelwright.model.SkeletonTemplate;
import labelwright.model.TextContent;
import labelwright.store.ImportBatch;
import labelwright.store.ImportSummary;
import labelwright.store.NewAnnotation;
import labelwright.store.NewItem;
import labelwright.store.NewRelation;
import labelwright.store.WorkspaceStore;

/// An import into the workspace: portion by portion, invisible until it is finished.
final class StoredImport implements ImportOutput {
    private final ImportRequest request;
    private final ImportAuthor author;
    private final String format;
    private final ImportBatch batch;
    private final ImportedLabels labels;
    private final ExistingItems existing;
    private final MediaCopies copies;
    private final TidyUp tidyUp;
    private boolean attaches;

    StoredImport(WorkspaceStore store, ImportRequest request, ImportAuthor author, String format, TidyUp tidyUp) {
        this.tidyUp = tidyUp;
        this.author = author;
        this.request = request;
        this.format = format;
        this.existing = new ExistingItems(store, request.project(), author.author());
        this.copies = new MediaCopies(store.mediaFolder());
        this.batch = store.imports().begin(request.project().id(), format, request.root().toString());
        this.labels = new ImportedLabels(batch, store.projects(), request.project());
    }

    @Override
    public void label(String name) {
        labels.declare(name);
    }

    @Override
    public void attribute(String label, AttributeDefinition definition) {
        labels.attribute(label, definition);
    }

    @Override
    public void choices(String question, List<String> options) {
        labels.choices(question, options);
    }

    @Override
    public void skeleton(String label, SkeletonTemplate template) {
        labels.skeleton(label, template);
    }

    @Override
    public void relationType(String name) {
        labels.declareRelation(name);
    }

    @Override
    public void question(String name, AttributeKind kind) {
        labels.question(name, kind);
    }

    @Override
    public Map<String, ItemId> existing(Collection<String> names) {
        Map<String, ItemId> found = existing.named(names);
        attaches |= !found.isEmpty();
        return found;
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
    public MediaRef place(String name, Path file) throws IOException {
        return switch (request.placement()) {
            case REFERENCE -> MediaRef.referenced(file);
            case COPY -> copy(name, file);
        };
    }

    /// @throws IOException when this one picture cannot be copied
    /// @throws WorkbenchException when none can be copied any more
    private MediaRef copy(String name, Path file) throws IOException {
        try {
            return copies.copy(batch.id(), name, file);
        } catch (IOException e) {
            if (FileFaults.concernsAll(e) && Files.isReadable(file)) {
                throw FileFaults.writing(copies.folder(), "The pictures could not be copied and nothing was imported.", e);
            }
            throw e;
        }
    }

    @Override
    public List<ItemId> addItems(List<NewItem> items) {
        return batch.addItems(items);
    }

    @Override
    public void addAnswers(List<ItemId> items) {
        batch.addAnswers(author.author(), author.state(), items);
    }

    @Override
    public void addSaid(Map<ItemId, Map<String, String>> said) {
        said.values().forEach(labels::asked);
        batch.addAnswers(author.author(), author.state(), said);
    }

    @Override
    public List<AnnotationId> addRegions(List<Region> regions) {
        List<NewAnnotation> annotations = new ArrayList<>(regions.size());
        for (Region region : regions) {
            annotations.add(new NewAnnotation(region.item(), labels.used(region.region().label(), region.region().shape().kind()),
                    region.region().shape(), author.origin(region.region(), format), author.attributes(region.region().attributes())));
        }
        return batch.addAnnotations(author.author(), author.state(), annotations);
    }

    @Override
    public void addRelations(List<Link> links) {
        List<NewRelation> relations = new ArrayList<>(links.size());
        for (Link link : links) {
            relations.add(new NewRelation(link.item(), labels.relation(link.relation().type()), link.from(), link.to(),
                    author.origin(link.relation(), format), author.attributes(link.relation().attributes())));
        }
        batch.addRelations(author.author(), relations);
    }

    @Override
    public void addProblems(List<Problem> problems) {
        batch.addProblems(problems);
    }

    @Override
    public void finish(ImportReport report) {
        labels.fitToFound();
        batch.finish(new ImportSummary(report.items(), report.annotations(), report.repaired(), report.skipped(), report.refused(),
                report.seconds()));
    }

    @Override
    public void rollBack() {
        if (attaches) {
            batch.rollBack();
            copies.delete(batch.id());
        } else {
            Runnable rows = batch.abandon();
            tidyUp.later(() -> {
                rows.run();
                copies.delete(batch.id());
            });
        }
    }

    @Override
    public long id() {
        return batch.id();
    }
}
