package labelwright.exchange.brat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import labelwright.exchange.DatasetSource.SourceItem;
import labelwright.exchange.LossCount;
import labelwright.exchange.TargetNames;
import labelwright.model.Annotation;
import labelwright.model.Item;
import labelwright.model.LabelSchema;
import labelwright.model.Relation;
import labelwright.model.RelationType;

/// What brat cannot hold, or shows as something else.
final class BratLosses extends LossCount {
    private static final String ENDING = "." + BratReader.TEXT;

    BratLosses(LabelSchema schema) {
        super(new TargetNames(TargetNames.Unique.STEM));
        add(new BratTypes(schema.names()).changed(), "label with another name for other tools", "labels with other names for other tools",
                "brat's types are single words. Labelwright reads the names back.");
        add(new BratTypes(schema.relations().stream().map(RelationType::name).toList()).changed(),
                "relation type with another name for other tools", "relation types with other names for other tools",
                "brat's types are single words. Labelwright reads the names back.");
    }

    static String target(Item item) {
        return item.name().endsWith(ENDING) ? item.name() : item.name() + ENDING;
    }

    @Override
    protected String fileName(Item item) {
        return target(item);
    }

    @Override
    public void count(SourceItem item) {
        super.count(item);
        if (!item.text().charset().equals(StandardCharsets.UTF_8)) {
            add(1, "text in another encoding", "texts in other encodings", "brat reads UTF-8 only; they are written so.");
        } else if (item.text().hasMark()) {
            add(1, "text with a byte order mark", "texts with a byte order mark", "brat counts it as a letter; it is left out.");
        }
        if (!item.annotations().answers().isEmpty()) {
            add(1, "text with answers about all of it", "texts with answers about all of it", "brat knows spans only.");
        }
        Stream<Map<String, String>> attributes = Stream.concat(item.annotations().annotations().stream().map(Annotation::attributes),
                item.annotations().relations().stream().map(Relation::attributes));
        add(attributes.flatMap(each -> each.entrySet().stream()).filter(each -> !isPlain(each)).count(),
                "attribute as a note for other tools",
                "attributes as notes for other tools", "brat's names and values are single words. Labelwright reads them back.");
    }

    private static boolean isPlain(Map.Entry<String, String> attribute) {
        return BratAttributes.isPlain(attribute.getKey(), attribute.getValue());
    }
}
