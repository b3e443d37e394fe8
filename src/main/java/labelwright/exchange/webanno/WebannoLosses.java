package labelwright.exchange.webanno;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.geometry.TextSpan;
import labelwright.model.Annotation;
import labelwright.model.Relation;

/// What WebAnno TSV cannot hold.
final class WebannoLosses extends LossCount {
    /// Features need names that programs can use.
    private static final Pattern FEATURE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    WebannoLosses() {
        super(new TargetNames(TargetNames.Unique.NAME));
    }

    static boolean isFeature(String name) {
        return FEATURE.matcher(name).matches() && !name.equals(WebannoWriter.LABEL) && !name.equals(WebannoWriter.TYPE);
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        bytes(item);
        if (!item.annotations().answers().isEmpty()) {
            add(1, "text with answers about all of it", "texts with answers about all of it", "WebAnno TSV knows spans only.");
        }
        for (Annotation annotation : item.annotations().annotations()) {
            if (annotation.shape() instanceof TextSpan span) {
                span(span, item.text().text());
            }
        }
        add(Stream.concat(item.annotations().annotations().stream().map(Annotation::attributes),
                item.annotations().relations().stream().map(Relation::attributes)).map(Map::keySet)
                .flatMap(names -> names.stream().filter(name -> !isFeature(name))).count(), "attribute that is left out",
                "attributes that are left out", "Their names are no names of features: those have letters, digits and _ only.");
    }

    private void span(TextSpan span, String text) {
        if (span.fragments().size() > 1) {
            add(1, "span of several fragments", "spans of several fragments", "They are written from their first to their last letter.");
        }
        String covered = TextSpan.of(text, List.of(span.extent())).covered();
        if (covered.codePoints().allMatch(TsvTokens::isBlank)) {
            add(1, "span of blanks", "spans of blanks", "No token lies in them; they are left out with their relations.");
        } else if (TsvTokens.isBlank(covered.codePointAt(0)) || TsvTokens.isBlank(covered.codePointBefore(covered.length()))) {
            add(1, "span with blanks at an end", "spans with blanks at an end", "They are written from their first to their last token.");
        }
    }
}
