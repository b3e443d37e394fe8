package labelwright.exchange;

import java.util.List;
import java.util.Map;

import labelwright.model.AttributeDefinition;
import labelwright.model.AttributeKind;
import labelwright.model.Problem;
import labelwright.model.SkeletonTemplate;

/// Takes what a reader reads, on the reader's thread. Any method may throw to end the reading.
public interface RecordSink {

    /// A label that the data set declares or uses, once for each name, in the data set's order.
    void label(String name);

    void item(ItemRecord item);

    /// A text item, in a data set of texts. Its annotations and relations follow before the next text.
    default void text(TextRecord text) {}

    /// @param itemKey the key of an item that was handed over before
    void annotation(String itemKey, RegionRecord region);

    void problem(Problem problem);

    /// The points of a label's skeletons, where the data set names them; after the label and before its first use.
    default void skeleton(String label, SkeletonTemplate template) {}

    /// What the data set asks about each region of a label, where it declares that; after the label.
    default void attribute(String label, AttributeDefinition definition) {}

    /// A question about whole items with everything that may be answered to it, before its first answer; a choice of one, unless [#question]
    /// says otherwise.
    default void choices(String question, List<String> options) {}

    /// What the data set says about a whole item: tags, choices, texts, by name; a tag has the value `1`. Several choices are written as
    /// [labelwright.model.Choices] does.
    ///
    /// @param itemKey the key of an item that was handed over before
    default void answers(String itemKey, Map<String, String> answers) {}

    /// A question about whole items that the data set answers; before its first answer, and again with the kind
    /// of several choices when several come after [AttributeKind#SELECT] or [AttributeKind#TAXONOMY] was said. The choices are the answers themselves, in the order of their coming.
    default void question(String name, AttributeKind kind) {}

    /// A type of relation that the data set declares or uses, once for each name, before its first use.
    default void relationType(String name) {}

    /// @param itemKey the key of an item that was handed over before, with both regions that the relation speaks of
    default void relation(String itemKey, RelationRecord relation) {}

    /// How far the reading of the current file, or of a folder of small files, is; called every few milliseconds even while no record comes, so that cancel is honoured.
    ///
    /// @param total 0 when it is not known
    default void progress(long done, long total) {}
}
