package labelwright.exchange.coco;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import labelwright.exchange.Labels;
import labelwright.exchange.ReadProblems;
import labelwright.exchange.RecordSink;
import labelwright.exchange.Skeletons;

/// Label names by category id.
final class CocoCategories {

    private CocoCategories() {}

    static Map<String, String> handOver(String file, List<CocoHeader.Category> categories, Labels labels, RecordSink sink) {
        ReadProblems problems = new ReadProblems(sink);
        Map<String, String> names = new HashMap<>();
        for (CocoHeader.Category category : categories) {
            String where = "%s, category %s".formatted(file, category.id());
            if (category.id().isEmpty()) {
                problems.refused(where, "The category \"%s\" has no id.".formatted(category.name()));
                continue;
            }
            String name = category.name();
            if (name.isBlank()) {
                name = "category " + category.id();
                problems.repaired(where, "The category has no name; it was called \"%s\".".formatted(name));
            }
            String first = names.putIfAbsent(category.id(), name);
            if (first != null && !first.equals(name)) {
                problems.refused(where, "Two categories have this id: \"%s\" was kept, \"%s\" was not.".formatted(first, name));
            } else {
                labels.declare(name);
                if (!category.points().isEmpty()) {
                    sink.skeleton(name, Skeletons.of(category.points(), category.lines(), new int[0]));
                }
            }
        }
        return names;
    }
}
