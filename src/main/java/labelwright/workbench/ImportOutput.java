package labelwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import labelwright.exchange.RegionRecord;
import labelwright.exchange.RelationRecord;
import labelwright.model.AnnotationId;
import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeKind;
import labelwright.model.ItemId;
import labelwright.model.MediaRef;
import labelwright.model.Problem;
import labelwright.model.SkeletonTemplate;
import labelwright.model.TextContent;
import labelwright.store.NewItem;

/// Where an import goes: the workspace, or nowhere for a rehearsal. One thread; nobody sees anything before [#finish].
interface ImportOutput {

    /// A region of an item that is in.
    record Region(ItemId item, RegionRecord region) {}

    /// A relation between two regions that are in.
    record Link(ItemId item, RelationRecord relation, AnnotationId from, AnnotationId to) {}

    /// A label that the files declare or use, before its first region.
    void label(String name);

    /// The points of a label's skeletons as the files name them, after the label.
    void skeleton(String label, SkeletonTemplate template);

    /// What is asked about each region of a label, after the label.
    void attribute(String label, AttributeDefinition definition);

    /// A question about whole items and what may be answered to it.
    void choices(String question, List<String> options);

    /// A type of relation that the files declare or use, before its first relation.
    void relationType(String name);

    /// A question that the files answer about whole items, before its first answer.
    void question(String name, AttributeKind kind);

    /// Items of the project that have these names already.
    Map<String, ItemId> existing(Collection<String> names);

    /// Which of the items the author of this import has answered already.
    Set<ItemId> answered(Collection<ItemId> items);

    /// Whether a text of the project says what this one says, so that spans on one fit the other.
    boolean saysTheSame(ItemId item, TextContent text);

    /// Where a picture lies from now on: where it is, or the copy that is made of it.
    MediaRef place(String name, Path file) throws IOException;

    /// Ids in the order of the items.
    List<ItemId> addItems(List<NewItem> items);

    /// Regions of complete answers; an item's answer begins with its first region.
    /// @return their ids in the same order
    List<AnnotationId> addRegions(List<Region> regions);

    /// Relations between regions of the same answers.
    void addRelations(List<Link> relations);

    /// Complete answers with nothing in them.
    void addAnswers(List<ItemId> items);

    /// What the files say about whole items; an answer that says something already keeps it.
    void addSaid(Map<ItemId, Map<String, String>> said);

    void addProblems(List<Problem> problems);

    /// Makes everything visible at once.
    void finish(ImportReport report);

    /// Takes everything back.
    void rollBack();

    /// The import's id; 0 for a rehearsal.
    long id();
}
