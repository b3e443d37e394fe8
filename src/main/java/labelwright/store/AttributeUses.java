package labelwright.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import labelwright.model.AttributeForm;
import labelwright.model.AttributeUse;
import labelwright.model.LabelClass;
import labelwright.model.LabelId;
import labelwright.model.LabelSchema;
import labelwright.model.ProjectId;

/// Counts values that a schema to come would not know, of attributes that the schema of now defines. Reads the annotations of the labels
/// that change, and nothing when no definition goes or gets narrower.
final class AttributeUses {
    private final Handle handle;
    private final ProjectId project;

    AttributeUses(Handle handle, ProjectId project) {
        this.handle = handle;
        this.project = project;
    }

    List<AttributeUse> unknownTo(LabelSchema schema) {
        LabelSchema before = ProjectRepository.read(handle, project).schema();
        List<AttributeUse> uses = new ArrayList<>();
        for (LabelClass label : before.labels()) {
            AttributeForm after = schema.find(label.id()).map(LabelClass::attributes).orElse(AttributeForm.EMPTY);
            Set<String> changed = changed(label.attributes(), after);
            if (!changed.isEmpty()) {
                add(uses, label.id(), count("SELECT a.attributes FROM set_label l JOIN annotation a "
                        + "ON a.set_id = l.item_id * 1000000 + l.author_id AND a.label_id = l.label_id "
                        + "WHERE l.author_id IN (SELECT id FROM author) AND l.label_id = :id AND a.attributes IS NOT NULL",
                        label.id().value(), changed, after));
            }
        }
        Set<String> changed = changed(before.picture(), schema.picture());
        if (!changed.isEmpty()) {
            add(uses, null, count("SELECT s.answers FROM annotation_set s JOIN item i ON i.id = s.item_id "
                    + "WHERE i.project_id = :id AND s.answers IS NOT NULL", project.value(), changed, schema.picture()));
        }
        return uses;
    }

    private static void add(List<AttributeUse> uses, @Nullable LabelId label, Map<String, Long> counts) {
        counts.forEach((attribute, count) -> uses.add(new AttributeUse(label, attribute, count)));
    }

    private static Set<String> changed(AttributeForm before, AttributeForm after) {
        Set<String> changed = new HashSet<>();
        before.definitions().stream()
                .filter(old -> after.find(old.name()).filter(found -> found.type().equals(old.type())).isEmpty())
                .forEach(old -> changed.add(old.name()));
        return changed;
    }

    private Map<String, Long> count(String sql, long id, Set<String> changed, AttributeForm after) {
        Map<String, Long> counts = new TreeMap<>();
        handle.createQuery(sql).bind("id", id).mapTo(String.class).forEach(text -> {
            Map<String, String> values = new HashMap<>(Json.attributes(text));
            values.keySet().retainAll(changed);
            values.forEach((name, value) -> {
                if (after.find(name).filter(definition -> definition.type().accepts(value)).isEmpty()) {
                    counts.merge(name, 1L, Long::sum);
                }
            });
        });
        return counts;
    }
}
