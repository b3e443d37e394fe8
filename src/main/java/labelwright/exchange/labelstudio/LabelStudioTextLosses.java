package labelwright.exchange.labelstudio;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.Relation;

/// What Label Studio sees differently in texts.
final class LabelStudioTextLosses extends LossCount {

    LabelStudioTextLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        byte[] plain = item.text().text().getBytes(StandardCharsets.UTF_8);
        if (!item.text().charset().equals(StandardCharsets.UTF_8) || plain.length != item.text().byteCount()) {
            add(1, "text with other bytes", "texts with other bytes",
                    "JSON holds the letters of a text, not its encoding and byte order mark.");
        }
        add(item.annotations().annotations().stream().filter(each -> each.shape() instanceof TextSpan span && span.fragments().size() > 1)
                .count(),
                "span of several fragments for other tools", "spans of several fragments for other tools",
                "Label Studio sees it from its first to its last letter. Labelwright reads the fragments back.");
        add(Stream.concat(item.annotations().annotations().stream().map(Annotation::attributes),
                item.annotations().relations().stream().map(Relation::attributes)).filter(each -> !each.isEmpty()).count(),
                "region or relation with attributes for other tools", "regions or relations with attributes for other tools",
                "Label Studio keeps them out of sight, with the region's notes.");
    }
}
