package labelwright.exchange.csv;

import java.util.List;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;

/// What a table of texts cannot hold.
final class CsvLosses extends LossCount {
    private final List<String> questions;

    /// @param questions those that have a column
    CsvLosses(List<String> questions) {
        super(new TargetNames(TargetNames.Unique.NAME));
        this.questions = questions;
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        bytes(item);
        add(item.annotations().annotations().size(), "span", "spans",
                "A table holds the classes of whole texts and their answers. Choose doccano, Prodigy or brat for spans.");
        add(item.annotations().relations().size(), "relation", "relations", "A table has no place for them.");
        add(item.annotations().answers().keySet().stream().filter(question -> !questions.contains(question)).count(),
                "answer to a question that is not in the schema", "answers to questions that are not in the schema",
                "There is a column for each question of the schema only.");
    }
}
