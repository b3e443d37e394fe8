package labelwright.exchange.prodigy;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;

/// What Prodigy sees differently.
final class ProdigyLosses extends LossCount {

    ProdigyLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        for (Annotation annotation : item.annotations().annotations()) {
            if (annotation.shape() instanceof TextSpan span && span.fragments().size() > 1) {
                add(1, "span in several pieces for other tools", "spans in several pieces for other tools",
                        "Prodigy has none: it sees one span from the first piece to the last. Labelwright reads the pieces back.");
            }
            if (!annotation.attributes().isEmpty()) {
                add(1, "span with attributes for other tools", "spans with attributes for other tools",
                        "Prodigy keeps them out of sight. Labelwright reads them back.");
            }
        }
        add(item.annotations().relations().stream().filter(relation -> !relation.attributes().isEmpty()).count(),
                "relation with attributes for other tools", "relations with attributes for other tools",
                "Prodigy keeps them out of sight. Labelwright reads them back.");
    }
}
