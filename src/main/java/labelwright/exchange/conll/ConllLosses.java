package labelwright.exchange.conll;

import java.util.List;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.model.LabelClass;
import labelwright.text.CodePoints;

/// What columns of tokens cannot hold.
final class ConllLosses extends LossCount {
    private final List<LabelClass> labels;
    private boolean hasBegun;

    ConllLosses(List<LabelClass> labels) {
        super(new TargetNames(TargetNames.Unique.NAME));
        this.labels = labels;
    }

    /// As it is written.
    static String name(LabelClass label) {
        return label.name().strip().replaceAll("[\\s\\p{Z}\\p{Cc}]+", "_");
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        bytes(item);
        add(1, "name of a text", "names of texts", "The files have no place for them; a reader numbers the texts.");
        add(hasBegun ? 0 : labels.stream().filter(label -> !label.name().equals(name(label))).count(), "label with spaces in its name",
                "labels with spaces in their names", "Columns end at spaces; underscores are written instead.");
        hasBegun = true;
        ConllTokens tokens = new ConllTokens(CodePoints.of(item.text().text()), item.annotations().annotations());
        if (tokens.sentences().isEmpty()) {
            add(1, "text without words", "texts without words", "There are no tokens to write.");
            return;
        }
        add(tokens.inPieces(), "span in several pieces", "spans in several pieces",
                "Tags cannot say that pieces belong together; it is left out.");
        add(item.annotations().annotations().size() - tokens.inPieces() - tokens.kept().size(),
                "span that overlaps another one or goes over a line",
                "spans that overlap others or go over lines",
                "Every token has one tag and every line is a sentence; the longest span is written, the others are left out.");
        add(tokens.cutWords(), "word that a span cuts in two", "words that spans cut in two",
                "Its parts are written as tokens of their own.");
        add(tokens.isSameText() ? 0 : 1, "text of which the spaces change", "texts of which the spaces change",
                "The files hold tokens and no spaces; a reader puts one space between them.");
        add(item.annotations().annotations().stream().filter(each -> !each.attributes().isEmpty()).count(), "span with attributes",
                "spans with attributes", "There is a column for the label only.");
        add(item.annotations().relations().size(), "relation", "relations", "The columns have no place for them.");
        add(item.annotations().answers().size(), "answer about a whole text", "answers about whole texts",
                "The columns have no place for them.");
    }
}
