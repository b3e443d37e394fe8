package labelwright.workbench;

import java.util.List;

import labelwright.model.AnnotationSet;
import labelwright.model.ItemId;

/// What other people answered about an item, ready to be laid beside one's own answer; see [LabellingSession#bring].
public final class OtherPeople {
    private final ItemId item;
    private final List<PersonAnswer> answers;

    /// @param own what they are compared with first
    OtherPeople(ItemId item, List<AnnotationSet> sets, AnnotationSet own) {
        this.item = item;
        this.answers = sets.stream().map(PersonAnswer::new).toList();
        answers.forEach(answer -> answer.pairs(own));
    }

    ItemId item() {
        return item;
    }

    List<PersonAnswer> answers() {
        return answers;
    }
}
