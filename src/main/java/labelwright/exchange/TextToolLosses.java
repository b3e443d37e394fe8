package labelwright.exchange;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;

/// What a tool sees differently in texts, when everything comes back here: spans in pieces and attributes stand beside what it knows.
public final class TextToolLosses extends LossCount {
    private final String pieces;
    private final String attributes;

    /// @param tool its name
    /// @param place where it keeps what it does not know, such as `among the metadata of the text`
    public TextToolLosses(String tool, String place) {
        super(new TargetNames(TargetNames.Unique.NAME));
        pieces = "%s has none: it sees one span from the first piece to the last. Labelwright reads the pieces back.".formatted(tool);
        attributes = "%s keeps them out of sight, %s. Labelwright reads them back.".formatted(tool, place);
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        bytes(item);
        for (Annotation annotation : item.annotations().annotations()) {
            if (annotation.shape() instanceof TextSpan span && span.fragments().size() > 1) {
                add(1, "span in several pieces for other tools", "spans in several pieces for other tools", pieces);
            }
            if (!annotation.attributes().isEmpty()) {
                add(1, "span with attributes for other tools", "spans with attributes for other tools", attributes);
            }
        }
        add(item.annotations().relations().stream().filter(relation -> !relation.attributes().isEmpty()).count(),
                "relation with attributes for other tools", "relations with attributes for other tools", attributes);
    }
}
